/// Where the words of a text begin, found once for all the phrases that are looked for in it.
///
/// A word is what `PhraseMatcher` says.
package struct WordStarts: Sendable {
  struct Word {
    let offset: Int32
    /// The number of its `WordPrefix`.
    let prefix: UInt16
  }

  private var memory: [Word] = []
  private var count = 0

  package init() {}

  package init(_ text: Span<UInt8>) { read(text) }

  /// Reads a text in the place of the one before, into the memory of that one.
  package mutating func read(_ text: Span<UInt8>) {
    // Between two words there is something else, and one place more is written to than counted.
    let capacity = text.count / 2 + 2
    if memory.count < capacity {
      memory.append(
        contentsOf: repeatElement(Word(offset: 0, prefix: 0), count: capacity - memory.count))
    }
    count = memory.withUnsafeMutableBufferPointer { memory in
      text.withUnsafeBufferPointer { text in
        Self.signs.withUnsafeBufferPointer { signs in
          WordPrefix.codes.withUnsafeBufferPointer { codes in
            Self.find(in: text, signs, codes, memory)
          }
        }
      }
    }
  }

  /// There is no branch on what the text says but for bytes outside ASCII: words end where no
  /// processor expects it.
  private static func find(
    in text: UnsafeBufferPointer<UInt8>, _ signs: UnsafeBufferPointer<UInt8>,
    _ codes: UnsafeBufferPointer<UInt8>, _ found: UnsafeMutableBufferPointer<Word>
  ) -> Int {
    var count = 0
    var followsWord: UInt8 = 0
    var followsJoinedWord: UInt8 = 0
    var offset = 0
    while offset < text.count {
      var sign = signs[Int(text[offset])]
      var length = 1
      if sign == outsideASCII {
        let (scalar, scalarLength) = text.span.scalar(at: offset)
        sign = Self.sign(of: FoldedCharacter.kind(of: scalar))
        length = scalarLength
      }
      found[count] = Word(offset: Int32(truncatingIfNeeded: offset), prefix: 0)
      count &+= Int(sign & ~followsWord & ~followsJoinedWord & word)
      followsJoinedWord = sign / joiner & followsWord
      followsWord = sign & word
      offset &+= length
    }
    for number in 0..<count {
      let offset = found[number].offset
      let prefix = WordPrefix.number(in: text, at: Int(offset), codes)
      found[number] = Word(offset: offset, prefix: prefix)
    }
    return count
  }

  private static let word: UInt8 = 1
  private static let joiner: UInt8 = 2
  private static let outsideASCII: UInt8 = 4

  private static func sign(of kind: FoldedCharacter.Kind) -> UInt8 {
    switch kind {
    case .word: word
    case .joiner: joiner
    case .space, .other: 0
    }
  }

  private static let signs = (UInt8.min...UInt8.max).map {
    $0 < 0x80 ? sign(of: FoldedCharacter.kind(ofASCII: $0)) : outsideASCII
  }

  /// Lends where those words begin whose prefix `bit` answers 1 for, and not 0. Sorted out without a
  /// branch: which words these are, no processor expects either.
  @inline(__always)
  func withOffsets(ofThose bit: (UInt16) -> Int, _ body: (UnsafeBufferPointer<Int32>) -> Void) {
    memory.withUnsafeBufferPointer { memory in
      // One place more is written to than counted.
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
