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
}

extension String {
  package func hasByte(_ byte: UInt8) -> Bool {
    withUTF8Span { $0.withUnsafeBufferPointer { $0.has(byte) } }
  }
}
