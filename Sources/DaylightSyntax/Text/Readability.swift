/// How hard a text is to read: its words, sentences and syllables, from which a `ReadingFormula`
/// makes a grade.
///
/// It only counts; it cannot know whether a text makes sense, so it warns and never fails a build
/// (CNT-09). Names, numbers and the terms of the glossary are taken out, as WCAG 3.1.5 does with
/// names: a reader cannot be spared them, and they say nothing about the rest.
package struct Readability: Sendable, Hashable {
  package private(set) var sentences = 0
  package private(set) var words = 0
  package private(set) var syllables = 0
  /// The words with more syllables than the formula calls short.
  package private(set) var longWords = 0

  package init() {}

  /// What one block of text has, with all its words.
  package struct Block: Sendable, Hashable {
    package var sentences = 0
    package var words = 0

    package init() {}
  }

  /// Adds what another text has.
  package mutating func add(_ other: Self) {
    sentences += other.sentences
    words += other.words
    syllables += other.syllables
    longWords += other.longWords
  }

  /// Adds a block of text, which ends a sentence whether or not a full stop does.
  ///
  /// First all words are found, then their syllables are counted, both without a branch that
  /// depends on the letters: processors cannot predict where words end, and this reads every word
  /// of a site.
  ///
  /// - Parameters:
  ///   - terms: ranges of the block that are not counted, in ascending order.
  ///   - sentence: called with each sentence of more words than `limit`, and their number.
  ///   - capitals: called with each word in capitals that is no term.
  @discardableResult
  package mutating func add(
    block bytes: UnsafeBufferPointer<UInt8>, _ counter: SyllableCounter = .english,
    without terms: ArraySlice<Range<Int>> = [], longerThan limit: Int = .max,
    _ sentence: (Range<Int>, Int) -> Void = { _, _ in },
    capitals: (Range<Int>) -> Void = { _ in }
  ) -> Block {
    // Words are at least one byte apart, and one more place is written to than counted.
    withUnsafeTemporaryAllocation(of: WordScan.Word.self, capacity: bytes.count / 2 + 2) { words in
      var scan = WordScan(bytes, words)
      scan.run(longerThan: limit, sentence)
      sentences += scan.block.sentences
      count(words[..<scan.count], in: bytes, counter, without: terms, capitals)
      return scan.block
    }
  }

  /// The same for bytes that may not be contiguous.
  package mutating func add(
    block bytes: some Collection<UInt8>, _ counter: SyllableCounter = .english
  ) {
    let block = Array(bytes)
    block.withUnsafeBufferPointer { _ = add(block: $0, counter) }
  }

  private mutating func count(
    _ found: Slice<UnsafeMutableBufferPointer<WordScan.Word>>, in bytes: UnsafeBufferPointer<UInt8>,
    _ counter: SyllableCounter, without terms: ArraySlice<Range<Int>>,
    _ capitals: (Range<Int>) -> Void
  ) {
    var terms = terms
    var groups: Int32 = 0
    SilentEnding.table.withUnsafeBufferPointer { silentEndings in
      ByteClass.table.withUnsafeBufferPointer { classes in
        for word in found {
          let own = Int(word.groups &- groups)
          groups = word.groups
          while let term = terms.first, term.upperBound <= Int(word.start) { terms.removeFirst() }
          if let term = terms.first, term.lowerBound <= Int(word.start) { continue }
          if word.isInCapitals(in: bytes) { capitals(Int(word.start)..<Int(word.end)) }
          if word.isNumber(in: bytes) || counter.namesHaveCapitals && word.isName(in: bytes) {
            continue
          }
          let syllables =
            if let count = counter.count {
              max(count(bytes[Int(word.start)..<Int(word.end)]), 1)
            } else {
              max(own &- word.silentEnding(in: bytes, classes, silentEndings), 1)
            }
          words &+= 1
          self.syllables &+= syllables
          longWords &+= syllables > counter.longestShort ? 1 : 0
        }
      }
    }
  }
}

extension WordScan.Word {
  @inline(__always)
  fileprivate func isInCapitals(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[Int(start)].isASCIICapital && end - start > 1 && bytes[Int(start) + 1].isASCIICapital
      && bytes[Int(end) - 1].isASCIICapital
  }

  /// 1 for a silent ending, otherwise 0. In a shorter word, or before its beginning, nothing counts as
  /// one that the minimum of one syllable would not correct.
  @inline(__always)
  fileprivate func silentEnding(
    in bytes: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<UInt8>,
    _ silentEndings: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let end = Int(end)
    guard end > 2 else { return 0 }
    let ending = SilentEnding.number(
      classes[Int(bytes[end - 3])] &>> ByteClass.letterShift & 7,
      classes[Int(bytes[end - 2])] &>> ByteClass.letterShift & 7,
      classes[Int(bytes[end - 1])] &>> ByteClass.letterShift & 7)
    return Int(silentEndings[ending])
  }
}

/// How the syllables of a word are counted in a language.
package struct SyllableCounter: Sendable {
  /// Nil for English: the groups of vowels, less a silent final `e`, `es` or `ed`.
  let count: (@Sendable (Slice<UnsafeBufferPointer<UInt8>>) -> Int)?
  /// The most syllables of a word that is not long.
  let longestShort: Int
  /// Whether a capital within a sentence shows a name, unlike in German.
  let namesHaveCapitals: Bool

  init(
    longestShort: Int = 2, namesHaveCapitals: Bool = true,
    _ count: (@Sendable (Slice<UnsafeBufferPointer<UInt8>>) -> Int)?
  ) {
    self.count = count
    self.longestShort = longestShort
    self.namesHaveCapitals = namesHaveCapitals
  }

  package static let english = SyllableCounter(nil)
}
