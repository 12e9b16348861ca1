import ArgumentParser
import Foundation
import Platform
import Testing

@testable import daylight

/// A folder in which commands are run, each in a process of its own, as somebody at a terminal would.
final class CommandFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "daylight-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func text(_ name: String) -> String? {
    try? String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  func write(_ name: String, _ text: String) throws {
    let url = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func append(_ text: String, to name: String) throws {
    try write(name, (self.text(name) ?? "") + text)
  }

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// Runs a command, and returns what it printed: standard output, then standard error.
  @discardableResult
  func run(
    _ arguments: String..., endsWith code: CInt = 0, at location: SourceLocation = #_sourceLocation
  ) async -> String {
    let ended = await #expect(
      processExitsWith: .exitCode(code),
      observing: [\.standardOutputContent, \.standardErrorContent], sourceLocation: location
    ) { [path = path as String, arguments = arguments as [String]] in
      guard chdir(path) == 0 else { exit(99) }
      do {
        var command = try Daylight.parseAsRoot(arguments)
        if var command = command as? any AsyncParsableCommand {
          try await command.run()
        } else {
          try command.run()
        }
        Daylight.exit()
      } catch {
        Daylight.exit(withError: error)
      }
    }
    return String(
      decoding: (ended?.standardOutputContent ?? []) + (ended?.standardErrorContent ?? []),
      as: UTF8.self)
  }
}
