extension [UInt8] {
  /// Appends a run of bytes at the cost of a `memcpy`.
  package mutating func append(copying run: Span<UInt8>) {
    run.withUnsafeBufferPointer { append(contentsOf: $0) }
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
