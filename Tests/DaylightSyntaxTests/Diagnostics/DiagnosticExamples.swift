import DaylightSyntax
import TestSupport

/// A small site with findings, for the tests of the formats.
enum DiagnosticExamples {
  static let page = SourceFile(
    path: "content/understanding/index.md",
    text: String(repeating: "\n", count: 13)
      + "Read about [grounding](../topics/groundng.md) first.\n")

  static let brokenLink = Diagnostic(
    Rule("broken-link", .error, "A link leads to a page that does not exist."),
    "no page at ‘../topics/groundng.md’",
    at: SourceLocation(
      path: page.path, start: SourcePosition(line: 14, column: 24),
      end: SourcePosition(line: 14, column: 45)),
    help: "did you mean ‘../topics/grounding.md’?")

  static func warning(
    _ message: String = "found", line: Int = 1, _ columns: Range<Int> = 1..<1,
    end: SourcePosition? = nil, path: String = "content/a.md", notes: [Diagnostic.Note] = [],
    help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      Rule("example", .warning, "An example."), message,
      at: SourceLocation(
        path: path, start: SourcePosition(line: line, column: columns.lowerBound),
        end: end ?? SourcePosition(line: line, column: columns.upperBound)),
      notes: notes, help: help)
  }

  static func text(
    _ diagnostics: [Diagnostic], _ format: DiagnosticFormat = .text,
    source: String? = nil, inColour: Bool = false
  ) -> String {
    var output: [UInt8] = []
    format.append(
      diagnostics,
      sources: { path in
        if path == page.path { return page }
        return source.map { SourceFile(path: path, text: $0) }
      }, inColour: inColour, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
