/// One character of a text as phrases are compared: without case, and the same whichever way it
/// is spelt in Unicode.
///
/// A character is a scalar and the marks that follow it, so that é is one whether it is written as
/// one scalar or as two. Apostrophes are one character (`'` and ’), hyphens are one (`-`, U+2010 and
/// U+2011), and so is all white space. Case is folded scalar by scalar: ß stays ß, ς is σ.
struct FoldedCharacter {
  var kind: Kind
  /// In bytes.
  var length: Int
  /// The ASCII character that it is compared as, in lower case, where there is one.
  var ascii: UInt8?

  enum Kind: UInt8 {
    case other
    /// A letter, number, mark or connector such as `_`.
    case word
    /// An apostrophe or hyphen: between two word characters it keeps them one word.
    case joiner
    /// Unicode's white space, and the ASCII control characters except NUL.
    case space
  }

  private init(_ kind: Kind, _ length: Int, ascii: UInt8? = nil) {
    self.kind = kind
    self.length = length
    self.ascii = ascii
  }

  /// The character whose first byte is at `offset`.
  init(in text: Span<UInt8>, at offset: Int) {
    var (scalar, length) = text.scalar(at: offset)
    let end = Self.endOfMarks(in: text, from: offset + length)
    let hasMarks = end > offset + length
    length = end - offset
    if !hasMarks {
      self = Self(single: scalar, length)
    } else {
      self.init(Self(single: scalar, length).kind, length)
    }
  }

  private init(single scalar: Unicode.Scalar, _ length: Int) {
    switch scalar {
    case "\u{2019}", "\u{02BC}", "\u{FF07}": self.init(.joiner, length, ascii: UInt8(ascii: "'"))
    case "\u{2010}", "\u{2011}": self.init(.joiner, length, ascii: UInt8(ascii: "-"))
    case "\u{2012}"..."\u{2027}", "\u{2030}"..."\u{203E}": self.init(.other, length)
    case "\0"..."\u{7F}":
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      self.init(Self.kind(ofASCII: byte), length, ascii: Self.folding(ascii: byte))
    default:
      if scalar.properties.isWhitespace {
        self.init(.space, length, ascii: UInt8(ascii: " "))
      } else if scalar.isWordCharacter {
        // Such as the Kelvin sign, which is a k.
        let folded = scalar.foldedCase.utf8
        self.init(.word, length, ascii: folded.count == 1 ? folded.first : nil)
      } else {
        self.init(.other, length)
      }
    }
  }

  /// The end of the marks at `offset`, and of the Hangul vowels and finals, which join the initial
  /// before them in the same way.
  private static func endOfMarks(in text: Span<UInt8>, from offset: Int) -> Int {
    var end = offset
    // No mark has a lead byte below that of U+0300.
    while end < text.count, text[end] >= 0xCC {
      let (scalar, length) = text.scalar(at: end)
      guard scalar.isMark || (0x1160...0x11FF).contains(scalar.value) else { break }
      end += length
    }
    return end
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
  /// The text as it is compared, with its white space trimmed and each run of it as one space.
  ///
  /// Two spellings of the same characters are equal as Swift strings, which compare by canonical
  /// equivalence.
  static func text(_ text: Span<UInt8>, foldingCase: Bool = true) -> String {
    var result = String.UnicodeScalarView()
    var isSpaceDue = false
    var offset = 0
    while offset < text.count {
      let character = FoldedCharacter(in: text, at: offset)
      if character.kind == .space {
        isSpaceDue = !result.isEmpty
      } else {
        if isSpaceDue { result.append(" ") }
        isSpaceDue = false
        if let ascii = character.ascii, foldingCase || character.kind != .word {
          result.append(Unicode.Scalar(ascii))
        } else {
          result += scalars(text, at: offset, character.length, foldingCase: foldingCase)
        }
      }
      offset += character.length
    }
    return String(result)
  }

  /// The scalars of one character; its marks have no case.
  static func scalars(
    _ text: Span<UInt8>, at offset: Int, _ length: Int, foldingCase: Bool
  ) -> String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    var next = offset
    while next < offset + length {
      let (scalar, length) = text.scalar(at: next)
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

  var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Unicode's simple case folding: lower case, by way of upper case where that is one scalar, so
  /// that letters with two lower-case forms, such as σ and ς, become one.
  fileprivate var foldedCase: String {
    let upper = properties.uppercaseMapping.unicodeScalars
    guard let first = upper.first, upper.count == 1 else { return properties.lowercaseMapping }
    return first.properties.lowercaseMapping
  }
}
