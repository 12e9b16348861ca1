import ArgumentParser
import Testing

@testable import daylight

@Suite struct CommandGuessTests {
  private func message(_ arguments: String...) -> String? {
    CommandGuess(arguments, for: Daylight.self)?.message
  }

  @Test func `a misspelt command is answered with the nearest`() {
    #expect(
      message("bild")
        == "error: there is no command ‘bild’ in ‘daylight’\n   = help: did you mean ‘daylight build’?"
    )
    #expect(message("Serve", "--open")?.contains("‘daylight serve’") == true)
  }

  @Test(arguments: [
    ("server", "daylight serve --open"), ("watch", "daylight serve --open"),
    ("lint", "daylight check"), ("generate", "daylight build"), ("rules", "daylight explain"),
    ("content/help.md", "daylight check content/help.md"),
    ("my page.md", "daylight check 'my page.md'"), ("commands", "daylight --help"),
  ])
  func `a word of other programs is answered with ours`(word: String, command: String) {
    #expect(message(word)?.hasSuffix("did you mean ‘\(command)’?") == true)
  }

  @Test func `a word that nobody knows leads to the list of commands`() {
    #expect(message("xylophone")?.hasSuffix("help: ‘daylight --help’ lists all commands") == true)
  }

  @Test(arguments: [
    ["build"], ["check", "content/help.md"], ["--help"], ["help", "build"], ["-x"],
  ])
  func `commands and options are left to the parser`(arguments: [String]) {
    #expect(CommandGuess(arguments, for: Daylight.self) == nil)
  }

  @Test func `every word of other programs leads to a command that is understood`() throws {
    for command in CommandGuess.meanings.values {
      let words = command.split(separator: " ").map { $0.filter { $0 != "\"" } }
      let commands = Daylight.configuration.subcommands.map {
        $0.configuration.commandName ?? $0._commandName
      }
      guard commands.contains(words[0]) else { continue }
      let arguments = Example("daylight " + command).arguments
      #expect(throws: Never.self) { try Daylight.parseAsRoot(arguments) }
    }
  }

  @Test func `an unknown option is said in our form, with the nearest`() {
    func message(_ arguments: [String]) -> String? {
      do {
        _ = try Daylight.parseAsRoot(arguments)
        return nil
      } catch {
        return CommandLineError(error, arguments, for: Daylight.self).message
      }
    }
    #expect(
      message(["build", "--strcit"])
        == "error: unknown option ‘--strcit’\n   = help: did you mean ‘--strict’?")
    #expect(
      message(["build", "--xylophone"])
        == "error: unknown option ‘--xylophone’\n   = help: ‘daylight build --help’ says how it is used"
    )
    #expect(message(["audit"])?.hasPrefix("error: missing expected argument ‘<folder>’\n") == true)
    #expect(
      message(["build", "--jobs", "0"])
        == "error: ‘--jobs’ must be 1 or more.\n   = help: ‘daylight build --help’ says how it is used"
    )
  }
}

/// A command line as a person types it, taken apart as a shell does.
struct Example {
  let arguments: [String]

  init(_ line: String) {
    var words: [String] = []
    var word: String?
    var quote: Character?
    scan: for character in line {
      switch character {
      case quote: quote = nil
      case _ where quote != nil: word = (word ?? "") + String(character)
      case "\"", "'":
        quote = character
        word = word ?? ""
      case " ":
        if let done = word { words.append(done) }
        word = nil
      // What another program does with the output, and a comment.
      case ">", "|", "#": break scan
      default: word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    arguments = Array(words.dropFirst())
  }
}
