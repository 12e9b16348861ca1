/// The target of a request: a path from the root of the site, decoded once, and a query.
struct RequestTarget {
  /// Without its leading slash. It is only ever looked up in a table of files, so `..` and the like
  /// find nothing.
  let path: String
  /// As sent, including the `?`, or empty; visible ASCII only.
  let query: Substring

  /// Nil if the target is not a path (RFC 9112, section 3.2.1) or its escapes are invalid.
  init?(_ target: String) {
    guard target.utf8.first == UInt8(ascii: "/") else { return nil }
    guard target.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
    query = target[mark...]
    guard let path = Self.decoded(target.utf8[..<mark].dropFirst()) else { return nil }
    self.path = path
  }

  /// The first value of a name in the query, decoded.
  func value(_ name: String) -> String? {
    for pair in query.dropFirst().split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.first == name[...], parts.count == 2 else { continue }
      return Self.decoded(parts[1].utf8)
    }
    return nil
  }

  private static func decoded(_ text: Substring.UTF8View) -> String? {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
