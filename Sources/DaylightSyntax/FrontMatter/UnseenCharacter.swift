/// An invisible character that YAML does not allow, or treats as the end of a line.
package struct UnseenCharacter {
  /// Such as `U+2028`.
  let name: String
  /// In bytes.
  let length: Int

  /// Nil if another character begins at the offset.
  init?(in bytes: [UInt8], at offset: Int) {
    func next(_ distance: Int) -> UInt8 {
      offset + distance < bytes.count ? bytes[offset + distance] : 0
    }
    switch bytes[offset] {
    case 0x20...0x7E, 0x09, 0x0A, 0x0D: return nil
    case 0x00...0x1F, 0x7F:
      let digits = String(bytes[offset], radix: 16, uppercase: true)
      name = "U+" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      length = 1
    case 0xC2 where 0x80...0x9F ~= next(1):
      name = "U+00" + String(next(1), radix: 16, uppercase: true)
      length = 2
    case 0xE2 where next(1) == 0x80 && 0xA8...0xA9 ~= next(2):
      name = next(2) == 0xA8 ? "U+2028" : "U+2029"
      length = 3
    case 0xEF where next(1) == 0xBB && next(2) == 0xBF:
      name = "U+FEFF"
      length = 3
    case 0xEF where next(1) == 0xBF && 0xBE...0xBF ~= next(2):
      name = next(2) == 0xBE ? "U+FFFE" : "U+FFFF"
      length = 3
    default: return nil
    }
  }

  /// The text without any of them.
  package static func removed(from text: String) -> String {
    let bytes = Array(text.utf8)
    var left: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      if let unseen = Self(in: bytes, at: offset) {
        offset += unseen.length
      } else {
        left.append(bytes[offset])
        offset += 1
      }
    }
    return left.count == bytes.count ? text : String(decoding: left, as: UTF8.self)
  }
}

extension YAMLSource {
  /// A finding for the first invisible character that YAML does not allow.
  var unseenCharacter: Diagnostic? {
    for offset in range where !(0x20...0x7E).contains(bytes[offset]) {
      if let unseen = UnseenCharacter(in: bytes, at: offset) {
        return .unseenCharacter(unseen, at: location(offset..<offset + unseen.length))
      }
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func unseenCharacter(
    _ character: UnseenCharacter, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .invalidYAML, "there is an invisible character here (\(character.name))",
      at: location, help: "delete it; it often comes with text copied from another program")
  }
}
