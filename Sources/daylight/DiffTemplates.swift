import ArgumentParser
import DaylightBuild
import DaylightStarter
import DaylightSyntax

struct DiffTemplates: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare the templates of the site with those of this version of Daylight.",
    discussion: """
      For each file it says whether it is the same as the built-in one, changed by you, or older \
      than the built-in one, and shows what a newer version changed since you copied it. If you \
      name files, your own changes in them are shown, too.

      Lines with - are taken away and lines with + are added: by you, or by the newer version.

      Examples:
        daylight templates diff
        daylight templates diff home
      """)

  @OptionGroup var options: ThemeOptions

  @Argument(help: ArgumentHelp("Only these files, with your own changes.", valueName: "name"))
  var names: [String] = []

  func run() async throws {
    let paths = try ThemeOptions.paths(names)
    try options.run { console in
      let files = try options.files()
      for path in paths where !files.contains(where: { $0.path == path }) {
        console.say("‘\(path)’ is built in: the site has no file of its own there.")
      }
      if files.isEmpty, names.isEmpty {
        console.say("The site has no templates of its own; all are built in.")
      }
      var text = ""
      for file in files where names.isEmpty || paths.contains(file.path) {
        text += ThemeReport(file, showsOwn: !names.isEmpty, inColour: console.usesColour).text
      }
      console.show(Array(text.utf8))
    }
  }
}

struct UpdateTemplates: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Bring what a newer Daylight changed into templates that you changed.",
    discussion: """
      Your changes stay. Where both changed the same lines nothing is written, and it says where: \
      change these lines by hand, then run it with ‘--by-hand’, which only remembers that you did.

      Examples:
        daylight templates update home
        daylight templates update --all
      """)

  @OptionGroup var options: ThemeOptions

  @Flag(help: "All templates of the site that the theme has too.")
  var all = false

  @Flag(name: .customLong("by-hand"), help: "Change nothing: you brought the changes in yourself.")
  var byHand = false

  @Argument(help: ArgumentHelp("Files of the site.", valueName: "name"))
  var names: [String] = []

  func validate() throws {
    if all == !names.isEmpty {
      throw ValidationError("Name the files to update, or all of them with ‘--all’.")
    }
  }

  func run() async throws {
    let paths = try ThemeOptions.paths(names)
    var hasConflict = false
    try options.run { console in
      for file in try options.files() where all || paths.contains(file.path) {
        guard let builtIn = file.builtIn else { continue }
        if file.origin == builtIn || file.bytes == builtIn {
          if !all { console.say("‘\(file.path)’ is up to date.") }
        } else if byHand {
          try options.folder.record(builtIn, asOriginOf: file.path)
          console.say("‘\(file.path)’ counts as up to date.")
        } else if let origin = file.origin, file.isText {
          switch TextMerge.of(base: origin, ours: file.bytes, theirs: builtIn) {
          case .merged(let bytes):
            try options.folder.write(bytes, to: file.path, from: builtIn)
            console.say("Updated ‘\(file.path)’.")
          case .conflict(let lines):
            hasConflict = true
            let places = lines.map {
              $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
            }
            console.say(
              "error: you and the newer version changed the same lines of ‘\(file.path)’: "
                + places.joined(separator: ", ")
                + "\n   = help: change them by hand, as ‘daylight templates diff "
                + "\(ThemeName.short(file.path))’ shows, then run this with ‘--by-hand’")
          }
        } else if !all {
          hasConflict = true
          console.say(
            "error: nobody knows which version ‘\(file.path)’ was copied from\n   = help: compare "
              + "it with ‘daylight templates diff \(ThemeName.short(file.path))’, change it by hand, "
              + "then run this with ‘--by-hand’")
        }
      }
    }
    if hasConflict { throw ExitCode(1) }
  }
}
