/// A straight `"` or `'` of a text, and what readers see next to it.
struct StraightMark {
  let range: Range<Int>
  let isDouble: Bool
  let before: Neighbour
  /// For several marks side by side, what follows the last of them.
  var after: Neighbour
  /// Whether the word before it ends like a plural or a name that takes an apostrophe alone.
  let followsSibilant: Bool
  /// The letters and digits after it, in lower case, up to twelve of them.
  let word: String

  /// What a character is to the mark beside it.
  enum Neighbour {
    /// The paragraph ends here.
    case nothing
    case space, letter, digit, opening, closing, dash
    /// Another straight mark.
    case mark
    case other

    /// Where a quotation may begin after it.
    var isStart: Bool { self == .nothing || self == .space || self == .opening || self == .dash }

    /// Where a quotation may end before it.
    var isEnd: Bool { self == .nothing || self == .space || self == .closing || self == .dash }

    var isWord: Bool { self == .letter || self == .digit }
  }
}

extension StraightMark.Neighbour {
  /// - Parameter marks: those of the language, because `“` opens in English and closes in German.
  init(_ scalar: Unicode.Scalar, _ marks: QuotationMarks) {
    let value = scalar.value
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0x22, 0x27: self = .mark
    case 0x30...0x39: self = .digit
    case 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0x28, 0x5B, 0x7B, 0xA1, 0xBF: self = .opening
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D, 0x2026: self = .closing
    case 0x2D, 0x2F, 0x7C, 0x2010...0x2015, 0x2212: self = .dash
    case ..<0x80: self = .other
    case 0xAA, 0xB5, 0xBA: self = .letter
    case 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: self = Self.curly(scalar, marks)
    case 0x80...0xBF, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3001...0x303F, 0xFFFD: self = .other
    default: self = .letter
    }
  }

  private static func curly(_ scalar: Unicode.Scalar, _ marks: QuotationMarks) -> Self {
    let text = String(scalar)
    if [marks.double.closing, marks.single.closing].contains(text) { return .closing }
    if [marks.double.opening, marks.single.opening].contains(text) { return .opening }
    return ["”", "’", "»", "›"].contains(text) ? .closing : .opening
  }
}
