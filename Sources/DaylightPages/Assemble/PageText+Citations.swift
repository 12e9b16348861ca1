import DaylightSyntax

extension PageText {
  /// Whether a source stands beside a stretch of a block: in its sentence, in its row of a table, or
  /// in the sentence that introduces its list (CNT-06). That of a heading is in the first paragraph
  /// below it.
  func isCited(_ range: Range<Int>, in block: TextBlock) -> Bool {
    if !block.citations.isEmpty {
      let sentence = Sentence.range(around: range, in: bytes[block.bytes])
      if block.citations.contains(where: sentence.contains) { return true }
    }
    if let row = block.setting.row {
      return blocks.contains { $0.setting.row == row && !$0.citations.isEmpty }
    }
    if let lead = block.setting.lead.map({ blocks[$0] }), !lead.bytes.isEmpty {
      let end = lead.bytes.upperBound
      return isCited(end - 1..<end, in: lead)
    }
    guard block.setting.isHeading,
      let next = blocks.first(where: { $0.bytes.lowerBound > block.bytes.lowerBound })
    else { return false }
    return !next.citations.isEmpty
  }
}
