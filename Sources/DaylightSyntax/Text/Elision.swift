/// Articles and short words that drop their vowel before the next word, in French, Italian and
/// Catalan: a new word begins after the apostrophe, as in `l'emprise` and `qu'elle`.
///
/// The list is the same for every language. No English word begins like this and continues with a
/// term, because English contractions put the short part last.
enum Elision {
  /// Whether an elided word and its apostrophe end before an offset.
  static func ends(_ text: UnsafeBufferPointer<UInt8>, before offset: Int) -> Bool {
    guard let apostrophe = apostrophes.first(where: { ends(text, with: $0, before: offset) })
    else { return false }
    let end = offset - apostrophe.count
    var start = end
    var letters: UInt64 = 0
    while start > 0, case let letter = FoldedCharacter.folding(ascii: text[start - 1]),
      (0x61...0x7A).contains(letter)
    {
      start -= 1
      guard end - start <= longest else { return false }
      letters = letters << 8 | UInt64(letter)
    }
    guard words.contains(letters) else { return false }
    // The elided word begins a word itself, perhaps after an opening quotation mark.
    let before = character(in: text, before: start)
    guard before.kind == .joiner else { return before.kind != .word }
    return character(in: text, before: before.start).kind != .word
  }

  private static func ends(
    _ text: UnsafeBufferPointer<UInt8>, with suffix: [UInt8], before offset: Int
  ) -> Bool {
    offset >= suffix.count
      && text[(offset - suffix.count)..<offset].elementsEqual(suffix)
  }

  /// The scalar that ends at an offset; a space at the beginning of the text.
  private static func character(
    in text: UnsafeBufferPointer<UInt8>, before end: Int
  ) -> (kind: FoldedCharacter.Kind, start: Int) {
    guard end > 0 else { return (.space, 0) }
    var start = end - 1
    while start > 0, isContinuationByte(text[start]) { start -= 1 }
    return (FoldedCharacter.kind(of: text.span.scalar(at: start).value), start)
  }

  private static let apostrophes: [[UInt8]] = ["'", "\u{2019}", "\u{02BC}", "\u{FF07}"].map {
    Array($0.utf8)
  }

  private static let longest = 7

  /// Each as its letters in reverse, one byte per letter.
  private static let words = Set(
    [
      // French
      "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "presqu", "puisqu",
      "quelqu", "quoiqu", "entr",
      // Italian
      "un", "gl", "dell", "all", "dall", "nell", "sull", "coll", "quell", "quest", "bell", "sant",
      "nessun", "alcun", "ciascun", "mezz", "tutt", "quand", "com", "dov", "cos", "anch", "senz",
    ].map { word in word.utf8.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } })
}
