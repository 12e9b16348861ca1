/// Finds the known name that some bytes spell, whatever their case, with one look at a table.
struct HTMLNameTable: Sendable {
  static let all = HTMLNameTable()

  /// A spelling as it is compared: its bytes in lower case, as three words, and their number.
  private struct Key: Equatable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var count = 0

    @inline(__always)
    var hash: Int {
      let mixed = first ^ second &* 0x9E37_79B9_7F4A_7C15 ^ third &* 0xC2B2_AE3D_27D4_EB4F
      return Int(truncatingIfNeeded: mixed &* 0xD6E8_FEB8_6659_FD93 >> 40)
    }
  }

  private var slots: [(key: Key, name: HTMLName)]

  private init() {
    slots = Array(repeating: (Key(), .unknown), count: 2048)
    for name in HTMLName.allCases where name != .unknown {
      // What is no Swift name is printed between two of these.
      "\(name)".filter { $0 != "`" }.withUTF8Span { spelling in
        spelling.withUnsafeBufferPointer { bytes in
          guard let key = Self.key(of: bytes) else { return }
          slots[slot(of: key)] = (key, name)
        }
      }
    }
  }

  @inline(__always)
  func name(_ spelling: UnsafeBufferPointer<UInt8>) -> HTMLName {
    guard let key = Self.key(of: spelling) else { return .unknown }
    return slots[slot(of: key)].name
  }

  /// The slot that holds the key, or the free one where it would be.
  @inline(__always)
  private func slot(of key: Key) -> Int {
    var slot = key.hash & (slots.count - 1)
    while slots[slot].key.count != 0, slots[slot].key != key {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Nothing for what is longer than any known name.
  @inline(__always)
  private static func key(of spelling: UnsafeBufferPointer<UInt8>) -> Key? {
    let count = spelling.count
    var key = Key(count: count)
    key.first = word(spelling, 0)
    if count > 8 {
      guard count <= 24 else { return nil }
      key.second = word(spelling, 8)
      if count > 16 { key.third = word(spelling, 16) }
    }
    return key
  }

  /// Up to eight bytes from an offset on, in lower case.
  @inline(__always)
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt64 {
    let count = min(bytes.count - offset, 8)
    var word: UInt64 = 0
    if count == 8, let start = bytes.baseAddress {
      word = UInt64(
        littleEndian: UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      )
    } else {
      for index in 0..<count { word |= UInt64(bytes[offset + index]) << (8 * UInt64(index)) }
    }
    // All bytes at once: those from ‘A’ to ‘Z’ get the bit that makes them small.
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let behindZ = low &+ 0x2525_2525_2525_2525
    let isCapital = (fromA ^ behindZ) & ~word & 0x8080_8080_8080_8080
    return word | isCapital >> 2
  }
}
