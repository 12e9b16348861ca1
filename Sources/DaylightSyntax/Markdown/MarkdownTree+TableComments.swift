extension MarkdownTree {
  /// The comments on lines of their own between the rows of a table, which ends there. Call it before
  /// `takeRawHTML`.
  package func commentsInTables(path: String) -> [SourceLocation] {
    guard body.has(UInt8(ascii: "|")), body.hasCommentOpening else { return [] }
    var found: [SourceLocation] = []
    walk { node, kind, isEntering in
      guard isEntering, kind == .htmlBlock, let place = node.placeInTable(path) else { return }
      found.append(place)
    }
    return found
  }
}

extension MarkdownNode {
  /// Where this block is, if it is a comment, the line above it is of a table, and the line below it
  /// looks like a row.
  fileprivate func placeInTable(_ path: String) -> SourceLocation? {
    guard let lines = commentLines, let above = previous,
      above.kind == .table || above.kind == .paragraph
    else { return nil }
    let first = lines.lowerBound
    var last = lines.upperBound
    // More comments may follow, each a block.
    var following = next
    while let node = following, let more = node.commentLines, more.lowerBound == last + 1 {
      last = more.upperBound
      following = node.next
    }
    let below = line(last + 1)
    let isDivided = above.kind == .table ? below.isRow : below.isDelimiterRow
    guard isDivided, line(first - 1).isRow else { return nil }
    let start = line(first).firstIndex(of: UInt8(ascii: "<")) ?? 0
    let end = line(last).lastIndex { $0 > UInt8(ascii: " ") } ?? 0
    return SourceLocation(
      path: path, start: SourcePosition(line: first, column: start + 1),
      end: SourcePosition(line: last, column: end + 2))
  }

  /// The lines of a block that is a comment.
  private var commentLines: ClosedRange<Int>? {
    guard kind == .htmlBlock, let first = position?.line,
      literal.drop(while: { $0 <= UInt8(ascii: " ") }).starts(with: "<!--".utf8)
    else { return nil }
    return first...first + max(0, literal.count { $0 == UInt8(ascii: "\n") } - 1)
  }

  private func line(_ line: Int) -> [UInt8] {
    let number = line - source.pointee.firstLine + 1
    guard number >= 1, number <= source.pointee.lineCount else { return [] }
    return Array(source.pointee.line(number))
  }
}

extension [UInt8] {
  fileprivate var isRow: Bool {
    indices.contains { index in
      self[index] == UInt8(ascii: "|") && (index == 0 || self[index - 1] != UInt8(ascii: "\\"))
    }
  }

  fileprivate var isDelimiterRow: Bool {
    contains(UInt8(ascii: "-")) && allSatisfy { $0.isOne(of: "|-:> \t\r\n") }
  }
}
