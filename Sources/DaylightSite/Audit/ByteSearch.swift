#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension [UInt8] {
  /// Where a text first stands in the bytes.
  func offset(of text: some Collection<UInt8>) -> Int? {
    withUnsafeBufferPointer { bytes in
      text.withContiguousStorageIfAvailable { bytes.offset(of: $0) }
        ?? Array(text).withUnsafeBufferPointer { bytes.offset(of: $0) }
    }
  }

  func holds(_ text: String) -> Bool { offset(of: text.utf8) != nil }

  var asciiLowercase: [UInt8] { map(asciiLowercased) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a text first stands in the bytes, as fast as memory is read unless its first byte is
  /// common.
  func offset(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = text.first, let base = baseAddress, let pattern = text.baseAddress else {
      return nil
    }
    var start = 0
    while let found = offset(of: first, from: start), found + text.count <= count {
      if memcmp(base + found, pattern, text.count) == 0 { return found }
      start = found + 1
    }
    return nil
  }

  func holds(_ text: StaticString) -> Bool { text.withUTF8Buffer { offset(of: $0) } != nil }

  func offset(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

extension UnsafeRawBufferPointer {
  func equals(_ other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count, let start = baseAddress, let otherStart = other.baseAddress else {
      return count == other.count
    }
    return memcmp(start, otherStart, count) == 0
  }
}

@inline(__always)
func asciiLowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
