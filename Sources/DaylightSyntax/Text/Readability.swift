/// How hard a text is to read, by the Flesch-Kincaid grade.
///
/// Grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid and others,
/// 1975). It only counts; it cannot know whether a text makes sense, so it warns and never fails a
/// build (CNT-09).
package struct Readability: Sendable, Hashable {
  package private(set) var sentences = 0
  package private(set) var words = 0
  package private(set) var syllables = 0

  package init() {}

  package var grade: Double? {
    guard words >= 30, sentences > 0 else { return nil }
    return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words)
      - 15.59
  }

  /// Adds a block of text, which ends a sentence whether or not a full stop does.
  ///
  /// The syllables of a word are its groups of vowels, less a silent final `e`, `es` or `ed`; at
  /// least one.
  package mutating func add(block bytes: some Collection<UInt8>) {
    let block = Array(bytes)
    block.withUnsafeBufferPointer { add(block: $0) }
  }

  /// The same for contiguous bytes.
  ///
  /// First all words are found, then their syllables are counted, both without a branch that
  /// depends on the text: processors cannot predict where words end, and this reads every word of a
  /// site.
  package mutating func add(block bytes: UnsafeBufferPointer<UInt8>) {
    // Words are at least one byte apart, and one more place is written to than counted.
    withUnsafeTemporaryAllocation(of: WordEnd.self, capacity: bytes.count / 2 + 2) { ends in
      let (words, sentences) = Self.find(in: bytes, ends)
      self.words += words
      self.sentences += sentences
      syllables += Self.syllables(in: bytes, endsOfWords: ends[..<words])
    }
  }

  private struct WordEnd {
    var offset: Int32
    /// The groups of vowels up to here.
    var groups: Int32
  }

  private static func find(
    in bytes: UnsafeBufferPointer<UInt8>, _ ends: UnsafeMutableBufferPointer<WordEnd>
  ) -> (words: Int, sentences: Int) {
    ByteClass.table.withUnsafeBufferPointer { classes in
      var words = 0
      var sentences = 0
      var sentenceStart = 0
      var groups: Int32 = 0
      var previous: UInt8 = 0
      for offset in 0..<bytes.count {
        let kind = classes[Int(bytes[offset])]
        // A vowel after a byte that is not one.
        groups &+= Int32(kind & ~previous & ByteClass.vowel) >> 1
        ends[words] = WordEnd(offset: Int32(truncatingIfNeeded: offset), groups: groups)
        words &+= Int(previous & ~kind & ByteClass.word)
        previous = kind
        if kind == ByteClass.endOfSentence, words > sentenceStart {
          sentences += 1
          sentenceStart = words
        }
      }
      ends[words] = WordEnd(offset: Int32(truncatingIfNeeded: bytes.count), groups: groups)
      words &+= Int(previous & ByteClass.word)
      return (words, words > sentenceStart ? sentences + 1 : sentences)
    }
  }

  private static func syllables(
    in bytes: UnsafeBufferPointer<UInt8>,
    endsOfWords ends: Slice<UnsafeMutableBufferPointer<WordEnd>>
  ) -> Int {
    ByteClass.table.withUnsafeBufferPointer { classes in
      SilentEnding.table.withUnsafeBufferPointer { silentEndings in
        var syllables = 0
        var groups: Int32 = 0
        for end in ends {
          let offset = Int(end.offset)
          var silent = 0
          // In a shorter word, or before its beginning, nothing counts as a silent ending that the
          // minimum of one syllable would not correct.
          if offset > 2 {
            let ending = SilentEnding.number(
              classes[Int(bytes[offset - 3])] &>> ByteClass.letterShift,
              classes[Int(bytes[offset - 2])] &>> ByteClass.letterShift,
              classes[Int(bytes[offset - 1])] &>> ByteClass.letterShift)
            silent = Int(silentEndings[ending])
          }
          syllables &+= max(Int(end.groups &- groups) &- silent, 1)
          groups = end.groups
        }
        return syllables
      }
    }
  }
}

/// The class of a byte as bits; above them its code as a letter of a `SilentEnding`.
private enum ByteClass {
  static let word: UInt8 = 1
  static let vowel: UInt8 = 2
  static let endOfSentence: UInt8 = 4
  static let letterShift: UInt8 = 3

  static let table: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    kind(of: byte) | SilentEnding.code(of: byte) << letterShift
  }

  private static func kind(of byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      return endOfSentence
    case UInt8(ascii: "'"), 0x80...:
      return word
    default:
      let letter = byte | 0x20
      if "aeiouy".utf8.contains(letter) { return word | vowel }
      return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") ? word : 0
    }
  }
}
