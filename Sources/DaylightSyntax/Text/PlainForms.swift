/// Characters that Unicode encodes again in another width or shape: Ａ is A, ｶ is カ, ﬁ is fi, and ﺐ is
/// the Arabic ب at the end of a word.
///
/// From Unicode's UnicodeData.txt, whose mappings never change: the compatibility mappings `<wide>`,
/// `<narrow>` and `<font>`, those of ligatures (`<compat>`), and those of the four Arabic
/// shapes. A Hebrew letter that includes a vowel sign maps to the letter, because vowel signs are
/// ignored.
enum PlainForms {
  /// Nil if the scalar is a plain form itself. Never empty.
  static func of(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    mayHave(scalar) ? table[scalar] : nil
  }

  /// Whether the scalar is in a block that has such characters.
  @inline(__always)
  static func mayHave(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x132: false
    case 0x132...0x133, 0x1C4...0x1CC, 0x1F1...0x1F3, 0xFB00...0xFEFC, 0xFF01...0xFF9F: true
    default: false
    }
  }

  private static let table: [Unicode.Scalar: [Unicode.Scalar]] = {
    var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    func add(_ plain: String, from first: UInt32, shapes: UInt32 = 1) {
      for (number, scalar) in plain.unicodeScalars.enumerated() {
        for shape in 0..<shapes {
          Unicode.Scalar(first + UInt32(number) * shapes + shape).map { table[$0] = [scalar] }
        }
      }
    }
    add(String(decoding: UInt8(ascii: "!")...UInt8(ascii: "~"), as: UTF8.self), from: 0xFF01)
    add(halfWidth, from: 0xFF61)
    for (first, letters) in hebrew { add(letters, from: first) }
    for (first, shapes, letters) in arabic { add(letters, from: first, shapes: shapes) }
    for (ligature, letters) in ligatures { table[ligature] = Array(letters.unicodeScalars) }
    return table
  }()

  private static let halfWidth =
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ"
    + "マミムメモヤユヨラリルレロワン\u{3099}\u{309A}"

  /// Wide letters, and letters with a vowel sign. The gaps are unassigned.
  private static let hebrew: [(first: UInt32, letters: String)] = [
    (0xFB1D, "י"), (0xFB1F, "ײעאדהכלםרת"), (0xFB2A, "ששששאאאבגדהוז"), (0xFB38, "טיךכל"),
    (0xFB3E, "מ"), (0xFB40, "נס"), (0xFB43, "ףפ"), (0xFB46, "צקרשתובכפ"),
  ]

  /// The shapes of each letter alone, at the end, at the beginning and in the middle of a word.
  private static let arabic: [(first: UInt32, shapes: UInt32, letters: String)] = [
    (0xFB56, 4, "پ"), (0xFB7A, 4, "چ"), (0xFB8A, 2, "ژ"), (0xFB8E, 4, "کگ"), (0xFBFC, 4, "ی"),
    (0xFE80, 1, "ء"), (0xFE81, 2, "\u{622}\u{623}\u{624}\u{625}"), (0xFE89, 4, "\u{626}"),
    (0xFE8D, 2, "ا"), (0xFE8F, 4, "ب"), (0xFE93, 2, "ة"), (0xFE95, 4, "تثجحخ"),
    (0xFEA9, 2, "دذرز"), (0xFEB1, 4, "سشصضطظعغفقكلمنه"), (0xFEED, 2, "وى"), (0xFEF1, 4, "ي"),
  ]

  private static let ligatures: [Unicode.Scalar: String] = [
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "Ĳ": "IJ", "ĳ": "ij",
    "Ǆ": "D\u{17D}", "ǅ": "D\u{17E}", "ǆ": "d\u{17E}", "Ǉ": "LJ", "ǈ": "Lj", "ǉ": "lj",
    "Ǌ": "NJ", "ǋ": "Nj", "ǌ": "nj", "Ǳ": "DZ", "ǲ": "Dz", "ǳ": "dz",
    "ﬓ": "մն", "ﬔ": "մե", "ﬕ": "մի", "ﬖ": "վն", "ﬗ": "մխ", "ﭏ": "אל",
    "\u{FEF5}": "ل\u{622}", "\u{FEF6}": "ل\u{622}", "\u{FEF7}": "ل\u{623}",
    "\u{FEF8}": "ل\u{623}", "\u{FEF9}": "ل\u{625}", "\u{FEFA}": "ل\u{625}",
    "\u{FEFB}": "لا", "\u{FEFC}": "لا",
  ]
}
