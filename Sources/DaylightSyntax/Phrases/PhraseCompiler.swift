/// Turns patterns into nodes, and finds the rarest words of each phrase.
struct PhraseCompiler {
  var words: PhraseWords
  private(set) var sets = PhraseWordSets()
  private(set) var nodes: [PhraseNode] = []
  private(set) var children: [Int32] = []
  private(set) var lists: [Int32] = []
  private(set) var roles: [PhraseBook.Role: Int32] = [:]
  private(set) var fillers: Int32 = 0
  private(set) var clauseSets = ClauseSets()
  /// Counts as the word of all numbers in figures.
  let figures: PhraseWords.Number
  private var listNumbers: [String: Int32] = [:]
  private let patterns: [String: [PhrasePattern]]
  private let numberWords: Set<PhraseWords.Number>
  private var costs: [PhraseWords.Number: Int] = [:]
  private let ambiguous: [(word: PhraseWords.Number, mayBe: Set<PhraseWords.Number>)]
  // What was found out before: lists are used by many phrases, and words by many lists.
  private var requiredOfLists: [String: Set<PhraseWords.Number>?] = [:]
  private var firstOfLists: [String: (Set<PhraseWords.Number>, mayBeEmpty: Bool)?] = [:]
  private var knownWords: [WordKey: [Word]] = [:]

  private struct WordKey: Hashable {
    let word: String
    let isInflected: Bool
  }

  /// One of the words that a word of a phrase counts as.
  private struct Word {
    let node: PhraseNode
    let set: Set<PhraseWords.Number>
  }

  struct Phrase {
    let node: Int32
    /// The words of its rarest part.
    let anchor: Set<PhraseWords.Number>
    let first: Int32?
    let second: Int32?
  }

  init(_ lists: [(name: String, phrases: [PhrasePattern])], _ words: PhraseWords) {
    var words = words
    let language = words.clauses
    func number(_ word: String) -> PhraseWords.Number { word.isEmpty ? 0 : words.insert(word) }
    func numbers(_ list: [String]) -> Set<PhraseWords.Number> { Set(list.map(number)) }
    // No word of a text is written with NUL.
    figures = words.insert("\0")
    numberWords = numbers(language.numbers)
    ambiguous = language.ambiguousEndings.map { (number($0.ending), numbers($0.words)) }
    clauseSets.subjects = sets.insert(numbers(language.subjects))
    clauseSets.pronouns = sets.insert(numbers(language.pronouns))
    clauseSets.people = sets.insert(numbers(language.people))
    clauseSets.prepositions = sets.insert(numbers(language.prepositions))
    clauseSets.subordinate = sets.insert(numbers(language.subordinate))
    clauseSets.subordinateNouns = sets.insert(numbers(language.subordinateNouns))
    clauseSets.listJoiners = sets.insert(numbers(language.listJoiners))
    clauseSets.connectives = sets.insert(numbers(language.connectives))
    clauseSets.joiningClauses = sets.insert(numbers(language.joiningClauses))
    clauseSets.contrasts = sets.insert(numbers(language.contrasts))
    clauseSets.otherStarts = sets.insert(numbers(language.otherStarts))
    clauseSets.reporting = sets.insert(numbers(language.reporting))
    clauseSets.denials = sets.insert(numbers(language.denials))
    clauseSets.numbers = sets.insert(numberWords)
    clauseSets.magnitudes = sets.insert(numbers(language.magnitudes))
    clauseSets.halfSubjectVerbs = sets.insert(numbers(language.halfSubject?.before ?? []))
    clauseSets.halfSubject = number(language.halfSubject?.word ?? "")
    clauseSets.contrastBefore = number(language.contrastBefore?.word ?? "")
    clauseSets.contrastUnlessBefore = number(language.contrastBefore?.unlessBefore ?? "")
    clauseSets.numberJoiner = number(language.numberJoiner)
    clauseSets.thirdPersons = sets.insert(numbers(language.thirdPersons))
    clauseSets.possessive = words.insert("'s")
    for (word, frequency) in language.frequencies { costs[words.insert(word)] = frequency * 20 }
    patterns = Dictionary(lists.map { ($0.name, $0.phrases) }, uniquingKeysWith: { $1 })
    self.words = words
    for list in lists { _ = self.list(list.name) }
    let fillers = patterns[PhraseBook.Role.fillers.rawValue] ?? []
    self.fillers = sets.insert(
      fillers.flatMap(\.alternatives).joined().reduce(into: []) { set, part in
        if case .word(let word, let isInflected) = part {
          for part in readyWords(of: word, isInflected) { set.formUnion(part.set) }
        }
      })
    for role in PhraseBook.Role.allCases where patterns[role.rawValue] != nil {
      roles[role] = list(role.rawValue)
    }
  }

  mutating func finish() {
    words.finish()
    sets.finish(wordCount: words.count)
  }

  mutating func rule(_ rule: PhraseBook.Rule) -> (
    phrases: [Phrase], unless: [Int32], unlessAbout: Int32?
  ) {
    let phrases = rule.phrases.flatMap(\.alternatives).map { sequence in
      let node = self.sequence(sequence)
      let anchors = required(of: sequence).map { (cost: cost($0), words: $0) }
        .sorted { $0.cost < $1.cost }.prefix(2).map(\.words)
      return Phrase(
        node: node, anchor: anchors.first ?? [],
        first: firstWords(of: sequence).map { sets.insert($0) },
        second: anchors.dropFirst().first.map { sets.insert($0) })
    }
    return (
      phrases, rule.unless.map { choice($0.alternatives) },
      rule.unlessAbout.isEmpty ? nil : choice(rule.unlessAbout.flatMap(\.alternatives))
    )
  }

  // MARK: Nodes

