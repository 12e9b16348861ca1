import ArgumentParser
import Testing

@testable import daylight

@Suite struct HelpTests {
  /// Every command, with those inside it.
  private static let commands: [(path: String, type: any ParsableCommand.Type)] = {
    func all(_ type: any ParsableCommand.Type, _ path: String) -> [(
      String, any ParsableCommand.Type
    )] {
      [(path, type)]
        + type.configuration.subcommands.flatMap {
          all($0, path + " " + ($0.configuration.commandName ?? $0._commandName))
        }
    }
    return all(Daylight.self, "daylight")
  }()

  /// The lines of the help that begin with the program; one that ends in `\\` goes on in the next.
  private static func examples(of type: any ParsableCommand.Type) -> [String] {
    type.configuration.discussion.replacing("\\\n", with: "").split(separator: "\n")
      .filter { $0.hasPrefix("  ") }.map { String($0.drop { $0 == " " }) }
      .filter { $0.hasPrefix("daylight ") }
  }

  @Test func `every command has examples`() {
    for (path, type) in Self.commands {
      #expect(!Self.examples(of: type).isEmpty, "\(path)")
    }
  }

  @Test func `every example is understood`() {
    for (path, type) in Self.commands {
      for example in Self.examples(of: type) {
        do {
          _ = try Daylight.parseAsRoot(Example(example).arguments)
        } catch {
          #expect(Daylight.exitCode(for: error) == .success, "\(path): \(example)")
        }
      }
    }
  }

  @Test func `every command says in a sentence what it does`() {
    for (path, type) in Self.commands {
      #expect(type.configuration.abstract.hasSuffix("."), "\(path)")
    }
  }
}
