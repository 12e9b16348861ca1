/// One character of a text in the form in which phrases are compared: without case, and independent
/// of its encoding in Unicode.
///
/// A character is a scalar and the marks that follow it, so that é is one character whether it is
/// written as one scalar or as two. All apostrophes are the same character (`'`, ’ and characters
/// typed in their place), and so are hyphens (`-`, U+2010, U+2011, the Hebrew maqaf) and white space.
/// Full-width and half-width characters, ligatures and joined shapes equal the plain letters
/// (`PlainForms`). Invisible characters, such as a soft hyphen or a joiner, belong to the character
/// before them and are ignored, as are the vowel signs of Arabic and Hebrew.
package struct FoldedCharacter {
  var kind: Kind
  /// In bytes.
  var length: Int
  /// The ASCII character that it is compared as, in lower case, if any.
  var ascii: UInt8?
  /// Whether it is invisible and has no character before it to belong to.
  var isIgnorable: Bool
  /// The scalar without its marks, in its plain form; the first letter of a ligature.
  var base: Unicode.Scalar
  /// Whether it is compared as several characters.
  var isLigature: Bool

  package enum Kind: UInt8 {
    case other
    /// A letter, number, mark or connector such as `_`.
    case word
    /// A letter of a script without spaces: a word may begin or end on either side.
    case unspaced
    /// An apostrophe or hyphen: between two word characters it keeps them one word.
    case joiner
    /// Unicode's white space, and the ASCII control characters except NUL.
    case space
  }

  /// The character whose first byte is at `offset`.
  init(in text: Span<UInt8>, at offset: Int) {
    let byte = text[offset]
    if byte < 0x80, offset + 1 == text.count || text[offset + 1] < Self.firstLeadByteOfMarks {
      (base, isLigature, isIgnorable) = (Unicode.Scalar(byte), false, false)
      (kind, length, ascii) = (Self.kind(ofASCII: byte), 1, Self.folding(ascii: byte))
      return
    }
    let (scalar, length) = text.scalar(at: offset)
    let end = Self.endOfMarks(in: text, from: offset + length)
    (base, isLigature) = (scalar, false)
    if PlainForms.mayHave(scalar), let plain = PlainForms.of(scalar) {
      base = plain[0]
      isLigature = plain.count > 1
    }
    kind = Self.kind(of: base)
    isIgnorable = !scalar.isASCII && scalar.isIgnorable
    self.length = end - offset
    let hasMarks = end != offset + length && Self.hasMarks(text.extracting(offset + length..<end))
    ascii = hasMarks || isLigature ? nil : Self.ascii(of: base, kind)
  }

  private static func hasMarks(_ text: Span<UInt8>) -> Bool {
    var offset = 0
    while offset < text.count {
      let (scalar, length) = text.scalar(at: offset)
      if !scalar.isIgnorable { return true }
      offset += length
    }
    return false
  }

  /// The end of the marks and invisible characters at `offset`.
  private static func endOfMarks(in text: Span<UInt8>, from offset: Int) -> Int {
    var end = offset
    while end < text.count, text[end] >= firstLeadByteOfMarks {
      let (scalar, length) = text.scalar(at: end)
      guard scalar.joinsTheOneBefore || scalar.isIgnorable else { break }
      end += length
    }
    return end
  }

  /// The lead byte of the soft hyphen, U+00AD. No mark begins with a lower byte.
  static let firstLeadByteOfMarks: UInt8 = 0xC2

  package static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "\0"..."\u{7F}": kind(ofASCII: UInt8(truncatingIfNeeded: scalar.value))
    case "\u{2010}", "\u{2011}": .joiner
    case _ where scalar.isApostrophe: .joiner
    case "\u{2012}"..."\u{2027}", "\u{2030}"..."\u{203E}": .other
    default:
      // Invisible characters are never the edge of a word.
      if scalar.isIgnorable {
        .word
      } else if scalar.isWordCharacter {
        scalar.isUnspaced ? .unspaced : .word
      } else {
        scalar.properties.isWhitespace ? .space : .other
      }
    }
  }

  /// The ASCII character, in lower case, that a scalar without marks is compared as.
  static func ascii(of scalar: Unicode.Scalar, _ kind: Kind) -> UInt8? {
    switch scalar {
    case "\0"..."\u{7F}": folding(ascii: UInt8(truncatingIfNeeded: scalar.value))
    case "\u{2010}", "\u{2011}", "\u{05BE}": UInt8(ascii: "-")
    case "\u{05F4}": UInt8(ascii: "\"")
    case "\u{017F}": UInt8(ascii: "s")
    case "\u{212A}": UInt8(ascii: "k")
    default: kind == .joiner ? UInt8(ascii: "'") : kind == .space ? UInt8(ascii: " ") : nil
    }
  }

  static func kind(ofASCII byte: UInt8) -> Kind {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      .word
    case UInt8(ascii: "'"), UInt8(ascii: "-"): .joiner
    case 0x01...0x20, 0x7F: .space
    default: .other
    }
  }

  static func folding(ascii byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case 0x01...0x20, 0x7F: UInt8(ascii: " ")
    default: byte
    }
  }
}
