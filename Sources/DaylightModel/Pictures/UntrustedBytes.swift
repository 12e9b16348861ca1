/// Bytes of a file whose lengths and offsets may be wrong: what is outside of them is nil.
package struct UntrustedBytes {
  private let bytes: ArraySlice<UInt8>

  package init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }
  package init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  package var count: Int { bytes.count }
  package var all: ArraySlice<UInt8> { bytes }

  /// From an offset to the end, or as many as requested.
  package func slice(_ offset: Int, _ length: Int? = nil) -> Self? {
    guard offset >= 0, offset <= count else { return nil }
    let length = length ?? count - offset
    guard length >= 0, length <= count - offset else { return nil }
    let start = bytes.startIndex + offset
    return Self(bytes[start..<start + length])
  }

  package func byte(_ offset: Int) -> UInt8? {
    offset >= 0 && offset < count ? bytes[bytes.startIndex + offset] : nil
  }

  /// A whole number of as many bytes.
  package func number(_ offset: Int, _ length: Int, isLittleEndian: Bool = false) -> Int? {
    guard let field = slice(offset, length) else { return nil }
    let ordered = isLittleEndian ? Array(field.all.reversed()) : Array(field.all)
    guard length < 8 || ordered.dropLast(7).allSatisfy({ $0 == 0 }) else { return nil }
    return ordered.reduce(0) { $0 << 8 | Int($1) }
  }

  package func has(_ text: String, at offset: Int = 0) -> Bool {
    slice(offset, text.utf8.count)?.all.elementsEqual(text.utf8) ?? false
  }
}
