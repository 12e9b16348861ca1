extension PhraseTrie {
  /// The trie during a walk: its arrays as raw memory, because this runs several times for every
  /// word of a site.
  struct Reader {
    let nodes: UnsafeBufferPointer<Node>
    let starts: UnsafeBufferPointer<Int32>
    let prefixes: UnsafeBufferPointer<UInt64>
    let otherSymbols: [String: Symbol]
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
    func start(
      in text: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (node: Int, length: Int)? {
      let byte = text[offset]
      if byte < 0x80, !mayHaveMarks(in: text, at: offset) {
        let node = Int(starts[Int(byte)])
        return node == 0 ? nil : (node, 1)
      }
      let (symbol, length) = otherSymbol(in: text.span, at: offset)
      return symbol.flatMap { child(of: 0, by: $0) }.map { ($0, length) }
    }

    /// The symbol at an offset; nil if no phrase has it. A run of white space is one symbol.
    @inline(__always)
    func symbol(
      in text: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (symbol: Symbol?, length: Int) {
      let byte = text[offset]
      if byte > 0x20, byte < 0x7F, !mayHaveMarks(in: text, at: offset) {
        let isUpperCase = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        return (Symbol(isUpperCase ? byte | 0x20 : byte), 1)
      }
      // One space or line feed between words.
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n"), offset + 1 < text.count,
        text[offset + 1] > 0x20, text[offset + 1] < 0x7F
      {
        return (Symbol(UInt8(ascii: " ")), 1)
      }
      return otherSymbol(in: text.span, at: offset)
    }

    /// Whether the ASCII character at an offset might be followed by marks, which make it a
    /// different one.
    @inline(__always)
    private func mayHaveMarks(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
      let next = offset + 1
      return next < text.count && text[next] >= FoldedCharacter.firstLeadByteOfMarks
    }

    private func otherSymbol(
      in text: Span<UInt8>, at offset: Int
    ) -> (symbol: Symbol?, length: Int) {
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
  }
}
