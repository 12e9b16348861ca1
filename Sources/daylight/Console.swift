import DaylightSyntax
import Platform

/// Where words to the person at the keyboard go: findings and the summary to standard error, so that
/// a machine format alone stands on standard output.
struct Console {
  let isTerminal = isatty(STDERR_FILENO) == 1

  /// Colours only on a terminal, and not where NO_COLOR asks for none (no-color.org).
  var isInColour: Bool {
    isTerminal && (getenv("NO_COLOR").map { String(cString: $0).isEmpty } ?? true)
  }

  func say(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  /// Shows a line that the next one replaces. On a terminal only.
  func progress(_ text: String) {
    if isTerminal { write(Array("\r\u{1B}[K\(text)".utf8), to: STDERR_FILENO) }
  }

  func clearProgress() { progress("") }

  /// Shows what was asked for, on standard output.
  func show(_ text: [UInt8]) { write(text, to: STDOUT_FILENO) }

  /// Shows findings: to people on standard error, to machines on standard output.
  func show(_ report: [UInt8], as format: DiagnosticFormat) {
    write(report, to: format == .text ? STDERR_FILENO : STDOUT_FILENO)
  }

  /// A closed pipe at the other end is no reason to fail.
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
