/// Findings for people: the message, the location, the line with carets under the marked part, the
/// help.
struct TextFormatter {
  private var sources: SourceLines
  private let inColour: Bool

  init(_ sources: SourceLines, inColour: Bool) {
    self.sources = sources
    self.inColour = inColour
  }

  mutating func append(_ diagnostics: [Diagnostic], to output: inout [UInt8]) {
    for (index, diagnostic) in diagnostics.enumerated() {
      if index > 0 { output.append(UInt8(ascii: "\n")) }
      append(diagnostic, to: &output)
    }
  }

  private mutating func append(_ diagnostic: Diagnostic, to output: inout [UInt8]) {
    let lines =
      ([diagnostic.location] + diagnostic.notes.map(\.location)).compactMap { $0?.start.line }
    let margin = lines.max().map { String($0).utf8.count } ?? 1
    let style = Style(diagnostic.severity)

    appendHeading(diagnostic.severity.rawValue, style, diagnostic.message, to: &output)
    output += " [".utf8
    output.appendVisible(diagnostic.rule.id)
    output += "]\n".utf8
    if let location = diagnostic.location {
      append(location, style, margin: margin, to: &output)
    }
    for note in diagnostic.notes where note.location == nil {
      appendRemark("note", note.message, margin: margin, to: &output)
    }
    if let help = diagnostic.help { appendRemark("help", help, margin: margin, to: &output) }
    for note in diagnostic.notes {
      guard let location = note.location else { continue }
      appendHeading("note", .note, note.message, to: &output)
      output.append(UInt8(ascii: "\n"))
      append(location, .note, margin: margin, to: &output)
    }
  }

  private func appendHeading(
    _ name: String, _ style: Style, _ message: String, to output: inout [UInt8]
  ) {
    append(style, to: &output) { $0 += name.utf8 }
    append(.strong, to: &output) {
      $0 += ": ".utf8
      $0.appendVisible(message)
    }
  }

  /// The location, and its line if the file is available. Of a range over several lines, the first
  /// is shown.
  private mutating func append(
    _ location: SourceLocation, _ style: Style, margin: Int, to output: inout [UInt8]
  ) {
    let (start, end) = (location.start, location.end)
    append(.margin, to: &output) {
      $0.appendSpaces(margin)
      $0 += "--> ".utf8
    }
    output.appendVisible(location.path)
    output += ":\(start.line):\(start.column)\n".utf8
    guard let line = sources.line(start.line, of: location.path) else { return }

    let lower = max(start.column - 1, 0)
    let upper = end.line > start.line ? line.count : end.column - 1
    let excerpt = Excerpt(line, marking: lower..<max(lower, upper))
    appendMargin("", width: margin, to: &output)
    output.append(UInt8(ascii: "\n"))
    appendMargin(String(start.line), width: margin, to: &output)
    if !excerpt.text.isEmpty { output.append(UInt8(ascii: " ")) }
    output += excerpt.text
    output.append(UInt8(ascii: "\n"))
    appendMargin("", width: margin, to: &output)
    output.appendSpaces(1 + excerpt.caretColumn)
    append(style, to: &output) {
      $0.append(contentsOf: repeatElement(UInt8(ascii: "^"), count: excerpt.caretCount))
    }
    output.append(UInt8(ascii: "\n"))
  }

  /// A line about the whole finding; its continuation lines are indented under it.
  private func appendRemark(
    _ name: String, _ message: String, margin: Int, to output: inout [UInt8]
  ) {
    for (index, line) in message.split(separator: "\n").enumerated() {
      if index == 0 {
        append(.margin, to: &output) {
          $0.appendSpaces(margin + 1)
          $0 += "= ".utf8
        }
        append(.strong, to: &output) { $0 += "\(name):".utf8 }
        output.append(UInt8(ascii: " "))
      } else {
        output.appendSpaces(margin + 5 + name.utf8.count)
      }
      output.appendVisible(String(line))
      output.append(UInt8(ascii: "\n"))
    }
  }

  private func appendMargin(_ number: String, width: Int, to output: inout [UInt8]) {
    append(.margin, to: &output) {
      $0.appendSpaces(width - number.utf8.count)
      $0 += number.utf8
      $0 += " |".utf8
    }
  }

  /// The styles as ECMA-48's “select graphic rendition” numbers.
  private enum Style: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case margin = "34"
    case strong = "1"

    init(_ severity: Diagnostic.Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note: self = .note
      }
    }
  }

  private func append(_ style: Style, to output: inout [UInt8], _ text: (inout [UInt8]) -> Void) {
    if inColour { output += "\u{1B}[\(style.rawValue)m".utf8 }
    text(&output)
    if inColour { output += "\u{1B}[0m".utf8 }
  }
}

extension [UInt8] {
  fileprivate mutating func appendSpaces(_ count: Int) {
    append(contentsOf: repeatElement(UInt8(ascii: " "), count: Swift.max(count, 0)))
  }
}
