/// The characters of the phrases of a `PhraseTrie`, each numbered once.
///
/// A character that is compared as an ASCII character has its number. Look-ups of others compare by
/// canonical equivalence, which makes both encodings of é the same.
struct SymbolTable: Sendable {
  typealias Symbol = UInt32

  let folding: CaseFolding
  private var others: [String: Symbol] = [:]

  init(_ folding: CaseFolding) { self.folding = folding }

  /// Whether there may be a symbol for a character that has no ASCII form. It is false if all phrases
  /// are ASCII, so that an é in an English text need not be folded.
  func mayHave(_ character: FoldedCharacter) -> Bool {
    !others.isEmpty || character.isLigature || folding == .dotlessI
  }

  /// Nil if no phrase has the character.
  func symbol(of letter: String.UnicodeScalarView) -> Symbol? {
    ascii(of: letter) ?? (others.isEmpty ? nil : others[String(letter)])
  }

  mutating func insert(_ letter: String.UnicodeScalarView) -> Symbol {
    if let symbol = symbol(of: letter) { return symbol }
    let new = Symbol(128 + others.count)
    others[String(letter)] = new
    return new
  }

  private func ascii(of letter: String.UnicodeScalarView) -> Symbol? {
    guard let scalar = letter.first, letter.dropFirst().isEmpty else { return nil }
    // A capital I is looked up as i in all languages; `PhraseTrie` compares the spelling at the end.
    if scalar == "ı", folding == .dotlessI { return Symbol(UInt8(ascii: "i")) }
    guard scalar.isASCII else { return nil }
    return Symbol(FoldedCharacter.folding(ascii: UInt8(truncatingIfNeeded: scalar.value)))
  }
}
