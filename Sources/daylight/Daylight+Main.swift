import ArgumentParser
import Platform

extension Daylight {
  /// Runs the command that was asked for.
  ///
  /// The main function of ArgumentParser for commands that wait is itself one that waits, for which
  /// the system ends the first thread. Without threads, help and the version are there in half the
  /// time.
  static func main() {
    MemoryShortage.watch()
    // A file that may not grow is then an error like others.
    signal(SIGXFSZ, SIG_IGN)
    run(Array(CommandLine.arguments.dropFirst()))
  }

  /// Does what the words on the command line ask for, and ends the program if that failed or took time.
  static func run(_ arguments: [String]) {
    if arguments == ["--version"] { return showVersion() }
    if answers(arguments) { return }
    do {
      var command = try parseAsRoot(arguments)
      if let command = command as? any AsyncParsableCommand {
        wait(for: command, arguments)
      } else {
        try command.run()
      }
    } catch {
      end(error, arguments)
    }
  }

  private static func wait(
    for command: sending any AsyncParsableCommand, _ arguments: [String]
  ) -> Never {
    Task.detached {
      var command = command
      do {
        try await command.run()
        exit()
      } catch {
        end(error, arguments)
      }
    }
    while true { pause() }
  }

  private static func showVersion() {
    Console().show(Array((configuration.version + "\n").utf8))
  }

  /// Answers what is no command: nothing at all, or a word for which another was meant.
  private static func answers(_ arguments: [String]) -> Bool {
    let console = Console()
    if arguments.isEmpty {
      let commands = configuration.subcommands.map {
        $0.configuration.commandName ?? $0._commandName
      }
      console.say(Welcome(site: NearSite.path, commands: commands).text)
      return true
    }
    guard let guess = CommandGuess(arguments, for: Self.self) else { return false }
    // Everybody tries this one.
    if guess.word == "version" {
      showVersion()
      return true
    }
    console.say(guess.message)
    exit(withError: ExitCode(64))
  }

  private static func end(_ error: any Error, _ arguments: [String]) -> Never {
    if exitCode(for: error) == .validationFailure, !(error is ExitCode) {
      Console().say(CommandLineError(error, arguments, for: Self.self).message)
      exit(withError: ExitCode(64))
    }
    exit(withError: error)
  }
}