  private mutating func add(_ node: PhraseNode, _ children: [Int32] = []) -> Int32 {
    var node = node
    node.children = Int32(self.children.count)..<Int32(self.children.count + children.count)
    self.children += children
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  private mutating func list(_ name: String) -> Int32 {
    if let number = listNumbers[name] { return number }
    let node = choice(patterns[name, default: []].flatMap(\.alternatives))
    let number = Int32(lists.count)
    lists.append(node)
    listNumbers[name] = number
    return number
  }

  private mutating func sequence(_ parts: [PhrasePattern.Part]) -> Int32 {
    var nodes: [Int32] = []
    for part in parts {
      switch part {
      case .word(let word, let isInflected):
        for word in readyWords(of: word, isInflected) { nodes.append(add(word.node)) }
      case .choice(let inner): nodes.append(choice(inner))
      case .optional(let inner):
        let inner = choice(inner)
        nodes.append(add(PhraseNode(kind: .optional), [inner]))
      case .gap(let count): nodes.append(add(PhraseNode(kind: .gap, value: Int32(count))))
      case .list(PhrasePattern.number): nodes.append(add(PhraseNode(kind: .number)))
      case .list(PhrasePattern.numberInWords):
        nodes.append(add(PhraseNode(kind: .numberInWords)))
      case .list(let name):
        let number = list(name)
        nodes.append(add(PhraseNode(kind: .list, value: number)))
      case .start: nodes.append(add(PhraseNode(kind: .start)))
      }
    }
    return nodes.count == 1 ? nodes[0] : add(PhraseNode(kind: .sequence), nodes)
  }

  /// A choice between sequences, in which single words become one set.
  private mutating func choice(_ sequences: [[PhrasePattern.Part]]) -> Int32 {
    var nodes: [Int32] = []
    var sets: [Bool: Set<PhraseWords.Number>] = [:]
    for sequence in sequences {
      if sequence.count == 1, case .word(let word, let isInflected) = sequence[0],
        !word.hasSuffix("'"), case let words = readyWords(of: word, isInflected), words.count == 1,
        words[0].node.kind == .words
      {
        sets[isInflected, default: []].formUnion(words[0].set)
      } else {
        nodes.append(self.sequence(sequence))
      }
    }
    for isInflected in [false, true] {
      guard let set = sets[isInflected] else { continue }
      let number = self.sets.insert(set)
      nodes.append(
        add(PhraseNode(kind: .words, value: number, mayBePossessive: isInflected)))
    }
    return nodes.count == 1 ? nodes[0] : add(PhraseNode(kind: .choice), nodes)
  }

  private mutating func readyWords(of word: String, _ isInflected: Bool) -> [Word] {
    let key = WordKey(word: word, isInflected: isInflected)
    if let known = knownWords[key] { return known }
    let endsInApostrophe = word.hasSuffix("'")
    let pieces = pieces(of: word)
    let found = pieces.enumerated().map { number, piece in
      let isLast = number == pieces.count - 1
      let set = set(of: piece, isInflected: isInflected && isLast)
      return Word(
        node: PhraseNode(
          kind: Self.isInCapitals(piece) ? .capitals : .words, value: sets.insert(set),
          mayBePossessive: isLast && (isInflected || endsInApostrophe)), set: set)
    }
    knownWords[key] = found
    return found
  }

  /// The words that a word of a phrase counts as, each in its own case if that is capitals.
  private func pieces(of word: String) -> [[UInt8]] {
    var found: [[UInt8]] = []
    let curly = word.replacing("’", with: "'")
    for part in curly.split(whereSeparator: { $0 == "-" || $0 == "‑" || $0 == "‐" }) {
      let bytes = Array(part.utf8)
      if Self.isInCapitals(bytes) {
        found.append(bytes)
        continue
      }
      let bare = part.hasSuffix("'") && part.count > 1 ? part.dropLast() : part
      for piece in words.pieces(of: words.folded(bare.utf8Span.span)) {
        found += Self.letters(of: piece)
      }
    }
    return found
  }

  /// The letters of a script without spaces one by one, any other word as one.
  private static func letters(of word: [UInt8]) -> [[UInt8]] {
    guard word.contains(where: { $0 >= 0x80 }) else { return [word] }
    var found: [[UInt8]] = []
    var current: [UInt8] = []
    var offset = 0
    while offset < word.count {
      let character = FoldedCharacter(in: word.span, at: offset)
      let bytes = word[offset..<offset + character.length]
      if character.kind == .unspaced {
        if !current.isEmpty { found.append(current) }
        current = []
        found.append(Array(bytes))
      } else {
        current += bytes
      }
      offset += character.length
    }
    return current.isEmpty ? found : found + [current]
  }

  private static func isInCapitals(_ word: [UInt8]) -> Bool {
    word.count > 1 && word.allSatisfy(\.isASCIICapital)
  }

  private mutating func set(of word: [UInt8], isInflected: Bool) -> Set<PhraseWords.Number> {
    let folded = words.folded(word.span)
    let text = String(decoding: folded, as: UTF8.self)
    let forms = isInflected ? words.clauses.forms?(text) ?? [text] : [text]
    let spelt = words.clauses.spellings.map { spellings in forms.flatMap { spellings($0) } }
    var set = Set((spelt ?? Array(forms)).sorted().map { words.insert($0) })
    for (word, mayBe) in ambiguous where !set.isDisjoint(with: mayBe) { set.insert(word) }
    return set
  }
}

// MARK: The words that a phrase needs

extension PhraseCompiler {
  private func cost(_ set: Set<PhraseWords.Number>) -> Int {
    set.reduce(0) { $0 + (costs[$1] ?? 1) }
  }

  /// Sets of words of each of which a text must have one.
  private mutating func required(
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
  private mutating func firstWords(
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
