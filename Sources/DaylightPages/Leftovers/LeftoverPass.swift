import DaylightModel
import DaylightSyntax

/// Flags text that looks like markup but is not: what an author meant as a link, a list or a
/// callout, and every reader would see as typed.
///
/// A code span, a code block or a backslash shows that it is meant to be seen.
enum LeftoverPass {
  /// - Parameter hasConflict: whether git marked lines of the text as a conflict.
  static func run(
    _ tree: MarkdownTree, _ outline: MarkdownOutline, hasConflict: Bool,
    _ assembly: inout Assembly
  ) {
    let code = outline.verbatimBlocks.filter { $0.kind == .codeBlock }
    if !code.isEmpty {
      let lines = LineIndex(assembly.document.file.bytes)
      for block in code { AccidentalCode.check(block, lines, &assembly) }
    }
    if tree.mayHaveDefinitions { LostDefinition.check(outline, &assembly) }
    for bold in outline.boldParagraphs { BoldHeading.check(bold, &assembly) }
    if hasConflict { return }
    var images: [MarkdownNode] = []
    for block in outline.blocksWithSigns {
      report(LeftoverText(block: block, images: &images), in: block, &assembly)
    }
    for image in images { report(LeftoverText(image: image), in: image, &assembly) }
  }

  private static func report(
    _ text: LeftoverText, in node: MarkdownNode, _ assembly: inout Assembly
  ) {
    for leftover in text.leftovers() {
      if leftover.kind.rule == .placeholderText, assembly.entry.isDraft { continue }
      let start = leftover.start ?? text.place(of: leftover) ?? node.place
      if assembly.isTold(at: start) || assembly.isOfBrokenTable(start.line) { continue }
      let end = leftover.end.flatMap { $0 > start ? $0 : nil }
      let place = SourceLocation(path: assembly.path, start: start, end: end)
      let found = text.quoted(leftover.range)
      if leftover.kind.rule == .strayCallout {
        let isFirst = leftover.range.lowerBound == 0
        assembly.add(.strayCallout(found, in: node, isFirst: isFirst, assembly, at: place))
      } else {
        assembly.add(.leftover(found, leftover.kind, at: place))
      }
    }
  }
}

extension Assembly {
  /// Whether something with a finding of its own is at a place.
  func isTold(at place: SourcePosition) -> Bool { told.contains(place) }

  /// Whether a line is next to a comment that ended a table, which is the cause of what is found
  /// there.
  fileprivate func isOfBrokenTable(_ line: Int) -> Bool {
    brokenTables.contains(SourcePosition(line: line, column: 1))
  }
}
