import DaylightSyntax

/// What ‘daylight’ alone says: what can be done where it was typed.
struct Welcome {
  /// Where a site is, as seen from the working folder: `.`, `..`, `my-site`. Nil if there is none
  /// near.
  let site: String?
  /// The commands that the program has.
  let commands: [String]

  var text: String {
    let intro: String
    let lines: [(command: String, meaning: String)]
    switch site {
    case "."?:
      intro = "This folder is a site. What to do next:"
      lines = [
        ("serve --open", "shows it in the browser while you write"),
        ("check", "says what is to be fixed, and writes nothing"),
        ("build", "writes the finished site to ‘public’"),
        ("publish", "puts it on the web"),
        ("doctor", "says whether this computer has all that it needs"),
      ]
    case let folder?:
      intro = "There is no site in this folder, but there is one in ‘\(folder)’. To go there:"
      return "\(intro)\n\n  cd \(folder.quotedForShell)\n\n\(Self.end)"
    case nil:
      intro = "There is no site in this folder. What to do next:"
      lines = [
        ("new site my-site", "makes one in the folder ‘my-site’"),
        ("import FOLDER --into NEW", "makes one of a site that another program has built"),
        ("doctor", "says whether this computer has all that it needs"),
      ]
    }
    let known = lines.filter { line in commands.contains { line.command.hasPrefix($0) } }
    let width = known.map(\.command.count).max() ?? 0
    let list = known.map { command, meaning in
      "  daylight \(command)" + String(repeating: " ", count: width + 2 - command.count) + meaning
    }
    return "\(intro)\n\n\(list.joined(separator: "\n"))\n\n\(Self.end)"
  }

  private static let end = "‘daylight --help’ lists all commands."
}
