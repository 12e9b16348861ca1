/// The phrases of a `PhraseMatcher` as a trie of their folded characters, in one array.
struct PhraseTrie: Sendable {
  typealias Symbol = UInt32

  /// A place in the trie. They are numbered level by level, so that the children of one are
  /// neighbours, in the order of their symbols.
  private struct Node: Sendable {
    /// What leads here from the parent.
    let symbol: Symbol
    var firstChild: Int32 = 0
    var endOfChildren: Int32 = 0
    /// Into `ends`: the phrases that end here, exact ones first.
    var firstEnd: Int32 = 0
    var endOfEnds: Int32 = 0
  }

  private var nodes = [Node(symbol: 0)]
  private var ends: [End] = []
  /// The children of the root, node 0, by the first byte of a phrase; 0 for none.
  private var starts = [Int32](repeating: 0, count: 128)
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
    for byte in UInt8(0)..<128 {
      let symbol = Symbol(FoldedCharacter.folding(ascii: byte))
      starts[Int(byte)] = child(of: 0, by: symbol).map(Int32.init) ?? 0
    }
  }
}

extension PhraseTrie {
  /// The first step from the root, for most words of a text by a look at two bytes: nil where no
  /// phrase begins with the character.
  @inline(__always)
  func start(in text: Span<UInt8>, at offset: Int) -> (node: Int, length: Int)? {
    let byte = text[unchecked: offset]
    if byte < 0x80, !mayHaveMarks(in: text, at: offset) {
      let node = Int(starts[Int(byte)])
      return node == 0 ? nil : (node, 1)
    }
    let (symbol, length) = otherSymbol(in: text, at: offset)
    return symbol.flatMap { child(of: 0, by: $0) }.map { ($0, length) }
  }

  /// The symbol at an offset, nil where no phrase has it. A run of white space is one symbol.
  @inline(__always)
  func symbol(in text: Span<UInt8>, at offset: Int) -> (symbol: Symbol?, length: Int) {
    let byte = text[unchecked: offset]
    if byte > 0x20, byte < 0x7F, !mayHaveMarks(in: text, at: offset) {
      let isUpperCase = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      return (Symbol(isUpperCase ? byte | 0x20 : byte), 1)
    }
    return otherSymbol(in: text, at: offset)
  }

  /// Whether the ASCII character at an offset might have marks, which make it another one.
  @inline(__always)
  private func mayHaveMarks(in text: Span<UInt8>, at offset: Int) -> Bool {
    let next = offset + 1
    return next < text.count && text[unchecked: next] >= FoldedCharacter.firstLeadByteOfMarks
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
    if otherSymbols.isEmpty { return (nil, character.length) }
    let folded = FoldedCharacter.scalars(
      text, at: offset, character.length, foldingCase: true)
    return (otherSymbols[String(folded)], character.length)
  }

  @inline(__always)
  func child(of node: Int, by symbol: Symbol) -> Int? {
    var child = Int(nodes[node].firstChild)
    let end = Int(nodes[node].endOfChildren)
    while child < end {
      if nodes[child].symbol == symbol { return child }
      child += 1
    }
    return nil
  }

  @inline(__always)
  func isEnd(_ node: Int) -> Bool { nodes[node].firstEnd < nodes[node].endOfEnds }

  /// The `id` of the phrase that ends at a node and may be spelt like the text.
  func phrase(endingAt node: Int, spelt text: Span<UInt8>) -> Int? {
    for end in ends[Int(nodes[node].firstEnd)..<Int(nodes[node].endOfEnds)] {
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
