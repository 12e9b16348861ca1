extension MarkdownTree {
  /// Keeps the quotation marks straight that an author wrote with a backslash, by printing them as
  /// numbers, which `Typography.set(page:)` does not change.
  package func keepStraightMarks() {
    guard mayHaveStraightMarks else { return }
    var texts: [MarkdownNode] = []
    walk { node, kind, _ in
      if kind == .text, node.literal.contains(where: Self.isStraightMark) { texts.append(node) }
    }
    for text in texts {
      let literal = Array(text.literal)
      let origin = TextOrigin(of: text)
      var pieces: [MarkdownNode] = []
      var copied = 0
      for (offset, byte) in literal.enumerated()
      where Self.isStraightMark(byte) && origin.isEscaped(offset) {
        if offset > copied { pieces.append(text.makeText(of: copied..<offset)) }
        pieces.append(text.makeCustomInline(enter: Array("&#\(byte);".utf8)))
        copied = offset + 1
      }
      if copied == 0 { continue }
      if copied < literal.count { pieces.append(text.makeText(of: copied..<literal.count)) }
      text.replace(with: pieces)
    }
  }

  private static func isStraightMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// Whether a mark may have a backslash before it.
  private var mayHaveStraightMarks: Bool {
    var next = body.offset(of: UInt8(ascii: "\\"))
    while let offset = next {
      if offset + 1 < body.count, Self.isStraightMark(body[offset + 1]) { return true }
      next = body.offset(of: UInt8(ascii: "\\"), from: offset + 1)
    }
    return false
  }
}
