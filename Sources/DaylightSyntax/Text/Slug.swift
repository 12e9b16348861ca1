/// The names of headings and pages as they appear in an address.
package enum Slug {
  /// The anchor of a heading, as GitHub makes it: keeps letters of any script (in lower case),
  /// marks, digits, `_` and `-`, turns each space into a hyphen, and drops everything else.
  ///
  /// Empty if the heading has none of these, such as one made of emoji.
  package static func heading(_ text: [UInt8]) -> [UInt8] {
    var slug: [UInt8] = []
    slug.reserveCapacity(text.count)
    let text = text.span
    var offset = 0
    var lengthWithoutSpaces = 0
    var isLeading = true
    var mayCompose = false
    while offset < text.count {
      let (scalar, length) = text.scalar(at: offset)
      offset += length
      if scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace {
        if !isLeading { slug.append(UInt8(ascii: "-")) }
        continue
      }
      isLeading = false
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if scalar == "-" || FoldedCharacter.kind(ofASCII: byte) == .word {
          slug.append(FoldedCharacter.folding(ascii: byte))
        }
      } else if isKept(scalar) {
        mayCompose = mayCompose || Composition.mayChange(scalar)
        slug += scalar.properties.lowercaseMapping.utf8
      }
      lengthWithoutSpaces = slug.count
    }
    slug.removeLast(slug.count - lengthWithoutSpaces)
    return mayCompose ? Array(composed(String(decoding: slug, as: UTF8.self)).utf8) : slug
  }

  /// The same letters and accents in the form that our addresses use (NFC), however they were
  /// typed.
  package static func composed(_ text: String) -> String { Composition.composed(text) }

  /// The part of an address made from a file name without its extension: like a heading's anchor,
  /// but without repeated, leading or trailing hyphens.
  package static func fileName(_ name: String) -> String {
    let hyphen = UInt8(ascii: "-")
    var slug = heading(Array(name.utf8))
    var kept = 0
    for byte in slug where byte != hyphen || kept > 0 && slug[kept - 1] != hyphen {
      slug[kept] = byte
      kept += 1
    }
    if kept > 0, slug[kept - 1] == hyphen { kept -= 1 }
    return String(decoding: slug[..<kept], as: UTF8.self)
  }

  /// Whether one part of a path can be written on every platform and stays in its folder: no
  /// separators, `..`, leading dot, control characters, or names reserved by Windows.
  package static func isSafe(_ part: String) -> Bool {
    guard let first = part.unicodeScalars.first, let last = part.unicodeScalars.last,
      first != ".", first != " ", last != ".", last != " ",
      // Linux and macOS limit names to 255 bytes, and the name of a temporary file is longer.
      part.utf8.count <= 200
    else { return false }
    let isPlain = part.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "\u{FFFD}": false
      default: scalar.visible == scalar
      }
    }
    return isPlain && !isReserved(part)
  }

  private static func isReserved(_ part: String) -> Bool {
    let stem = part.utf8.prefix { $0 != UInt8(ascii: ".") }
    guard (3...4).contains(stem.count) else { return false }
    return reservedNames.contains(part.prefix { $0 != "." }.uppercased())
  }

  /// The characters in Ruby's `\p{Word}`, which GitHub uses.
  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .decimalNumber, .connectorPunctuation, .nonspacingMark, .spacingMark, .enclosingMark: true
    default: scalar.properties.isAlphabetic
    }
  }

  private static let reservedNames: Set<String> = Set(
    ["CON", "PRN", "AUX", "NUL"] + (0...9).flatMap { ["COM\($0)", "LPT\($0)"] })
}
