/// A 64-bit fingerprint of bytes, the same on every machine and in every process.
///
/// The algorithm is XXH64 with seed 0, by its published specification (github.com/Cyan4973/xxHash,
/// doc/xxhash_spec.md). It detects changed content; it is no defence against deliberate collisions.
package struct ContentDigest: Sendable, Hashable {
  package let value: UInt64

  package init(value: UInt64) { self.value = value }

  package init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Self($0) }
  }

  package init(_ bytes: UnsafeRawBufferPointer) {
    var lanes = Lanes()
    let tail = lanes.absorb(bytes)
    self = lanes.digest(tail: UnsafeRawBufferPointer(rebasing: bytes[tail...]), count: bytes.count)
  }

  /// Computes the digest of content that arrives in pieces of any size.
  package struct Stream: Sendable {
    private var lanes = Lanes()
    private var pending: [UInt8] = []
    private var count = 0

    package init() {}

    package mutating func append(_ bytes: UnsafeRawBufferPointer) {
      count += bytes.count
      var start = 0
      if !pending.isEmpty {
        start = min(Lanes.stripe - pending.count, bytes.count)
        pending.append(contentsOf: bytes[..<start])
        guard pending.count == Lanes.stripe else { return }
        _ = pending.withUnsafeBytes { lanes.absorb($0) }
        pending.removeAll(keepingCapacity: true)
      }
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
      pending.append(contentsOf: rest[lanes.absorb(rest)...])
    }

    package func finish() -> ContentDigest {
      pending.withUnsafeBytes { lanes.digest(tail: $0, count: count) }
    }
  }
}

extension ContentDigest {
  /// Sixteen lower-case digits.
  package var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Nil if the bytes are not sixteen digits.
  package init?(hexadecimal digits: some Collection<UInt8>) {
    guard digits.count == 16,
      let value = UInt64(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    self.init(value: value)
  }
}

/// The four running sums of XXH64, each fed eight of every 32 bytes.
private struct Lanes {
  static let stripe = 32

  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  private var a = prime1 &+ prime2
  private var b = prime2
  private var c: UInt64 = 0
  private var d = 0 &- prime1

  /// Processes all complete stripes and returns the offset of the first remaining byte.
  mutating func absorb(_ bytes: UnsafeRawBufferPointer) -> Int {
    var offset = 0
    while offset + Self.stripe <= bytes.count {
      a = Self.round(a, Self.word(bytes, offset))
      b = Self.round(b, Self.word(bytes, offset + 8))
      c = Self.round(c, Self.word(bytes, offset + 16))
      d = Self.round(d, Self.word(bytes, offset + 24))
      offset += Self.stripe
    }
    return offset
  }

  /// The digest of what was absorbed and of the fewer than 32 bytes after it; `count` is the total.
  func digest(tail: UnsafeRawBufferPointer, count: Int) -> ContentDigest {
    var sum: UInt64
    if count >= Self.stripe {
      sum = a.rotated(1) &+ b.rotated(7) &+ c.rotated(12) &+ d.rotated(18)
      sum = Self.merged(Self.merged(Self.merged(Self.merged(sum, a), b), c), d)
    } else {
      sum = Self.prime5
    }
    sum &+= UInt64(count)

    var offset = 0
    while offset + 8 <= tail.count {
      sum = (sum ^ Self.round(0, Self.word(tail, offset))).rotated(27) &* Self.prime1 &+ Self.prime4
      offset += 8
    }
    if offset + 4 <= tail.count {
      let half = UInt32(littleEndian: tail.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      sum = (sum ^ (UInt64(half) &* Self.prime1)).rotated(23) &* Self.prime2 &+ Self.prime3
      offset += 4
    }
    while offset < tail.count {
      sum = (sum ^ (UInt64(tail[offset]) &* Self.prime5)).rotated(11) &* Self.prime1
      offset += 1
    }

    sum = (sum ^ (sum >> 33)) &* Self.prime2
    sum = (sum ^ (sum >> 29)) &* Self.prime3
    return ContentDigest(value: sum ^ (sum >> 32))
  }

  private static func round(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    (sum &+ word &* prime2).rotated(31) &* prime1
  }

  private static func merged(_ sum: UInt64, _ lane: UInt64) -> UInt64 {
    (sum ^ round(0, lane)) &* prime1 &+ prime4
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

extension UInt64 {
  fileprivate func rotated(_ bits: UInt64) -> UInt64 { (self << bits) | (self >> (64 - bits)) }
}
