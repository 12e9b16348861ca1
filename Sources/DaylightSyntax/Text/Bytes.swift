extension [UInt8] {
  /// Appends a run of bytes at the cost of a `memcpy`.
  package mutating func append(copying run: Span<UInt8>) {
    run.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// The offset of the last occurrence of a run of bytes. The cost grows with the distance from the
  /// end.
  package func lastOffset(of run: [UInt8]) -> Int? {
    var offset = count - run.count
    while offset >= 0 {
      if self[offset] == run.first, self[offset...].starts(with: run) { return offset }
      offset -= 1
    }
    return nil
  }

  /// Replaces all occurrences of a run of bytes from an offset on.
  package mutating func replace(_ old: [UInt8], with new: [UInt8], from start: Int) {
    var result: [UInt8] = []
    var copied = start
    for offset in start..<Swift.max(start, count - old.count + 1)
    where self[offset] == old.first && offset >= copied && self[offset...].starts(with: old) {
      result += self[copied..<offset]
      result += new
      copied = offset + old.count
    }
    replaceSubrange(start..<copied, with: result)
  }

  /// Appends the UTF-8 of a scalar.
  package mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}

extension UInt8 {
  /// The lower-case letter, for A to Z.
  @inlinable @inline(__always)
  package var asciiLowercased: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }
}

extension String {
  /// Calls `body` with the UTF-8 of the string, copying it only if the string is not native.
  package func withUTF8Span<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    var string = self
    return string.withUTF8 { body($0.span) }
  }
}
