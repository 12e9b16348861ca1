/// The phrases of a `PhraseMatcher` as a trie of their folded characters, in one array.
struct PhraseTrie: Sendable {
  typealias Symbol = SymbolTable.Symbol

  /// A node of the trie. Nodes are numbered level by level, so that the children of a node are
  /// adjacent, sorted by symbol.
  struct Node: Sendable {
    /// The symbol that leads here from the parent.
    let symbol: Symbol
    var firstChild: Int32 = 0
    var endOfChildren: Int32 = 0
    /// A range of `ends`: the phrases that end here, exact ones first.
    var firstEnd: Int32 = 0
    var endOfEnds: Int32 = 0
  }

  private var nodes = [Node(symbol: 0)]
  private var ends: [End] = []
  /// The children of the root (node 0) by the first byte of a phrase; 0 if there is none.
  private var starts = [Int32](repeating: 0, count: 128)
  /// A bit for each number of a `WordPrefix` with which a phrase may begin.
  private var prefixes = [UInt64](repeating: 0, count: WordPrefix.count / 64)
  private var symbols: SymbolTable
  /// Whether a phrase begins with something that is not a word character.
  private(set) var startsOutsideWords = false

  private struct End: Sendable {
    let id: Int
    /// The phrase as the text must spell it, if the symbols are not enough to decide: an exact phrase
    /// in its own case, or a Turkish one with i or ı.
    let spelling: String?
    let folding: CaseFolding

    init(_ entry: Entry, _ folding: CaseFolding) {
      id = entry.phrase.id
      let mayBeDotless =
        folding == .dotlessI && entry.symbols.contains(Symbol(UInt8(ascii: "i")))
      let own = entry.phrase.isExact ? CaseFolding.none : folding
      spelling =
        entry.phrase.isExact || mayBeDotless
        ? entry.phrase.text.withUTF8Span { FoldedCharacter.text($0, folding: own) } : nil
      self.folding = own
    }
  }

  /// A phrase that is to be found.
  private struct Entry {
    let symbols: [Symbol]
    let phrase: PhraseMatcher.Phrase
    /// Whether it is one of the `CapitalForms` of a phrase.
    let isInCapitals: Bool

    /// Of phrases with the same symbols, the one with the lower rank wins.
    var rank: Int { isInCapitals ? 2 : phrase.isExact ? 0 : 1 }
  }

  init(_ phrases: [PhraseMatcher.Phrase], _ spelling: Spelling) {
    symbols = SymbolTable(spelling.caseFolding)
    var entries: [Entry] = []
    for phrase in phrases {
      entries.append(entry(phrase, spelling))
      if phrase.isExact { continue }
      for capitals in CapitalForms.forms(of: phrase.text, spelling) {
        let phrase = PhraseMatcher.Phrase(capitals, id: phrase.id, isExact: true)
        entries.append(entry(phrase, spelling, isInCapitals: true))
      }
    }
    entries.removeAll { $0.symbols.isEmpty }
    entries.sort { left, right in
      if left.symbols != right.symbols {
        return left.symbols.lexicographicallyPrecedes(right.symbols)
      }
      return (left.rank, left.phrase.id, left.phrase.text)
        < (right.rank, right.phrase.id, right.phrase.text)
    }
    // A node corresponds to the run of entries that begin with its symbols.
    var runs = [(entries: entries.indices, depth: 0)]
    var node = 0
    while node < nodes.count {
      var (rest, depth) = runs[node]
      nodes[node].firstEnd = Int32(ends.count)
      while let entry = rest.first.map({ entries[$0] }), entry.symbols.count == depth {
        ends.append(End(entry, spelling.caseFolding))
        rest.removeFirst()
      }
      nodes[node].endOfEnds = Int32(ends.count)
      nodes[node].firstChild = Int32(nodes.count)
      while let first = rest.first {
        let symbol = entries[first].symbols[depth]
        let end = rest.first { entries[$0].symbols[depth] != symbol } ?? rest.upperBound
        nodes.append(Node(symbol: symbol))
        runs.append((first..<end, depth + 1))
        rest = end..<rest.upperBound
      }
      nodes[node].endOfChildren = Int32(nodes.count)
      node += 1
    }
    for child in children(of: 0) where nodes[child].symbol < 128 {
      for byte in UInt8(0)..<128 where FoldedCharacter.folding(ascii: byte) == nodes[child].symbol {
        starts[Int(byte)] = Int32(child)
      }
    }
    note(WordPrefix.unknown)
    for entry in entries { note(WordPrefix.number(ofPhrase: entry.symbols)) }
  }

  private func children(of node: Int) -> Range<Int> {
    Int(nodes[node].firstChild)..<Int(nodes[node].endOfChildren)
  }

  private mutating func note(_ prefix: UInt16) {
    prefixes[Int(prefix >> 6)] |= 1 << UInt64(prefix & 63)
  }

  /// Calls `body` with the trie in the form for reading text.
  func read<Result>(_ body: (Reader) -> Result) -> Result {
    nodes.withUnsafeBufferPointer { nodes in
      starts.withUnsafeBufferPointer { starts in
        prefixes.withUnsafeBufferPointer { prefixes in
          body(
            Reader(
              nodes: nodes, starts: starts, prefixes: prefixes, symbols: symbols,
              startsOutsideWords: startsOutsideWords))
        }
      }
    }
  }
}

extension PhraseTrie {
  /// The `id` of the phrase that ends at a node and matches the spelling of the text.
  func phrase(endingAt node: Int, spelt text: UnsafeBufferPointer<UInt8>) -> Int? {
    for number in Int(nodes[node].firstEnd)..<Int(nodes[node].endOfEnds) {
      guard let spelling = ends[number].spelling else { return ends[number].id }
      if Self.isSpelt(text, spelling, ends[number].folding) { return ends[number].id }
    }
    return nil
  }

  private static func isSpelt(
    _ text: UnsafeBufferPointer<UInt8>, _ spelling: String, _ folding: CaseFolding
  ) -> Bool {
    if spelling.utf8.elementsEqual(text) { return true }
    // Plain ASCII characters have only one encoding, but a Kelvin sign equals a K.
    if folding == .none, text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      spelling.utf8.allSatisfy({ $0 < 0x80 })
    {
      return false
    }
    return FoldedCharacter.text(text.span, folding: folding) == spelling
  }

  /// The entry of a phrase. Numbers the symbols that are new.
  private mutating func entry(
    _ phrase: PhraseMatcher.Phrase, _ spelling: Spelling, isInCapitals: Bool = false
  ) -> Entry {
    let symbols = PhraseMatcher.key(of: phrase.text, spelling: spelling).withUTF8Span { key in
      var symbols: [Symbol] = []
      var offset = 0
      while offset < key.count {
        let character = FoldedCharacter(in: key, at: offset)
        if symbols.isEmpty, character.kind != .word, character.kind != .unspaced {
          startsOutsideWords = true
        }
        if let ascii = character.ascii {
          symbols.append(Symbol(ascii))
        } else {
          let scalars = FoldedCharacter.scalars(
            key, at: offset, character.length, self.symbols.folding)
          symbols.append(self.symbols.insert(scalars))
        }
        offset += character.length
      }
      return symbols
    }
    return Entry(symbols: symbols, phrase: phrase, isInCapitals: isInCapitals)
  }
}
