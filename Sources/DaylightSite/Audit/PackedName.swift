import DaylightSyntax

/// A name in lower case, packed into two words, so that tags and attributes are told apart without
/// making strings of them. A name of more than 16 bytes has none.
struct PackedName: Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  @inline(__always)
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count <= 16 else { return nil }
    for offset in 0..<min(bytes.count, 8) {
      low = low << 8 | UInt64(asciiLowercased(bytes[unchecked: offset]))
    }
    for offset in min(bytes.count, 8)..<bytes.count {
      high = high << 8 | UInt64(asciiLowercased(bytes[unchecked: offset]))
    }
  }

  fileprivate var hash: Int {
    Int(truncatingIfNeeded: ((low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93) >> 40)
  }
}

@inline(__always)
func asciiLowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}

/// Values by name, looked up over bytes.
struct NameTable<Value: Sendable>: Sendable {
  private var slots: [(name: PackedName, value: Value)?]

  /// - Parameter names: for each value its names, parted by spaces, each of at most 16 bytes.
  init(_ names: [(Value, String)]) {
    var entries: [(PackedName, Value)] = []
    for (value, list) in names {
      for name in list.split(whereSeparator: \.isWhitespace) {
        let packed = String(name).withUTF8Span { PackedName($0) }
        precondition(packed != nil, "\(name) is too long for the table")
        if let packed { entries.append((packed, value)) }
      }
    }
    var size = 16
    while size < 4 * entries.count { size *= 2 }
    slots = Array(repeating: nil, count: size)
    for (name, value) in entries { slots[slot(of: name)] = (name, value) }
  }

  @inline(__always)
  subscript(name: PackedName) -> Value? { slots[slot(of: name)]?.value }

  /// The slot that holds the name, or the free one where it would be.
  private func slot(of name: PackedName) -> Int {
    var slot = name.hash & (slots.count - 1)
    while let other = slots[slot]?.name, other != name { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
