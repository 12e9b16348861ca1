import DaylightModel
import DaylightSyntax

/// Reads the overrides in a text: `<!-- allow: rule because reason -->`.
///
/// An override applies to its block; one that is alone applies to the next block. The reason has at
/// least four words. `Findings` applies what is read here, because much is found only after the
/// page was assembled.
enum OverridePass {
  static func run(_ comments: [RawHTML.Fragment], _ assembly: inout Assembly) {
    guard !comments.isEmpty else { return }
    let bytes = assembly.document.file.bytes
    let lines = LineIndex(bytes)
    for comment in comments {
      let text = String(decoding: comment.text, as: UTF8.self)
      let end = SourcePosition(
        line: comment.position.line, column: comment.position.column + comment.text.count)
      let location = SourceLocation(path: assembly.path, start: comment.position, end: end)
      let document = assembly.document
      let read = OverrideComment(html: text, at: location) {
        Self.span(of: comment.position.line, in: document, lines)
      }?.override(assembly.rules, assembly.index.languageRules.rule)
      guard let read else { continue }
      for diagnostic in read.diagnostics { assembly.add(diagnostic) }
      if let override = read.value { assembly.page.overrides.append(override) }
    }
  }

  /// From the line of a comment to the end of its block, or of the next if it is alone. Front
  /// matter is not part of any block.
  private static func span(
    of line: Int, in document: Document, _ lines: LineIndex
  ) -> ClosedRange<Int> {
    let bytes = document.file.bytes
    func isBlank(_ line: Int) -> Bool { bytes[lines.range(ofLine: line)].allSatisfy { $0 <= 0x20 } }
    func isComment(_ line: Int) -> Bool {
      let text = bytes[lines.range(ofLine: line)].drop { $0 <= 0x20 }
      return text.starts(with: "<!--".utf8)
    }
    var first = line
    if !isComment(line) { while first > document.bodyLine, !isBlank(first - 1) { first -= 1 } }
    var last = line
    if isComment(line) {
      while last < lines.lineCount, isBlank(last + 1) || isComment(last + 1) { last += 1 }
    }
    while last < lines.lineCount, !isBlank(last + 1) { last += 1 }
    return first...last
  }
}
