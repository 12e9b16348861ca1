extension PhraseTrie {
  /// The node that a character leads to, and the length of the character in bytes.
  typealias Step = (node: Int, length: Int)

  /// The trie during a walk: its arrays as raw memory, because this runs several times for every
  /// word of a site.
  struct Reader {
    let nodes: UnsafeBufferPointer<Node>
    let starts: UnsafeBufferPointer<Int32>
    let prefixes: UnsafeBufferPointer<UInt64>
    let symbols: SymbolTable
    let startsOutsideWords: Bool

    /// Whether a phrase may begin with a word that has this prefix number.
    @inline(__always)
    func mayStart(_ prefix: UInt16) -> Bool { startBit(prefix) == 1 }

    /// The same as 0 or 1.
    @inline(__always)
    func startBit(_ prefix: UInt16) -> Int {
      Int(truncatingIfNeeded: prefixes[Int(prefix >> 6)] >> UInt64(prefix & 63) & 1)
    }

    /// The first step from the root; nil if no phrase begins with the character.
    @inline(__always)
    func start(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Step? {
      let byte = text[offset]
      if byte < 0x80, !mayHaveMarks(in: text, at: offset) {
        let node = Int(starts[Int(byte)])
        return node == 0 ? nil : (node, 1)
      }
      return otherStep(from: 0, in: text.span, at: offset)
    }

    /// The next step; nil if no phrase continues with the character. A run of white space is one step.
    @inline(__always)
    func step(
      from node: Int, in text: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> Step? {
      let byte = text[offset]
      if byte > 0x20, byte < 0x7F, !mayHaveMarks(in: text, at: offset) {
        let isUpperCase = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        return child(of: node, by: Symbol(isUpperCase ? byte | 0x20 : byte)).map { ($0, 1) }
      }
      // One space or line feed between words.
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n"), offset + 1 < text.count,
        text[offset + 1] > 0x20, text[offset + 1] < 0x7F
      {
        return child(of: node, by: Symbol(UInt8(ascii: " "))).map { ($0, 1) }
      }
      return otherStep(from: node, in: text.span, at: offset)
    }

    /// Whether the ASCII character at an offset might be followed by marks, which make it a
    /// different one.
    @inline(__always)
    private func mayHaveMarks(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
      let next = offset + 1
      return next < text.count && text[next] >= FoldedCharacter.firstLeadByteOfMarks
    }

    private func otherStep(from node: Int, in text: Span<UInt8>, at offset: Int) -> Step? {
      let character = FoldedCharacter(in: text, at: offset)
      if character.kind == .space {
        var end = offset + character.length
        while end < text.count {
          let next = FoldedCharacter(in: text, at: end)
          guard next.kind == .space else { break }
          end += next.length
        }
        return child(of: node, by: Symbol(UInt8(ascii: " "))).map { ($0, end - offset) }
      }
      if let ascii = character.ascii {
        return child(of: node, by: Symbol(ascii)).map { ($0, character.length) }
      }
      if !symbols.mayHave(character) { return nil }
      let scalars = FoldedCharacter.scalars(text, at: offset, character.length, symbols.folding)
      guard character.isLigature else {
        return symbols.symbol(of: scalars).flatMap { child(of: node, by: $0) }
          .map { ($0, character.length) }
      }
      var node = node
      for letter in FoldedCharacter.letters(of: scalars) {
        guard let symbol = symbols.symbol(of: letter), let child = child(of: node, by: symbol)
        else { return nil }
        node = child
      }
      return (node, character.length)
    }

    @inline(__always)
    private func child(of node: Int, by symbol: Symbol) -> Int? {
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
  }
}
