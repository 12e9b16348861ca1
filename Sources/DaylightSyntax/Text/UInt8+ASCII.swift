/// What a byte is in ASCII; a byte from 0x80 on is none of these.
extension UInt8 {
  @inlinable @inline(__always)
  package var isASCIIDigit: Bool { self &- 0x30 < 10 }

  @inlinable @inline(__always)
  package var isASCIICapital: Bool { self &- 0x41 < 26 }

  @inlinable @inline(__always)
  package var isASCIISmallLetter: Bool { self &- 0x61 < 26 }

  @inlinable @inline(__always)
  package var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  @inlinable @inline(__always)
  package var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }

  /// A printable character that is no letter, digit or space.
  @inlinable @inline(__always)
  package var isASCIIPunctuation: Bool {
    self > 0x20 && self < 0x7F && !isASCIILetterOrDigit
  }

  /// A letter or digit of ASCII, or a byte of any other character.
  @inlinable @inline(__always)
  package var isWordByte: Bool { isASCIILetterOrDigit || self >= 0x80 }

  /// Whether the byte is one of those of a literal. The compiler knows them here, and not in `utf8`.
  @inlinable @inline(__always)
  package func isOne(of text: StaticString) -> Bool {
    text.withUTF8Buffer { $0.contains(self) }
  }
}
