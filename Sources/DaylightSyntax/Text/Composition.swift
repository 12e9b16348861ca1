/// Combines letters and their accents into one character, if Unicode has one (NFC), so that a name
/// typed on a Mac and one typed elsewhere become the same bytes in an address.
///
/// The standard library compares strings by this form but does not expose it: the characters are
/// found by comparison.
enum Composition {
  static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: mayChange) else { return text }
    var output = String.UnicodeScalarView()
    for character in text {
      for scalar in character.unicodeScalars.count == 1 ? [single(character)] : joined(character) {
        output.append(scalar)
      }
    }
    return String(output)
  }

  /// Whether a character may be written in another way, or combine with the one before it.
  static func mayChange(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    let properties = scalar.properties
    return properties.canonicalCombiningClass != .notReordered
      || properties.isFullCompositionExclusion || properties.generalCategory == .spacingMark
      || 0x1161...0x11C2 ~= scalar.value
  }

  private static func single(_ character: Character) -> Unicode.Scalar {
    table[String(character)] ?? character.unicodeScalars[character.unicodeScalars.startIndex]
  }

  private static func joined(_ character: Character) -> [Unicode.Scalar] {
    if let whole = table[String(character)] { return [whole] }
    var joined: [Unicode.Scalar] = []
    for scalar in character.unicodeScalars {
      if let first = joined.first, let pair = pair(first, scalar, isNext: joined.count == 1) {
        joined[0] = pair
      } else {
        joined.append(scalar)
      }
    }
    return joined
  }

  private static func pair(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, isNext: Bool
  ) -> Unicode.Scalar? {
    if isNext, 0x1100...0x1112 ~= first.value, 0x1161...0x1175 ~= second.value {
      return Unicode.Scalar(0xAC00 + ((first.value - 0x1100) * 21 + second.value - 0x1161) * 28)
    }
    if isNext, 0xAC00...0xD7A3 ~= first.value, (first.value - 0xAC00) % 28 == 0,
      0x11A8...0x11C2 ~= second.value
    {
      return Unicode.Scalar(first.value + second.value - 0x11A7)
    }
    return table[String(String.UnicodeScalarView([first, second]))]
  }

  /// The composed characters. A look-up finds one by any canonically equivalent key.
  private static let table: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    for value in Array(0xC0...0x30FF) + Array(0x11080...0x119FF) {
      guard let scalar = Unicode.Scalar(UInt32(value)),
        !scalar.properties.isFullCompositionExclusion,
        scalar.properties.generalCategory != .unassigned
      else { continue }
      table[String(Character(scalar))] = scalar
    }
    return table
  }()
}
