import ArgumentParser
import DaylightBuild
import DaylightStarter
import DaylightSyntax

struct Templates: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "The files that make up the look of a site: list them, take one over, compare.",
    discussion: """
      Daylight brings a whole theme along. A file in the folder ‘templates’ of a site replaces the \
      one of that name, and no other. So a site needs only those that it changes.

      Examples:
        daylight templates list
        daylight templates eject home
        daylight templates diff
        daylight templates update home
      """,
    subcommands: [
      ListTemplates.self, EjectTemplates.self, DiffTemplates.self, UpdateTemplates.self,
    ])
}

/// The option of each of these commands.
struct ThemeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the site, with ‘content’ in it.", valueName: "folder"))
  var site = "."

  func validate() throws { try EmptyPath.refuse([site], as: "‘--site’") }

  var folder: ThemeFolder { ThemeFolder(site: site) }

  /// The files of the site with what the program knows of each.
  func files() throws -> [ThemeFile] { try Self.files(of: site) }

  static func files(of site: String) throws -> [ThemeFile] {
    try ThemeFolder(site: site).files().map {
      ThemeFile(path: $0.file.path, bytes: $0.file.bytes, origin: $0.origin)
    }
  }

  /// The paths that names mean.
  static func paths(_ names: [String]) throws -> [String] {
    try names.map { name in
      do throws(AnswerProblem) {
        return try ThemeName.path(of: name)
      } catch {
        throw ValidationError("\(error.message): \(error.help ?? "").")
      }
    }
  }

  /// Runs a command; a system error ends it with exit code 2.
  func run(_ body: (Console) throws -> Void) throws {
    let console = Console()
    do {
      try body(console)
    } catch let failure as BuildFailure {
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
      throw ExitCode(2)
    }
  }
}

struct ListTemplates: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the files of the theme, and which of them are yours.",
    discussion: """
      Examples:
        daylight templates list
      """)

  @OptionGroup var options: ThemeOptions

  func run() async throws {
    try options.run { console in
      // Outside a site the theme can be listed too.
      let own = Dictionary(
        ((try? options.files()) ?? []).map { ($0.path, $0) },
        uniquingKeysWith: { first, _ in first })
      let paths = Set(BuiltInTheme.files.map(\.path)).union(own.keys).sorted()
      let width = paths.map { ThemeName.short($0).count }.max() ?? 0
      var text = ""
      for path in paths {
        let name = ThemeName.short(path)
        let state = own[path]?.state.word ?? ""
        let summary = BuiltInTheme.file(path).flatMap(ThemeName.summary) ?? ""
        let row =
          name + String(repeating: " ", count: width - name.count + 2)
          + state + String(repeating: " ", count: max(0, 10 - state.count)) + summary
        text += row.trimmedEnd + "\n"
      }
      console.show(Array(text.utf8))
      if own.isEmpty {
        console.say("All are built in. ‘daylight templates eject NAME’ makes one yours.")
      }
    }
  }
}

struct EjectTemplates: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eject", abstract: "Copy files of the theme into the site, to change them there.",
    discussion: """
      The copy replaces the built-in file from now on. What it was copied from is kept in \
      ‘templates/.origin’: keep that folder with the rest, so that ‘daylight templates diff’ can \
      tell your changes from those of a newer Daylight.

      Examples:
        daylight templates eject home
        daylight templates eject --all
      """)

  @OptionGroup var options: ThemeOptions

  @Flag(help: "All files of the theme.")
  var all = false

  @Flag(help: "Replace files that are there already; your changes in them are lost.")
  var replace = false

  @Argument(
    help: ArgumentHelp("Files, as ‘daylight templates list’ names them.", valueName: "name"))
  var names: [String] = []

  func validate() throws {
    if all == !names.isEmpty {
      throw ValidationError(
        "Name the files to copy, as ‘daylight templates list’ does, or all of them with ‘--all’.")
    }
  }

  func run() async throws {
    let paths = all ? BuiltInTheme.files.map(\.path) : try ThemeOptions.paths(names)
    var isRefused = false
    try options.run { console in
      // Nothing is written into a folder that is no site.
      let own = Dictionary(
        try options.files().map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      for path in paths {
        guard let builtIn = BuiltInTheme.file(path)?.bytes else { continue }
        if let file = own[path], !replace {
          if file.bytes == builtIn {
            if file.origin != builtIn { try options.folder.record(builtIn, asOriginOf: path) }
            console.say("‘\(path)’ is there already, and the same as the built-in one.")
          } else {
            isRefused = true
            console.say(
              "error: ‘\(path)’ is there already, and not the same as the built-in one\n"
                + "   = help: ‘daylight templates diff \(ThemeName.short(path))’ shows the "
                + "difference; ‘--replace’ gives up your changes")
          }
          continue
        }
        try options.folder.write(builtIn, to: path, from: builtIn)
        console.say("Copied to ‘\(path)’.")
      }
    }
    if isRefused { throw ExitCode(1) }
  }
}

extension ThemeFile.State {
  /// In a column of a list.
  fileprivate var word: String {
    switch self {
    case .own, .dropped: "yours"
    case .same: "the same"
    case .words, .changed: "changed"
    case .old: "old"
    }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}
