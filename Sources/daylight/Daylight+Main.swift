import ArgumentParser
import Platform

extension Daylight {
  /// Runs the command that was asked for.
  ///
  /// The main function of ArgumentParser for commands that wait is itself one that waits, for which
  /// the system ends the first thread. Without threads, help and the version are there in half the
  /// time.
  static func main() {
    do {
      var command = try parseAsRoot()
      if let command = command as? any AsyncParsableCommand {
        wait(for: command)
      } else {
        try command.run()
      }
    } catch {
      exit(withError: error)
    }
  }

  private static func wait(for command: sending any AsyncParsableCommand) -> Never {
    Task.detached {
      var command = command
      do {
        try await command.run()
        exit()
      } catch {
        exit(withError: error)
      }
    }
    while true { pause() }
  }
}
