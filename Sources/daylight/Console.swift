import DaylightSyntax
import Platform

/// Prints to the terminal. Findings and the summary go to standard error, so that standard output
/// has nothing but the format that a program asked for.
struct Console {
  let isTerminal = isatty(STDERR_FILENO) == 1

  /// Only on a terminal, and not if NO_COLOR is set (no-color.org).
  var usesColour: Bool {
    isTerminal && (getenv("NO_COLOR").map { String(cString: $0).isEmpty } ?? true)
  }

  /// Whether somebody is there to answer a question.
  var canAsk: Bool { isTerminal && isatty(STDIN_FILENO) == 1 }

  /// Asks a question that takes a yes; false if nobody is there to answer.
  func asks(_ question: String) -> Bool {
    guard canAsk else { return false }
    write(Array("\(question) [y/N] ".utf8), to: STDERR_FILENO)
    return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
  }

  /// Asks a question that is answered in a line; nil if nobody answers any more.
  func answer(_ question: String) -> String? {
    write(Array("\(question) ".utf8), to: STDERR_FILENO)
    return readLine()
  }

  func say(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  /// On a terminal, shows a line that the next one replaces.
  func progress(_ text: String) {
    if isTerminal { write(Array("\r\u{1B}[K\(text)".utf8), to: STDERR_FILENO) }
  }

  func clearProgress() { progress("") }

  /// Prints the requested output to standard output.
  func show(_ text: [UInt8]) { write(text, to: STDOUT_FILENO) }

  /// Prints findings: text for people to standard error, formats for programs to standard output.
  func show(_ report: [UInt8], as format: DiagnosticFormat) {
    write(report, to: format == .text ? STDERR_FILENO : STDOUT_FILENO)
  }

  /// A pipe that the reader has closed is not an error.
  private func write(_ bytes: [UInt8], to descriptor: Int32) {
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
