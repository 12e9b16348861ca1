extension [UInt8] {
  /// Copies a run of bytes to the end, at the price of a `memcpy`.
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

extension String {
  /// Lends the UTF-8 of the string, copying it only where the string is not native.
  package func withUTF8Span<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    var string = self
    return string.withUTF8 { body($0.span) }
  }
}
