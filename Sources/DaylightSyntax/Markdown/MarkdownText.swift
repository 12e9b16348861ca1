extension [UInt8] {
  /// Appends a text as cmark prints the literal of a text node.
  package mutating func append(markdownText text: Span<UInt8>) {
    var start = 0
    for offset in text.indices {
      let byte = text[unchecked: offset]
      guard byte < 0x3F else { continue }
      let escape: StaticString
      switch byte {
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
