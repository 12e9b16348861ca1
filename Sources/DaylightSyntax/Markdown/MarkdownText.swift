extension [UInt8] {
  /// Appends a text as cmark prints the literal of a text node.
  package mutating func append(markdownText text: Span<UInt8>) {
    if !text.needsEscape { return append(copying: text) }
    var start = 0
    for offset in text.indices {
      let escape: StaticString
      switch text[unchecked: offset] {
      case UInt8(ascii: "\""): escape = "&quot;"
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: ">"): escape = "&gt;"
      default: continue
      }
      append(copying: text.extracting(start..<offset))
      escape.withUTF8Buffer { append(contentsOf: $0) }
      start = offset + 1
    }
    append(copying: text.extracting(start..<text.count))
  }
}

extension Span<UInt8> {
  /// Most text does not; without a way out of the loop, so that it goes in wide steps.
  fileprivate var needsEscape: Bool {
    var found: UInt8 = 0
    for offset in indices {
      let byte = self[unchecked: offset]
      found |= byte == UInt8(ascii: "\"") ? 1 : 0
      found |= byte == UInt8(ascii: "&") ? 1 : 0
      found |= byte == UInt8(ascii: "<") ? 1 : 0
      found |= byte == UInt8(ascii: ">") ? 1 : 0
    }
    return found != 0
  }
}
