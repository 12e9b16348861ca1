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

  /// A non-ASCII apostrophe, or a character that people type in its place: similar quotation marks,
  /// the acute accent, the prime, and the Hebrew geresh.
  var isApostrophe: Bool {
    switch value {
    case 0xB4, 0x2BC, 0x5F3, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: true
    default: false
    }
  }

  /// Whether it affects how a word is broken, shaped or pronounced, but not which word it is: soft
  /// hyphens, joiners, direction marks, the Arabic tatweel, and vowel signs.
  ///
  /// Includes Unicode's default ignorable characters except the Hangul fillers, which have a width.
  var isIgnorable: Bool {
    switch value {
    case ..<0x34F: value == 0xAD
    case 0x34F, 0x61C, 0x640, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF0...0xFFF8, 0x1BCA0...0x1BCA3,
      0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: isVowelSign
    }
  }

  /// An optional vowel sign of Arabic (harakat) or Hebrew (niqqud), or an accent of the Hebrew Bible.
  /// Not the Arabic hamza and madda, U+0653 to U+0655, because they make different letters.
  private var isVowelSign: Bool {
    switch value {
    case 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0xFB1E,
      0x610...0x61A, 0x64B...0x652, 0x656...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4,
      0x6E7...0x6E8, 0x6EA...0x6ED, 0x8D3...0x8E1, 0x8E3...0x8FF:
      true
    default: false
    }
  }

  /// Whether it shows only how a word is read, on a letter with which it makes no other letter: a hamza
  /// or madda, as in the Persian ه\u{654}, or an accent for the stress on a Cyrillic vowel.
  func isReadingAid(after letter: Unicode.Scalar) -> Bool {
    switch value {
    case 0x301: "аеиоуыэюяёіїєАЕИОУЫЭЮЯЁІЇЄ".unicodeScalars.contains(letter)
    case 0x653...0x655:
      !["\u{627}", "\u{648}", "\u{64A}", "\u{6C1}", "\u{6D2}", "\u{6D5}"].contains(letter)
    default: false
    }
  }

  /// Whether it forms one character with the scalar before it: a mark, a Hangul vowel or final, or the
  /// voicing mark of a half-width kana.
  var joinsTheOneBefore: Bool {
    value >= 0x300
      && (isMark || (0x1160...0x11FF).contains(value) || (0xFF9E...0xFF9F).contains(value))
  }

  /// Whether the script of the letter puts no spaces between words: Thai, Lao, Burmese, Khmer,
  /// hiragana and Chinese characters (UAX 14, classes SA and ID). Marks belong to their letter.
  var isUnspaced: Bool {
    switch value {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3041...0x309F,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      !isMark
    default: false
    }
  }

  var isMark: Bool {
    switch value {
    // The larger blocks without marks, since asking for a category is slow.
    case ..<0x300, 0x370..<0x483, 0x1E00..<0x20D0, 0x3400..<0xA66F, 0xAC00..<0xD800: return false
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
