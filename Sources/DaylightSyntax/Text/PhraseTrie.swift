/// The phrases of a `PhraseMatcher` as a trie of their folded characters, in two arrays.
struct PhraseTrie: Sendable {
  typealias Node = Int
  typealias Symbol = UInt32

  static let root: Node = 0

  // Nodes are numbered level by level, so that the children of a node are neighbours: those of
  // node n are `firstChild[n]..<firstChild[n + 1]`, in the order of their symbols.
  private var firstChild: [Int] = []
  /// The symbol that leads to each node. The root, node 0, has none.
  private var symbols: [Symbol] = [0]
  /// The children of the root by ASCII symbol, 0 for none: most words of a text end here.
  private var asciiStarts = [Int](repeating: 0, count: 128)
  /// The phrases that end at node n are `ends[firstEnd[n]..<firstEnd[n + 1]]`, exact ones first.
  private var firstEnd: [Int] = []
  private var ends: [End] = []
  /// Symbols above ASCII: the other characters of the phrases, each numbered once. Looking one up
  /// compares by canonical equivalence, which is what makes both spellings of é the same.
  private var otherSymbols: [String: Symbol] = [:]
  /// Whether a phrase begins with something that is not a word character.
  private(set) var startsOutsideWords = false

  private struct End: Sendable {
    let id: Int
    /// The phrase in its own case, where it must match so.
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
    // A node is the run of entries that begin with its symbols.
    var nodes = [(entries: entries.indices, depth: 0)]
    var next = 0
    while next < nodes.count {
      var (rest, depth) = nodes[next]
      next += 1
      firstEnd.append(ends.count)
      while let entry = rest.first.map({ entries[$0] }), entry.symbols.count == depth {
        ends.append(End(entry.phrase))
        rest.removeFirst()
      }
      firstChild.append(nodes.count)
      while let first = rest.first {
        let symbol = entries[first].symbols[depth]
        let end = rest.first { entries[$0].symbols[depth] != symbol } ?? rest.upperBound
        if depth == 0, symbol < 128 { asciiStarts[Int(symbol)] = nodes.count }
        symbols.append(symbol)
        nodes.append((first..<end, depth + 1))
        rest = end..<rest.upperBound
      }
    }
    firstChild.append(nodes.count)
    firstEnd.append(ends.count)
  }
}

extension PhraseTrie {
  /// The symbol at an offset, nil where no phrase has it. A run of white space is one symbol.
  @inline(__always)
  func symbol(in text: Span<UInt8>, at offset: Int) -> (symbol: Symbol?, length: Int) {
    let byte = text[unchecked: offset]
    // A byte from 0xCC on may begin a mark that belongs to the letter before it.
    if byte > 0x20, byte < 0x7F, offset + 1 == text.count || text[unchecked: offset + 1] < 0xCC {
      return (Symbol(FoldedCharacter.folding(ascii: byte)), 1)
    }
    return otherSymbol(in: text, at: offset)
  }

  private func otherSymbol(in text: Span<UInt8>, at offset: Int) -> (symbol: Symbol?, length: Int) {
    let character = FoldedCharacter(in: text, at: offset)
    if character.kind == .space {
      var end = offset + character.length
      while end < text.count {
        let next = FoldedCharacter(in: text, at: end)
        guard next.kind == .space else { break }
        end += next.length
      }
      return (Symbol(UInt8(ascii: " ")), end - offset)
    }
    if let ascii = character.ascii { return (Symbol(ascii), character.length) }
    let folded = FoldedCharacter.scalars(
      text, at: offset, character.length, foldingCase: true)
    return (otherSymbols[String(folded)], character.length)
  }

  func child(of node: Node, by symbol: Symbol) -> Node? {
    if node == Self.root, symbol < 128 {
      let child = asciiStarts[Int(symbol)]
      return child == 0 ? nil : child
    }
    for child in firstChild[node]..<firstChild[node + 1] where symbols[child] == symbol {
      return child
    }
    return nil
  }

  func isEnd(_ node: Node) -> Bool { firstEnd[node] < firstEnd[node + 1] }

  /// The `id` of the phrase that ends at a node and may be spelt like the text.
  func phrase(endingAt node: Node, spelt text: Span<UInt8>) -> Int? {
    for end in ends[firstEnd[node]..<firstEnd[node + 1]] {
      guard let spelling = end.spelling else { return end.id }
      if FoldedCharacter.text(text, foldingCase: false) == spelling { return end.id }
    }
    return nil
  }

  /// The symbols of a phrase, with white space at its ends trimmed. Numbers the new ones.
  private mutating func symbolsOf(_ phrase: String) -> [Symbol] {
    PhraseMatcher.key(of: phrase).withUTF8Span { key in
      var symbols: [Symbol] = []
      var offset = 0
      while offset < key.count {
        let character = FoldedCharacter(in: key, at: offset)
        if symbols.isEmpty, character.kind != .word { startsOutsideWords = true }
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
