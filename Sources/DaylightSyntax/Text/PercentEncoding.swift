extension [UInt8] {
  /// Appends a path as it is written in a URL: `/` and the unreserved characters of RFC 3986
  /// unchanged, every other byte as `%XX`, including colons, so that no first part looks like a
  /// scheme.
  package mutating func append(percentEncoding path: String) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        append(byte)
      default:
        append(UInt8(ascii: "%"))
        append(digits[Int(byte >> 4)])
        append(digits[Int(byte & 15)])
      }
    }
  }
}
