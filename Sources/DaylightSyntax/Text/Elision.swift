/// Articles and short words that drop their vowel before the next word, in French, Italian and
/// Catalan: a new word begins after the apostrophe, as in `l'emprise` and `qu'elle`.
///
/// The list is the same for every language. No English word begins like this and continues with a
/// term, because English contractions put the short part last.
enum Elision {
  /// Whether an elided word and its apostrophe end before an offset. Invisible characters, such as a
  /// soft hyphen after the apostrophe, are ignored.
  static func ends(_ text: UnsafeBufferPointer<UInt8>, before offset: Int) -> Bool {
    let apostrophe = visible(in: text, before: offset)
    guard apostrophe.scalar == "'" || apostrophe.scalar.isApostrophe else { return false }
    var before = visible(in: text, before: apostrophe.start)
    var count = 0
    var letters: UInt64 = 0
    while let letter = letter(before.scalar) {
      count += 1
      guard count <= longest else { return false }
      letters = letters << 8 | UInt64(letter)
      before = visible(in: text, before: before.start)
    }
    guard words.contains(letters) else { return false }
    // The elided word begins a word itself, perhaps after an opening quotation mark.
    let kind = FoldedCharacter.kind(of: before.scalar)
    guard kind == .joiner else { return kind != .word }
    return FoldedCharacter.kind(of: visible(in: text, before: before.start).scalar) != .word
  }

  /// In lower case.
  private static func letter(_ scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.isASCII, case let byte = UInt8(truncatingIfNeeded: scalar.value).asciiLowercased,
      byte.isASCIISmallLetter
    else { return nil }
    return byte
  }

  /// The last visible scalar before an offset; a space at the beginning of the text.
  private static func visible(
    in text: UnsafeBufferPointer<UInt8>, before end: Int
  ) -> (scalar: Unicode.Scalar, start: Int) {
    var start = end
    while start > 0 {
      start -= 1
      while start > 0, isContinuationByte(text[start]) { start -= 1 }
      let scalar = text.span.scalar(at: start).value
      if !scalar.isIgnorable { return (scalar, start) }
    }
    return (" ", 0)
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
