/// A part of a phrase, ready to be looked for. Nodes lie in one array and name each other by number.
struct PhraseNode: Sendable {
  let kind: Kind
  /// A set of words, a number of words, or a list, as the kind says.
  var value: Int32 = 0
  /// Whether a possessive ending may follow.
  var mayBePossessive = false
  /// A range of `PhraseProgram.children`.
  var children: Range<Int32> = 0..<0

  enum Kind: UInt8, Sendable {
    /// A word of a set.
    case words
    /// A word of a set, in capitals.
    case capitals
    case number, numberInWords
    /// Up to so many words.
    case gap
    case start
    /// The node of a list, whose matches are remembered.
    case list
    case choice, optional, sequence
  }
}

/// Sets of words as bits, all in one array.
struct PhraseWordSets: Sendable {
  private var sets: [Set<PhraseWords.Number>: Int32] = [:]
  private(set) var all: [Set<PhraseWords.Number>] = []
  private var bits: [UInt64] = []
  private var width = 0

  mutating func insert(_ set: Set<PhraseWords.Number>) -> Int32 {
    if let number = sets[set] { return number }
    let number = Int32(all.count)
    sets[set] = number
    all.append(set)
    return number
  }

  /// Prepares `contains`, after the last word and set.
  mutating func finish(wordCount: Int) {
    width = (wordCount + 63) / 64
    bits = [UInt64](repeating: 0, count: width * all.count)
    for (number, set) in all.enumerated() {
      for word in set where word != 0 {
        bits[number * width + Int(word >> 6)] |= 1 << UInt64(word & 63)
      }
    }
  }

  @inline(__always)
  func contains(_ word: PhraseWords.Number, in set: Int32) -> Bool {
    bits[Int(set) * width + Int(word >> 6)] >> UInt64(word & 63) & 1 != 0
  }
}
