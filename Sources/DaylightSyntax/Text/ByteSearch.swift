import Platform

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first occurrence of a byte, at the speed of `memchr`.
  package func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  package func has(_ byte: UInt8) -> Bool { offset(of: byte) != nil }

  /// Whether an ASCII digit is anywhere, eight bytes at a time.
  package var hasDigits: Bool {
    let memory = UnsafeRawBufferPointer(self)
    var offset = 0
    while offset + 8 <= count {
      let word = memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // Bytes from ‘0’ to ‘?’.
      let near = ((word & 0xF0F0_F0F0_F0F0_F0F0) ^ 0x3030_3030_3030_3030).zeroBytes
      if near != 0, self[offset..<offset + 8].contains(where: \.isASCIIDigit) { return true }
      offset += 8
    }
    return self[offset...].contains(where: \.isASCIIDigit)
  }
}

extension String {
  package func hasByte(_ byte: UInt8) -> Bool {
    withUTF8Span { $0.withUnsafeBufferPointer { $0.has(byte) } }
  }
}

extension [UInt8] {
  /// The offset of a text in the bytes.
  package func offset(of text: some Collection<UInt8>) -> Int? {
    withUnsafeBufferPointer { bytes in
      text.withContiguousStorageIfAvailable { bytes.offset(of: $0) }
        ?? Array(text).withUnsafeBufferPointer { bytes.offset(of: $0) }
    }
  }

  package func contains(text: String) -> Bool { offset(of: text.utf8) != nil }

  package var asciiLowercase: [UInt8] { map(\.asciiLowercased) }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of a text in the bytes. Most of them are only searched for the rarest byte of the
  /// text.
  package func offset(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = baseAddress, let pattern = text.baseAddress,
      let rarest = text.indices.min(by: { Self.frequency(text[$0]) < Self.frequency(text[$1]) })
    else { return nil }
    var start = rarest
    while let found = offset(of: text[rarest], from: start),
      found - rarest + text.count <= count
    {
      if memcmp(base + found - rarest, pattern, text.count) == 0 { return found - rarest }
      start = found + 1
    }
    return nil
  }

  /// Roughly, how common a byte is in texts and templates.
  private static func frequency(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): 1
    case UInt8(ascii: "j"), UInt8(ascii: "k"), UInt8(ascii: "q"), UInt8(ascii: "v"),
      UInt8(ascii: "x"), UInt8(ascii: "z"):
      2
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: " "), UInt8(ascii: "\n"): 4
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "/"),
      UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","):
      3
    default: 0
    }
  }

  package func contains(text: StaticString) -> Bool {
    text.withUTF8Buffer { offset(of: $0) } != nil
  }
}

extension UnsafeRawBufferPointer {
  package func equals(_ other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count, let start = baseAddress, let otherStart = other.baseAddress else {
      return count == other.count
    }
    return memcmp(start, otherStart, count) == 0
  }
}
