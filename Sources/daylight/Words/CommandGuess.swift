import ArgumentParser
import DaylightSyntax

/// What was probably meant by a first word that is no command.
struct CommandGuess {
  /// The word as it was typed.
  let word: String
  /// The command that it was looked for in: `daylight`, `daylight new`.
  private let place: String
  private let suggestion: String?

  /// Nil if the arguments begin with a command, or with none at all.
  init?(_ arguments: [String], for root: any ParsableCommand.Type) {
    var command = root
    var place = [root.configuration.commandName ?? root._commandName]
    for word in arguments {
      let subcommands = command.configuration.subcommands
      guard !subcommands.isEmpty, command.configuration.defaultSubcommand == nil,
        !word.hasPrefix("-"), place.count > 1 || word != "help"
      else { return nil }
      if let next = subcommands.first(where: { $0.names.contains(word) }) {
        command = next
        place.append(word)
        continue
      }
      self.word = word
      self.place = place.joined(separator: " ")
      suggestion = Self.suggestion(for: word, in: command, place)
      return
    }
    return nil
  }

  var message: String {
    let help =
      suggestion.map { "did you mean ‘\($0)’?" } ?? "‘\(place) --help’ lists all commands"
    return "error: there is no command ‘\(word)’ in ‘\(place)’\n   = help: \(help)"
  }

  private static func suggestion(
    for word: String, in command: any ParsableCommand.Type, _ place: [String]
  ) -> String? {
    let names = command.configuration.subcommands.flatMap { $0.names }
    let start = place.joined(separator: " ") + " "
    if place.count == 1 {
      let bare = word.lowercased().filter { $0 != "_" && $0 != "-" }
      if let known = meanings[bare], let first = known.split(separator: " ").first,
        names.contains(String(first)) || first.hasPrefix("-")
      {
        return start + known
      }
      // A file of the site, as in ‘daylight content/help.md’.
      if word.contains("/") || word.hasSuffix(".md") {
        return start + "check \(word.quotedForShell)"
      }
    }
    return nearestMatch(to: word, in: names).map { start + $0 }
  }

  /// What people type who come from other programs, or who try a word: small letters, no hyphens.
  static let meanings = [
    "init": "new site my-site", "create": "new site my-site", "newsite": "new site my-site",
    "scaffold": "new site my-site", "quickstart": "new site my-site", "site": "new site my-site",
    "setup": "new site my-site",
    "article": "new article \"A title\"", "post": "new article \"A title\"",
    "page": "new article \"A title\"", "add": "new article \"A title\"",
    "server": "serve --open", "watch": "serve --open", "dev": "serve --open",
    "preview": "serve --open", "start": "serve --open", "live": "serve --open",
    "run": "serve --open", "open": "serve --open", "develop": "serve --open",
    "deploy": "publish", "upload": "publish", "release": "publish", "push": "publish",
    "ship": "publish", "sync": "publish", "undo": "publish --undo",
    "generate": "build", "make": "build", "compile": "build", "render": "build", "export": "build",
    "test": "check", "lint": "check", "validate": "check", "verify": "check",
    "links": "check --online",
    "fix": "check --fix", "spell": "check", "spelling": "check", "format": "check --fix",
    "migrate": "import FOLDER --into NEW", "convert": "import FOLDER --into NEW",
    "sign": "review", "reviews": "review", "due": "calendar", "ics": "calendar",
    "dates": "calendar",
    "print": "handout signs/overview", "pdf": "handout signs/overview",
    "rule": "explain", "rules": "explain", "why": "explain",
    "theme": "templates", "themes": "templates", "eject": "templates eject --all",
    "schemas": "schema", "editor": "schema", "vscode": "schema --into .vscode/schemas",
    "info": "doctor", "status": "doctor", "env": "doctor", "diagnose": "doctor",
    "commands": "--help", "usage": "--help", "man": "--help", "docs": "--help",
    "version": "--version",
  ]
}

extension ParsableCommand {
  /// The names by which the command is called.
  fileprivate static var names: [String] {
    [configuration.commandName ?? _commandName] + configuration.aliases
  }
}
