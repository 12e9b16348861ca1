/// One character of a text in the form in which phrases are compared: without case, and independent
/// of its encoding in Unicode.
///
/// A character is a scalar and the marks that follow it, so that é is one character whether it is
/// written as one scalar or as two. All apostrophes are the same character (`'` and ’), and so are
/// hyphens (`-`, U+2010 and U+2011) and white space. Case is folded scalar by scalar: ß stays ß, ς
/// is σ. Invisible characters, such as a soft hyphen or a joiner, belong to the character before
/// them and are ignored.
package struct FoldedCharacter {
  var kind: Kind
  /// In bytes.
  var length: Int
  /// The ASCII character that it is compared as, in lower case, if any.
  var ascii: UInt8?
  /// Whether it is invisible and has no character before it to belong to.
  var isIgnorable: Bool

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
    let (scalar, length) = text.scalar(at: offset)
    let end = Self.endOfMarks(in: text, from: offset + length)
    kind = Self.kind(of: scalar)
    isIgnorable = scalar.isIgnorable
    self.length = end - offset
    let hasMarks = end != offset + length && Self.hasMarks(text.extracting(offset + length..<end))
    ascii = hasMarks ? nil : Self.ascii(of: scalar, kind)
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

  /// The end of the marks and invisible characters at `offset`, and of the Hangul vowels and
  /// finals, which join the initial before them in the same way.
  private static func endOfMarks(in text: Span<UInt8>, from offset: Int) -> Int {
    var end = offset
    while end < text.count, text[end] >= firstLeadByteOfMarks {
      let (scalar, length) = text.scalar(at: end)
      guard scalar.isMark || scalar.isIgnorable || (0x1160...0x11FF).contains(scalar.value) else {
        break
      }
      end += length
    }
    return end
  }

  /// The lead byte of the soft hyphen, U+00AD. No mark begins with a lower byte.
  static let firstLeadByteOfMarks: UInt8 = 0xC2

  package static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "\0"..."\u{7F}": kind(ofASCII: UInt8(truncatingIfNeeded: scalar.value))
    case "\u{2019}", "\u{02BC}", "\u{FF07}", "\u{2010}", "\u{2011}": .joiner
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

  private static func ascii(of scalar: Unicode.Scalar, _ kind: Kind) -> UInt8? {
    switch scalar {
    case "\0"..."\u{7F}": folding(ascii: UInt8(truncatingIfNeeded: scalar.value))
    case "\u{2010}", "\u{2011}": UInt8(ascii: "-")
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

extension FoldedCharacter {
  /// The text in the form in which it is compared, with white space trimmed and collapsed.
  ///
  /// Two encodings of the same characters are equal as Swift strings, which compare by canonical
  /// equivalence.
  static func text(_ text: Span<UInt8>, foldingCase: Bool = true) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var isSpaceDue = false
    var offset = 0
    while offset < text.count {
      let character = FoldedCharacter(in: text, at: offset)
      if character.kind == .space {
        isSpaceDue = !result.isEmpty
      } else {
        if isSpaceDue { result.append(UInt8(ascii: " ")) }
        isSpaceDue = false
        if let ascii = character.ascii, foldingCase || character.kind != .word {
          result.append(ascii)
        } else {
          let scalars = scalars(text, at: offset, character.length, foldingCase: foldingCase)
          result += String(scalars).utf8
        }
      }
      offset += character.length
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The scalars of one character; its marks have no case.
  static func scalars(
    _ text: Span<UInt8>, at offset: Int, _ length: Int, foldingCase: Bool
  ) -> String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    var next = offset
    while next < offset + length {
      let (scalar, length) = text.scalar(at: next)
      if next > offset, scalar.isIgnorable {
        next += length
        continue
      }
      if foldingCase, next == offset {
        result += scalar.foldedCase.unicodeScalars
      } else {
        result.append(scalar)
      }
      next += length
    }
    return result
  }
}

extension Unicode.Scalar {
  /// A letter, number, mark or connector punctuation.
  var isWordCharacter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber,
      .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation:
      true
    default: false
    }
  }

  /// Soft hyphens, joiners and byte order marks, which control how a word is broken or shaped.
  var isIgnorable: Bool {
    switch value {
    case 0xAD, 0x200C, 0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// Whether the letter's script has no spaces between words: Thai, Lao, Burmese, Khmer, hiragana
  /// and Chinese characters (UAX 14, classes SA and ID). Marks belong to their letter.
  fileprivate var isUnspaced: Bool {
    switch value {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3041...0x309F,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      !isMark
    default: false
    }
  }

  var isMark: Bool {
    switch value {
    // The larger blocks without marks, because looking up a category is slow.
    case ..<0x300, 0x370..<0x483, 0x1E00..<0x20D0, 0x3400..<0xA66F, 0xAC00..<0xD800: return false
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// Unicode's simple case folding: lower case, via upper case if that is one scalar, so that
  /// letters with two lower-case forms, such as σ and ς, become one.
  fileprivate var foldedCase: String {
    let upper = properties.uppercaseMapping.unicodeScalars
    guard let first = upper.first, upper.count == 1, !first.isASCII else {
      return properties.lowercaseMapping
    }
    return first.properties.lowercaseMapping
  }
}
