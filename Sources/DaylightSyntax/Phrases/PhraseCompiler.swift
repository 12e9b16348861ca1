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
  let patterns: [String: [PhrasePattern]]
  let numberWords: PhraseWordSet
  /// In words and in figures.
  let numbersOfAnyKind: PhraseWordSet
  /// By word. Those that came later cost 1.
  let costs: [Int]
  private let ambiguous: [(word: PhraseWords.Number, mayBe: PhraseWordSet)]
  // What was found out before: lists are used by many phrases, and words by many lists.
  var requiredOfLists: [Int32: [PhraseWordSet]] = [:]
  var firstOfLists: [Int32: FirstWords?] = [:]
  private var knownWords: [WordKey: [PhraseNode]] = [:]
  /// The brackets around what is being compiled.
  private var openBrackets = 0
  /// Where brackets are inside each other, each is tried at every place where the one around it may
  /// go on. From this depth on a bracket is therefore a list, which is tried only once at a place.
  private static let mostTriedAgain = 3

  private struct WordKey: Hashable {
    let word: String
    let isInflected: Bool
  }

  typealias FirstWords = (words: PhraseWordSet, mayBeEmpty: Bool)

  struct Phrase {
    let node: Int32
    /// The words of its rarest part.
    let anchor: [PhraseWords.Number]
    let first: Int32?
    let second: Int32?
  }

  init(_ lists: [(name: String, phrases: [PhrasePattern])], _ words: PhraseWords) {
    var words = words
    let language = words.clauses
    func number(_ word: String) -> PhraseWords.Number { word.isEmpty ? 0 : words.insert(word) }
    func numbers(_ list: [String]) -> PhraseWordSet { PhraseWordSet(list.map(number)) }
    // No word of a text is written with NUL.
    figures = words.insert("\0")
    numberWords = numbers(language.numbers)
    numbersOfAnyKind = PhraseWordSet(numberWords.words + [figures])
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
    let frequencies = language.frequencies.map { (words.insert($0.key), $0.value) }
    var costs = [Int](repeating: 1, count: words.count)
    for (word, frequency) in frequencies { costs[Int(word)] = frequency * 20 }
    self.costs = costs
    patterns = Dictionary(lists.map { ($0.name, $0.phrases) }, uniquingKeysWith: { $1 })
    self.words = words
    for list in lists { _ = self.list(list.name) }
    var fillers: [PhraseWordSet] = []
    let fillerPatterns = patterns[PhraseBook.Role.fillers.rawValue, default: []]
    for part in fillerPatterns.flatMap(\.alternatives).joined() {
      guard case .word(let word, let isInflected) = part else { continue }
      for word in readyWords(of: word, isInflected) { fillers.append(sets[word.value]) }
    }
    self.fillers = sets.insert(PhraseWordSet(union: fillers))
    for role in PhraseBook.Role.allCases where patterns[role.rawValue] != nil {
      roles[role] = list(role.rawValue)
    }
  }

  mutating func rule(_ rule: PhraseBook.Rule) -> (
    phrases: [Phrase], unless: [Int32], unlessAbout: Int32?
  ) {
    var phrases: [Phrase] = []
    for sequence in rule.phrases.flatMap(\.alternatives) {
      let node = self.sequence(sequence)
      let anchors = Self.rarest(required(of: node), costs)
      let first = firstWords(of: node)
      phrases.append(
        Phrase(
          node: node, anchor: anchors.first?.words ?? [],
          first: first.map { sets.insert($0.words) },
          second: anchors.count > 1 ? sets.insert(anchors[1]) : nil))
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
        for word in readyWords(of: word, isInflected) { nodes.append(add(word)) }
      case .choice(let inner): nodes.append(bracket(inner))
      case .optional(let inner):
        let inner = bracket(inner)
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

  private mutating func bracket(_ sequences: [[PhrasePattern.Part]]) -> Int32 {
    openBrackets += 1
    defer { openBrackets -= 1 }
    let node = choice(sequences)
    guard openBrackets > Self.mostTriedAgain else { return node }
    lists.append(node)
    return add(PhraseNode(kind: .list, value: Int32(lists.count - 1)))
  }

  /// A choice between sequences, in which single words become one set.
  private mutating func choice(_ sequences: [[PhrasePattern.Part]]) -> Int32 {
    var nodes: [Int32] = []
    var uninflected: [PhraseWordSet] = []
    var inflected: [PhraseWordSet] = []
    for sequence in sequences {
      if sequence.count == 1, case .word(let word, let isInflected) = sequence[0],
        !word.hasSuffix("'"), case let words = readyWords(of: word, isInflected), words.count == 1,
        words[0].kind == .words
      {
        if isInflected {
          inflected.append(sets[words[0].value])
        } else {
          uninflected.append(sets[words[0].value])
        }
      } else {
        nodes.append(self.sequence(sequence))
      }
    }
    for (words, isInflected) in [(uninflected, false), (inflected, true)] where !words.isEmpty {
      let set = sets.insert(PhraseWordSet(union: words))
      nodes.append(add(PhraseNode(kind: .words, value: set, mayBePossessive: isInflected)))
    }
    return nodes.count == 1 ? nodes[0] : add(PhraseNode(kind: .choice), nodes)
  }

  /// The nodes of the words that a word of a phrase counts as.
  private mutating func readyWords(of word: String, _ isInflected: Bool) -> [PhraseNode] {
    let key = WordKey(word: word, isInflected: isInflected)
    if let known = knownWords[key] { return known }
    let endsInApostrophe = word.hasSuffix("'")
    let pieces = pieces(of: word)
    var found: [PhraseNode] = []
    for (number, piece) in pieces.enumerated() {
      let isLast = number == pieces.count - 1
      let set = set(of: piece, isInflected: isInflected && isLast)
      found.append(
        PhraseNode(
          kind: Self.isInCapitals(piece) ? .capitals : .words, value: sets.insert(set),
          mayBePossessive: isLast && (isInflected || endsInApostrophe)))
    }
    knownWords[key] = found
    return found
  }

  /// The words that a word of a phrase counts as, each in its own case if that is capitals.
  private func pieces(of word: String) -> [[UInt8]] {
    // The one word of small letters that is two.
    if word != "cannot", word.utf8.allSatisfy(\.isASCIISmallLetter) { return [Array(word.utf8)] }
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

  private mutating func set(of word: [UInt8], isInflected: Bool) -> PhraseWordSet {
    let word = words.folded(word.span)
    let forms = isInflected ? words.clauses.forms?(word) ?? [word] : [word]
    var numbers: [PhraseWords.Number] = []
    for form in forms {
      for spelling in words.clauses.spellings?(form) ?? [form] {
        numbers.append(words.insert(spelling))
      }
    }
    for (word, mayBe) in ambiguous where numbers.contains(where: mayBe.words.contains) {
      numbers.append(word)
    }
    return PhraseWordSet(numbers)
  }
}
