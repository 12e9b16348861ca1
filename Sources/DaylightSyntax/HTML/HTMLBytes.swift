/// The byte classes that the HTML standard distinguishes.
extension UInt8 {
  /// White space in HTML, which no other control characters are.
  @inlinable @inline(__always)
  package var isHTMLSpace: Bool { isOne(of: Self.spaceBits) }

  @inline(__always)
  var endsTagName: Bool { isOne(of: Self.tagNameEndBits) }

  @inline(__always)
  var endsAttributeName: Bool { isOne(of: Self.attributeNameEndBits) }

  /// Whether the byte is in a set of bytes below U+0040, given as bits: one test, however many
  /// there are.
  @inlinable @inline(__always)
  package func isOne(of bits: UInt64) -> Bool { self < 64 && bits >> UInt64(self) & 1 != 0 }

  /// Tab, line feed, form feed, carriage return and space.
  @inlinable
  package static var spaceBits: UInt64 { 1 << 0x09 | 1 << 0x0A | 1 << 0x0C | 1 << 0x0D | 1 << 0x20 }
  /// And `/` and `>`.
  private static var tagNameEndBits: UInt64 { spaceBits | 1 << 0x2F | 1 << 0x3E }
  /// And `=`.
  private static var attributeNameEndBits: UInt64 { tagNameEndBits | 1 << 0x3D }
}

extension UInt64 {
  /// The high bit of each of eight bytes that is zero; bytes after the first zero may be set too.
  @inline(__always)
  var zeroBytes: UInt64 { (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080 }
}
