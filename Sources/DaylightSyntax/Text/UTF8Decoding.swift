extension Span<UInt8> {
  /// The scalar whose first byte is at `offset`, and how many bytes it takes.
  ///
  /// A byte that begins no well-formed sequence (Unicode standard, table 3-7) is one U+FFFD of
  /// length 1, so that every byte belongs to exactly one scalar.
  package func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int) {
    let lead = self[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return ("\u{FFFD}", 1)
    }
    guard offset + length <= count else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for next in offset + 1..<offset + length {
      guard isContinuationByte(self[next]) else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(self[next] & 0x3F)
    }
    // What remains to be rejected: surrogates, numbers past the end, and overlong encodings.
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }
}

/// Whether a byte is one of those that follow the first byte of a character.
@inline(__always)
package func isContinuationByte(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
