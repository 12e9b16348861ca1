/// Lines and blanks, as defined by the whitespace rules of the Mustache specification: a line ends
/// with `\n` or `\r\n`.
extension UInt8 {
  var isSpaceOrTab: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// Space, tab or an end of line.
  var isBlank: Bool {
    self == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(self)
  }
}

extension [UInt8] {
  func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || self[offset - 1] == UInt8(ascii: "\n")
  }

  /// The start of the line, if only spaces and tabs come before the offset.
  func blankLineStart(before offset: Int) -> Int? {
    var start = offset
    while start > 0, self[start - 1].isSpaceOrTab { start -= 1 }
    return isLineStart(start) ? start : nil
  }

  /// The start of the next line, if only spaces and tabs come after the offset.
  func blankLineEnd(after offset: Int) -> Int? {
    var end = offset
    while end < count, self[end].isSpaceOrTab { end += 1 }
    if end == count { return end }
    if self[end] == UInt8(ascii: "\n") { return end + 1 }
    if self[end...].starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")]) { return end + 2 }
    return nil
  }

  func skippingBlanks(from start: Int) -> Int {
    var index = start
    while index < count, self[index].isBlank { index += 1 }
    return index
  }

  func trimmingBlanks(_ range: Range<Int>) -> Range<Int> {
    let lower = Swift.min(skippingBlanks(from: range.lowerBound), range.upperBound)
    var upper = range.upperBound
    while upper > lower, self[upper - 1].isBlank { upper -= 1 }
    return lower..<upper
  }
}
