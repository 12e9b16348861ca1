/// The phrases of a `PhraseMatcher` as a trie of their folded characters, in one array.
struct PhraseTrie: Sendable {
  typealias Symbol = UInt32

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
  /// Symbols beyond ASCII: the other characters of the phrases, each numbered once. Look-ups
  /// compare by canonical equivalence, which makes both encodings of é the same.
  private var otherSymbols: [String: Symbol] = [:]
  /// Whether a phrase begins with something that is not a word character.
  private(set) var startsOutsideWords = false

  private struct End: Sendable {
    let id: Int
    /// The phrase in its own case, if it is exact.
    let spelling: String?

    init(_ phrase: PhraseMatcher.Phrase) {
      id = phrase.id
      spelling =
        phrase.isExact
        ? phrase.text.withUTF8Span { FoldedCharacter.text($0, foldingCase: false) } : nil
    }
  }

  init(_ phrases: [PhraseMatcher.Phrase]) {
    var entries: [(symbols: [Symbol], phrase: PhraseMatcher.Phrase)] = []
    for phrase in phrases {
      let symbols = symbolsOf(phrase.text)
      if !symbols.isEmpty { entries.append((symbols, phrase)) }
    }
    entries.sort { left, right in
      if left.symbols != right.symbols {
        return left.symbols.lexicographicallyPrecedes(right.symbols)
      }
      if left.phrase.isExact != right.phrase.isExact { return left.phrase.isExact }
      return (left.phrase.id, left.phrase.text) < (right.phrase.id, right.phrase.text)
    }
    // A node corresponds to the run of entries that begin with its symbols.
    var runs = [(entries: entries.indices, depth: 0)]
    var node = 0
    while node < nodes.count {
      var (rest, depth) = runs[node]
      nodes[node].firstEnd = Int32(ends.count)
      while let entry = rest.first.map({ entries[$0] }), entry.symbols.count == depth {
        ends.append(End(entry.phrase))
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
              nodes: nodes, starts: starts, prefixes: prefixes, otherSymbols: otherSymbols,
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
      if Self.isSpelt(text, spelling) { return ends[number].id }
    }
    return nil
  }

  private static func isSpelt(_ text: UnsafeBufferPointer<UInt8>, _ spelling: String) -> Bool {
    if spelling.utf8.elementsEqual(text) { return true }
    // Plain ASCII characters have only one encoding, but a Kelvin sign equals a K.
    if text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), spelling.utf8.allSatisfy({ $0 < 0x80 }) {
      return false
    }
    return FoldedCharacter.text(text.span, foldingCase: false) == spelling
  }

  /// The symbols of a phrase, with white space at its ends trimmed. Numbers the new ones.
  private mutating func symbolsOf(_ phrase: String) -> [Symbol] {
    PhraseMatcher.key(of: phrase).withUTF8Span { key in
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
          let folded = String(
            FoldedCharacter.scalars(key, at: offset, character.length, foldingCase: true))
          let new = Symbol(128 + otherSymbols.count)
          symbols.append(otherSymbols[folded, default: new])
          otherSymbols[folded] = symbols.last
        }
        offset += character.length
      }
      return symbols
    }
  }
}
