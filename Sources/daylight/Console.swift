import DaylightSyntax
import Platform

/// Prints to the terminal. Findings and the summary go to standard error, so that standard output
/// has nothing but the format that a program asked for.
struct Console: Sendable {
  private let terminal: Terminal
  private let line: ProgressLine

  /// - Parameter isQuiet: whether nothing but findings is printed.
  init(isQuiet: Bool = false, terminal: Terminal = .current) {
    self.terminal = terminal
    line = ProgressLine(
      isOn: terminal.showsProgress(isQuiet: isQuiet), seconds: { SystemClock.monotonicSeconds },
      width: { Terminal.width }, write: { Self.write(Array($0.utf8), to: STDERR_FILENO) })
  }

  var usesColour: Bool { terminal.usesColour }

  /// Whether somebody is there to answer a question.
  var canAsk: Bool { terminal.isTerminal && terminal.hasKeyboard }

  /// Asks a question that takes a yes; false if nobody is there to answer.
  func asks(_ question: String) -> Bool {
    guard canAsk else { return false }
    line.clear()
    Self.write(Array("\(question) [y/N] ".utf8), to: STDERR_FILENO)
    return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
  }

  /// Asks a question that is answered in a line; nil if nobody answers any more.
  func answer(_ question: String) -> String? {
    line.clear()
    Self.write(Array("\(question) ".utf8), to: STDERR_FILENO)
    return readLine()
  }

  func say(_ text: String) {
    line.clear()
    Self.write(Array((text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Says what a long run is doing, in a line that the next one replaces and that is gone in the end.
  func progress(_ text: String) {
    let wasBusy = line.isBusy
    line.show(text)
    if !wasBusy, line.isBusy { keepUpToDate() }
  }

  /// Draws the line when it is time for it, also if nothing new is said for long.
  private func keepUpToDate() {
    let line = line
    Task.detached(priority: .high) {
      while line.isBusy {
        try? await Task.sleep(for: .seconds(ProgressLine.pause))
        line.update()
      }
    }
  }

  func clearProgress() { line.clear() }

  /// Prints the requested output to standard output.
  func show(_ text: [UInt8]) {
    line.clear()
    Self.write(text, to: STDOUT_FILENO)
  }

  /// Prints findings: text for people to standard error, formats for programs to standard output.
  func show(_ report: [UInt8], as format: DiagnosticFormat) {
    line.clear()
    Self.write(report, to: format == .text ? STDERR_FILENO : STDOUT_FILENO)
  }

  /// A pipe that the reader has closed is not an error.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { unsafe in
        Platform.write(descriptor, unsafe.baseAddress, unsafe.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
