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
    var spans = OverrideSpans(assembly.document)
    let asked = comments.compactMap { comment in
      let text = String(decoding: comment.text, as: UTF8.self)
      let end = SourcePosition(
        line: comment.position.line, column: comment.position.column + comment.text.count)
      let location = SourceLocation(path: assembly.path, start: comment.position, end: end)
      return OverrideComment(html: text, at: location) { spans.span(of: comment.position.line) }
    }
    let read = OverrideComment.overrides(
      asked, assembly.rules, assembly.index.languageRules.rule)
    for diagnostic in read.diagnostics { assembly.add(diagnostic) }
    assembly.page.overrides += read.value
  }
}
