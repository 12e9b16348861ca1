extension [UInt8] {
  /// Appends the bytes with `&`, `<`, `>` and `"` written as character references, so that they are
  /// safe as text and inside a double-quoted attribute.
  ///
  /// Runs between those four are copied whole.
  package mutating func append(escapingHTML bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var copied = 0
      while let index = bytes.firstSpecialInHTML(from: copied) {
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
        switch bytes[index] {
        case UInt8(ascii: "&"): append("&amp;")
        case UInt8(ascii: "<"): append("&lt;")
        case UInt8(ascii: ">"): append("&gt;")
        default: append("&quot;")
        }
        copied = index + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }
  }

  private mutating func append(_ reference: StaticString) {
    reference.withUTF8Buffer { append(contentsOf: $0) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The next of the four characters that are escaped, looked for in eight bytes at a time: most
  /// text has none.
  fileprivate func firstSpecialInHTML(from start: Int) -> Int? {
    let bytes = UnsafeRawBufferPointer(self)
    var index = start
    while index + 8 <= count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // `&` and `"` differ in one bit, and so do `<` and `>`.
      let quotes = (word & 0xFBFB_FBFB_FBFB_FBFB) ^ 0x2222_2222_2222_2222
      let brackets = (word & 0xFDFD_FDFD_FDFD_FDFD) ^ 0x3C3C_3C3C_3C3C_3C3C
      if quotes.hasZeroByte || brackets.hasZeroByte { break }
      index += 8
    }
    while index < count {
      switch self[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
        return index
      default: index += 1
      }
    }
    return nil
  }
}

extension UInt64 {
  /// A byte that is zero is the only one that borrows without its top bit being set.
  fileprivate var hasZeroByte: Bool {
    (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080 != 0
  }
}
