/// Finds the words without which a phrase is not in a text, so that most texts are never tried.
extension PhraseCompiler {
  func cost(_ set: Set<PhraseWords.Number>) -> Int {
    set.reduce(0) { $0 + (costs[$1] ?? 1) }
  }

  /// Sets of words of each of which a text must have one.
  mutating func required(
    of sequence: [PhrasePattern.Part]
  ) -> [Set<PhraseWords.Number>] {
    var found: [Set<PhraseWords.Number>] = []
    for part in sequence {
      switch part {
      case .word(let word, let isInflected): found += readyWords(of: word, isInflected).map(\.set)
      case .choice(let inner): if let words = required(ofAny: inner) { found.append(words) }
      case .list(PhrasePattern.number): found.append(numberWords.union([figures]))
      case .list(PhrasePattern.numberInWords): found.append(numberWords)
      case .list(let name):
        if requiredOfLists[name] == nil {
          requiredOfLists[name] =
            .some(required(ofAny: patterns[name, default: []].flatMap(\.alternatives)))
        }
        if case let words?? = requiredOfLists[name] { found.append(words) }
      case .optional, .gap, .start: break
      }
    }
    return found
  }

  /// The rarest words of each of several sequences, or nil if one of them needs none.
  private mutating func required(
    ofAny sequences: [[PhrasePattern.Part]]
  ) -> Set<PhraseWords.Number>? {
    var words: Set<PhraseWords.Number> = []
    for sequence in sequences {
      let sets = required(of: sequence).map { (cost($0), $0) }
      guard let rarest = sets.min(by: { $0.0 < $1.0 })?.1 else { return nil }
      words.formUnion(rarest)
    }
    return words
  }

  /// The words with which a sequence may begin; nil if any word may be the first.
  mutating func firstWords(
    of sequence: [PhrasePattern.Part]
  ) -> Set<PhraseWords.Number>? {
    var words: Set<PhraseWords.Number> = []
    for part in sequence {
      guard let (first, mayBeEmpty) = firstWords(of: part) else { return nil }
      words.formUnion(first)
      if !mayBeEmpty { break }
    }
    return words
  }

  private mutating func firstWords(
    of part: PhrasePattern.Part
  ) -> (Set<PhraseWords.Number>, mayBeEmpty: Bool)? {
    switch part {
    case .word(let word, let isInflected):
      return readyWords(of: word, isInflected).first.map { ($0.set, false) }
    case .choice(let inner): return firstWords(ofAny: inner)
    case .optional(let inner): return firstWords(ofAny: inner).map { ($0.0, true) }
    case .list(PhrasePattern.number): return (numberWords.union([figures]), false)
    case .list(PhrasePattern.numberInWords): return (numberWords, false)
    case .list(let name):
      if let known = firstOfLists[name] { return known }
      let words = firstWords(ofAny: patterns[name, default: []].flatMap(\.alternatives))
      firstOfLists[name] = .some(words)
      return words
    case .start: return ([], true)
    case .gap: return nil
    }
  }

  private mutating func firstWords(
    ofAny sequences: [[PhrasePattern.Part]]
  ) -> (Set<PhraseWords.Number>, mayBeEmpty: Bool)? {
    var words: Set<PhraseWords.Number> = []
    var mayBeEmpty = false
    for sequence in sequences {
      guard let first = firstWords(of: sequence) else { return nil }
      words.formUnion(first)
      mayBeEmpty = mayBeEmpty || sequence.allSatisfy(Self.mayBeEmpty)
    }
    return (words, mayBeEmpty)
  }

  private static func mayBeEmpty(_ part: PhrasePattern.Part) -> Bool {
    switch part {
    case .optional, .start: true
    case .choice(let inner): inner.contains { $0.allSatisfy(mayBeEmpty) }
    case .word, .list, .gap: false
    }
  }
}
