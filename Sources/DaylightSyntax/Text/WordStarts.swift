/// The starts of the words in a text, computed once for all phrase searches in it.
///
/// Words are defined by `PhraseMatcher`.
package struct WordStarts: Sendable {
  struct Word {
    let offset: Int32
    /// The number of its `WordPrefix`.
    let prefix: UInt16
  }

  private var memory: [Word] = []
  private var count = 0

  package init() {}

  package init(_ text: Span<UInt8>, spelling: Spelling = .common) {
    read(text, spelling: spelling)
  }

  /// Reads another text, reusing the memory of the last one.
  package mutating func read(_ text: Span<UInt8>, spelling: Spelling) {
    // Between two words there is something else.
    let capacity = text.count / 2 + 1
    if memory.count < capacity {
      memory.append(
        contentsOf: repeatElement(Word(offset: 0, prefix: 0), count: capacity - memory.count))
    }
    count = memory.withUnsafeMutableBufferPointer { memory in
      text.withUnsafeBufferPointer { text in Self.find(in: text, spelling, memory) }
    }
  }

  /// Eight bytes at a time if all are ASCII, otherwise character by character.
  private static func find(
    in text: UnsafeBufferPointer<UInt8>, _ spelling: Spelling,
    _ found: UnsafeMutableBufferPointer<Word>
  ) -> Int {
    var count = 0
    var prefix = AttachedPrefix(isAllowed: spelling.attachesPrefixes)
    // Whether what came before was of a word, or a joiner after one: the high bit of a byte.
    var followsWord: UInt64 = 0
    var followsJoinedWord: UInt64 = 0
    var offset = 0
    while offset < text.count {
      var starts: UInt64
      var length = 8
      if let bytes = EightBytes(in: text, at: offset), bytes.outsideASCII == 0 {
        let words = bytes.letters | bytes.digits | bytes.equal(to: UInt8(ascii: "_"))
        let joiners = bytes.equal(to: UInt8(ascii: "'")) | bytes.equal(to: UInt8(ascii: "-"))
        let followingWord = words << 8 | followsWord
        let joined = joiners & followingWord
        let afterJoiner = joined << 8 | followsJoinedWord
        starts = words & ~followingWord & ~afterJoiner
        var joinedStarts = words & afterJoiner
        while joinedStarts != 0 {
          if Elision.ends(text, before: offset + joinedStarts.trailingZeroBitCount / 8) {
            starts |= joinedStarts & (~joinedStarts &+ 1)
          }
          joinedStarts &= joinedStarts &- 1
        }
        followsWord = words >> 56
        followsJoinedWord = joined >> 56
      } else {
        let character = FoldedCharacter(in: text.span, at: offset)
        length = character.length
        starts = 0
        if !character.isIgnorable {
          let word: UInt64 = character.kind == .word ? 0x80 : 0
          let isElided = word & followsJoinedWord != 0 && Elision.ends(text, before: offset)
          starts =
            character.kind == .unspaced || isElided
            ? 0x80 : word & ~followsWord & ~followsJoinedWord
          let isPrefix =
            word != 0
            && prefix.ends(with: character, at: offset, startsWord: starts != 0, in: text.span)
          followsJoinedWord = character.kind == .joiner ? followsWord : 0
          followsWord = isPrefix ? 0 : word
        }
      }
      while starts != 0 {
        let start = offset + starts.trailingZeroBitCount / 8
        found[count] = Word(
          offset: Int32(truncatingIfNeeded: start),
          prefix: WordPrefix.number(in: text, at: start))
        count += 1
        starts &= starts &- 1
      }
      offset += length
    }
    return count
  }

  /// Calls `body` with the starts of the words for whose prefix `bit` returns 1, not 0. Filtered
  /// without branches, which would be unpredictable.
  @inline(__always)
  func withOffsets(ofThose bit: (UInt16) -> Int, _ body: (UnsafeBufferPointer<Int32>) -> Void) {
    memory.withUnsafeBufferPointer { memory in
      // One slot more is written than counted.
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: count + 1) { offsets in
        var found = 0
        for number in 0..<count {
          offsets[found] = memory[number].offset
          found &+= bit(memory[number].prefix)
        }
        body(UnsafeBufferPointer(rebasing: offsets[..<found]))
      }
    }
  }
}
