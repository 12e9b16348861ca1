/// Eight adjacent bytes of a text, with tests for all of them at once.
///
/// A result has the high bit set of every byte for which the test is true, the first byte lowest;
/// no other bit is set. For bytes outside ASCII only `outsideASCII` is true.
struct EightBytes {
  private let bytes: UInt64

  /// Nil if fewer than eight bytes are left.
  @inline(__always)
  init?(in text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    guard offset + 8 <= text.count, let memory = UnsafeRawPointer(text.baseAddress) else {
      return nil
    }
    bytes = UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  var outsideASCII: UInt64 { bytes & Self.highBits }

  /// In either case.
  @inline(__always)
  var letters: UInt64 {
    let lowered = sevenBits | 0x2020_2020_2020_2020
    // The high bit tells whether a byte is at least ‘a’, and whether it is more than ‘z’.
    return (lowered &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(lowered &+ 0x0505_0505_0505_0505) & isASCII
  }

  @inline(__always)
  var digits: UInt64 {
    (sevenBits &+ 0x5050_5050_5050_5050) & ~(sevenBits &+ 0x4646_4646_4646_4646) & isASCII
  }

  @inline(__always)
  func equal(to byte: UInt8) -> UInt64 {
    let differences = sevenBits ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~(differences &+ 0x7F7F_7F7F_7F7F_7F7F) & isASCII
  }

  /// The first `count` bytes with letters in lower case, the rest zero. Other bytes may change too.
  @inline(__always)
  func lowered(first count: Int) -> UInt64 {
    (bytes | 0x2020_2020_2020_2020) & (1 &<< UInt64(8 &* count) &- 1)
  }

  @inline(__always)
  private var sevenBits: UInt64 { bytes & ~Self.highBits }

  @inline(__always)
  private var isASCII: UInt64 { ~bytes & Self.highBits }

  /// That of each byte.
  @inline(__always)
  static var highBits: UInt64 { 0x8080_8080_8080_8080 }
}
