/// A table cell beyond the columns of the header row, which cmark drops.
package struct LostCell: Sendable, Hashable {
  package let text: [UInt8]
  package let start: SourcePosition
  package let end: SourcePosition
  /// Of the heading.
  package let columns: Int
}

extension MarkdownNode {
  /// The non-empty dropped cells of this table, read from its rows in the source.
  package var lostCells: [LostCell] {
    guard let header = firstChild else { return [] }
    let columns = header.children.reduce(0) { count, _ in count + 1 }
    var found: [LostCell] = []
    for row in children where row != header {
      guard let position = row.position, let start = source.pointee.offset(of: position) else {
        continue
      }
      let cells = cells(from: start)
      guard cells.count > columns else { continue }
      for cell in cells[columns...] {
        let text = source.pointee.body[cell]
        // Dropping a comment is no loss.
        if text.isEmpty || HiddenComments.isPlaceholder(UnsafeBufferPointer(rebasing: text)) {
          continue
        }
        if text.starts(with: "<!--".utf8) { continue }
        found.append(
          LostCell(
            text: Array(text), start: source.pointee.position(at: cell.lowerBound),
            end: source.pointee.position(at: cell.upperBound), columns: columns))
        break
      }
    }
    return found
  }

  /// The ranges between the pipes on the rest of this line, without surrounding blanks.
  private func cells(from start: Int) -> [Range<Int>] {
    let body = source.pointee.body
    var end = start
    while end < body.count, body[end] != UInt8(ascii: "\n"), body[end] != UInt8(ascii: "\r") {
      end += 1
    }
    var cells: [Range<Int>] = []
    var cell = start
    var index = start
    while index <= end {
      if index == end || body[index] == UInt8(ascii: "|") {
        cells.append(body.trimmed(cell..<index))
        cell = index + 1
      } else if body[index] == UInt8(ascii: "\\") {
        index += 1
      }
      index += 1
    }
    // The pipes at the ends of a row separate nothing.
    if cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.last?.isEmpty == true { cells.removeLast() }
    return cells
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start] <= UInt8(ascii: " ") { start += 1 }
    while end > start, self[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }
}
