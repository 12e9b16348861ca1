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
  ///
  /// - Parameters:
  ///   - lines: what somebody types at a terminal. What it says there is not returned.
  ///   - line: what it says when it is time for Ctrl-C, for a command that only that ends.
  @discardableResult
  func run(
    _ arguments: String..., typing lines: [String]? = nil, stoppedAfter line: String? = nil,
    endsWith code: CInt = 0, at location: SourceLocation = #_sourceLocation
  ) async -> String {
    await run(arguments, typing: lines, stoppedAfter: line, endsWith: code, at: location)
  }

  @discardableResult
  func run(
    _ arguments: [String], typing lines: [String]? = nil, stoppedAfter line: String? = nil,
    endsWith code: CInt = 0, at location: SourceLocation = #_sourceLocation
  ) async -> String {
    let ended = await #expect(
      processExitsWith: .exitCode(code),
      observing: [\.standardOutputContent, \.standardErrorContent], sourceLocation: location
    ) {
      [
        path = path as String, arguments = arguments as [String], lines = lines as [String]?,
        line = line as String?
      ] in
      guard chdir(path) == 0 else { exit(99) }
      if let lines { sitAtTerminal(typing: lines) }
      if let line { interruptThisProcess(whenItSays: line) }
      Daylight.run(arguments)
      Daylight.exit()
    }
    return String(
      decoding: (ended?.standardOutputContent ?? []) + (ended?.standardErrorContent ?? []),
      as: UTF8.self)
  }
}

/// Presses Ctrl-C, so to say, as soon as this text was written. All that is written comes out at
/// standard error.
private func interruptThisProcess(whenItSays text: String) {
  // In the background of a shell it would be ignored.
  signal(SIGINT, SIG_DFL)
  let shown = dup(STDERR_FILENO)
  let pipe = Pipe()
  for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
    dup2(pipe.fileHandleForWriting.fileDescriptor, descriptor)
  }
  Thread.detachNewThread {
    var said = ""
    while case let bytes = pipe.fileHandleForReading.availableData, !bytes.isEmpty {
      _ = bytes.withUnsafeBytes { write(shown, $0.baseAddress, $0.count) }
      let before = said.contains(text)
      said += String(decoding: bytes, as: UTF8.self)
      if !before, said.contains(text) {
        while !listensToInterruption { sched_yield() }
        kill(getpid(), SIGINT)
      }
    }
  }
}

/// Whether Ctrl-C would do something else than kill this process.
private var listensToInterruption: Bool {
  var action = sigaction()
  sigaction(SIGINT, nil, &action)
  #if canImport(Glibc)
    return action.__sigaction_handler.sa_handler != nil
  #else
    return action.__sigaction_u.__sa_handler != nil
  #endif
}

/// Gives this process a terminal, on which these lines were typed already.
private func sitAtTerminal(typing lines: [String]) {
  var pair = (screen: CInt(-1), terminal: CInt(-1))
  guard openpty(&pair.screen, &pair.terminal, nil, nil, nil) == 0 else { exit(98) }
  let screen = pair.screen
  setenv("TERM", "xterm", 1)
  for descriptor in [STDIN_FILENO, STDERR_FILENO] { dup2(pair.terminal, descriptor) }
  let typed = Array(lines.map { $0 + "\n" }.joined().utf8)
  write(screen, typed, typed.count)
  // Nobody could write on a screen that is full.
  Thread.detachNewThread {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(screen, &bytes, bytes.count) > 0 {}
  }
}
