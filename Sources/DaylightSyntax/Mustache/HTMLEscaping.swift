extension [UInt8] {
  /// Appends the bytes with `&`, `<`, `>` and `"` written as character references, so that they are
  /// safe as text and inside a double-quoted attribute.
  ///
  /// Runs between those four are copied whole.
  package mutating func append(escapingHTML bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var copied = 0
      for index in bytes.indices {
        let reference: StaticString
        switch bytes[index] {
        case UInt8(ascii: "&"): reference = "&amp;"
        case UInt8(ascii: "<"): reference = "&lt;"
        case UInt8(ascii: ">"): reference = "&gt;"
        case UInt8(ascii: "\""): reference = "&quot;"
        default: continue
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
        reference.withUTF8Buffer { append(contentsOf: $0) }
        copied = index + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }
  }
}
