/// The short words that Arabic and Hebrew attach to the next word: and, the, in, to, like, from, that.
/// A new word begins after them, as in `والصدمة` (and the trauma) and `בטראומה` (in trauma).
///
/// The first letter of a short word usually belongs to it: כלב is a dog, not כ (like) and לב (heart).
/// So at least three letters must follow, or two after an article.
struct AttachedPrefix {
  /// Whether the language of the text has such prefixes.
  let isAllowed: Bool
  private var startOfWord = 0
  private var endOfLast = -1

  init(isAllowed: Bool) { self.isAllowed = isAllowed }

  /// Whether a prefix ends with this character. The characters of a text must be passed in order.
  ///
  /// - Parameter startsWord: whether the character begins a word, or follows a prefix.
  mutating func ends(
    with character: FoldedCharacter, at offset: Int, startsWord: Bool, in text: Span<UInt8>
  ) -> Bool {
    guard isAllowed, Self.letter(character.base) != nil else { return false }
    if startsWord, endOfLast != offset { startOfWord = offset }
    let end = offset + character.length
    guard let kind = Self.kind(of: text, startOfWord..<end),
      Self.hasLetters(kind == .article ? 2 : 3, in: text, from: end)
    else { return false }
    endOfLast = end
    return true
  }

  private enum Kind {
    /// It ends with the article.
    case article
    case other
  }

  private static func kind(of text: Span<UInt8>, _ range: Range<Int>) -> Kind? {
    // Up to seven bytes a letter, including its vowel signs.
    guard range.count <= longest * 7 else { return nil }
    var letters: UInt64 = 0
    var count = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let character = FoldedCharacter(in: text, at: offset)
      guard let letter = letter(character.base), count < longest else { return nil }
      letters = letters << 8 | letter
      count += 1
      offset += character.length
    }
    return prefixes[letters]
  }

  /// Whether this many letters follow, or a hyphen as in `ה-PTSD`.
  private static func hasLetters(_ count: Int, in text: Span<UInt8>, from start: Int) -> Bool {
    var offset = start
    for number in 0..<count {
      guard offset < text.count else { return false }
      let character = FoldedCharacter(in: text, at: offset)
      if number == 0, character.kind == .joiner, character.ascii == UInt8(ascii: "-") {
        return true
      }
      guard character.kind == .word else { return false }
      offset += character.length
    }
    return true
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool { letter(scalar) != nil }

  /// A letter of the two scripts as one byte.
  private static func letter(_ scalar: Unicode.Scalar) -> UInt64? {
    switch scalar.value {
    // The alef wasla of the article in vocalised texts.
    case 0x671: 0x27
    case 0x5D0...0x5EA, 0x620...0x64A: UInt64(scalar.value & 0xFF)
    default: nil
    }
  }

  private static let longest = 5

  /// By their letters from the first to the last, one byte a letter.
  private static let prefixes: [UInt64: Kind] = {
    var prefixes: [UInt64: Kind] = [:]
    func add(_ prefix: String, _ kind: Kind) {
      guard !prefix.isEmpty else { return }
      prefixes[prefix.unicodeScalars.reduce(0) { $0 << 8 | (letter($1) ?? 0) }] = kind
    }
    for conjunction in ["", "و", "ف"] {
      for preposition in ["", "ب", "ك", "ل"] { add(conjunction + preposition, .other) }
      for article in ["ال", "بال", "كال", "لل"] { add(conjunction + article, .article) }
    }
    for conjunction in ["", "ו", "ש", "וש", "כש", "וכש"] {
      for preposition in ["", "ב", "כ", "ל", "מ"] { add(conjunction + preposition, .other) }
      for article in ["ה", "מה"] {
        // Many words begin with ה, so alone it does not count as an article.
        add(conjunction + article, conjunction + article == "ה" ? .other : .article)
      }
    }
    return prefixes
  }()
}
