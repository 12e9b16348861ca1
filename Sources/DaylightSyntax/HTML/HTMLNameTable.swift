/// Finds the known name that some bytes spell, in any case, with one table look-up: its hash is
/// chosen so that no two names collide.
struct HTMLNameTable: Sendable {
  static let all = HTMLNameTable()

  /// A spelling in the form that is compared: its bytes in lower case, as three words, and their
  /// count.
  private struct Key {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var count = 0

    @inline(__always)
    func place(_ factor: UInt64) -> Int {
      let mixed = first ^ second &* 0x9E37_79B9_7F4A_7C15 ^ third &* 0xC2B2_AE3D_27D4_EB4F
      return Int(truncatingIfNeeded: (mixed &* factor) >> (64 - 14))
    }

    @inline(__always)
    func isSame(_ other: Key) -> Bool {
      (first ^ other.first) | (second ^ other.second) | (third ^ other.third) == 0
        && count == other.count
    }
  }

  /// The first key matches no name.
  private var keys: [Key] = [Key(count: -1)]
  private var names: [HTMLName] = [.unknown]
  /// For each slot, the number of the name that may be there.
  private var places: [UInt16] = []
  private var factor: UInt64 = 0xD6E8_FEB8_6659_FD93

  private init() {
    for name in HTMLName.allCases where name != .unknown {
      // Names that are not valid in Swift are printed in backticks.
      "\(name)".filter { $0 != "`" }.withUTF8Span { spelling in
        spelling.withUnsafeBufferPointer { bytes in
          guard let key = Self.key(of: bytes, bytes.indices) else { return }
          keys.append(key)
          names.append(name)
        }
      }
    }
    // About one factor in seventy works.
    while !placeAll() { factor = factor &* 0xD134_2543_DE82_EF95 &+ 2 }
  }

  /// Returns whether every name has a slot of its own.
  private mutating func placeAll() -> Bool {
    places = Array(repeating: 0, count: 1 << 14)
    for (number, key) in keys.enumerated().dropFirst() {
      let place = key.place(factor)
      if places[place] != 0 { return false }
      places[place] = UInt16(number)
    }
    return true
  }

  @inline(__always)
  func name(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> HTMLName {
    guard let key = Self.key(of: bytes, range) else { return .unknown }
    let number = Int(places[key.place(factor)])
    return keys[number].isSame(key) ? names[number] : .unknown
  }

  /// Nil if it is longer than any known name.
  @inline(__always)
  private static func key(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Key? {
    guard range.count <= 24 else { return nil }
    var key = Key(first: word(bytes, range), count: range.count)
    if range.count > 8 {
      key.second = word(bytes, range.lowerBound + 8..<range.upperBound)
      if range.count > 16 { key.third = word(bytes, range.lowerBound + 16..<range.upperBound) }
    }
    return key
  }

  /// The first eight bytes of a range, or as many as it has, in lower case.
  @inline(__always)
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var word: UInt64 = 0
    if range.lowerBound + 8 <= bytes.count, let memory = UnsafeRawPointer(bytes.baseAddress) {
      word = UInt64(
        littleEndian: memory.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self))
      // Mask off the bytes after the name.
      if range.count < 8 { word &= 1 << (8 * UInt64(range.count)) - 1 }
    } else {
      for (index, offset) in range.prefix(8).enumerated() {
        word |= UInt64(bytes[offset]) << (8 * UInt64(index))
      }
    }
    // All bytes at once: those from ‘A’ to ‘Z’ get the lower-case bit.
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let behindZ = low &+ 0x2525_2525_2525_2525
    let isCapital = (fromA ^ behindZ) & ~word & 0x8080_8080_8080_8080
    return word | isCapital >> 2
  }
}
