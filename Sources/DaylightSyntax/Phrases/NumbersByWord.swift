/// For each word of a book some numbers, in one array for all, because every word of every text is
/// looked up here.
struct NumbersByWord: Sendable {
  private var numbers: [Int32]
  /// By word: where its numbers begin, and after the last word where they end.
  private var starts: [Int32]

  /// - Parameter pairs: the numbers of a word keep their order.
  init(_ pairs: [(word: PhraseWords.Number, number: Int32)], wordCount: Int) {
    starts = [Int32](repeating: 0, count: wordCount + 1)
    for pair in pairs { starts[Int(pair.word) + 1] += 1 }
    for word in 0..<wordCount { starts[word + 1] += starts[word] }
    numbers = [Int32](repeating: 0, count: pairs.count)
    var next = starts
    for pair in pairs {
      numbers[Int(next[Int(pair.word)])] = pair.number
      next[Int(pair.word)] += 1
    }
  }

  /// Where the numbers of a word are.
  @inline(__always)
  func places(of word: PhraseWords.Number) -> Range<Int> {
    Int(starts[Int(word)])..<Int(starts[Int(word) + 1])
  }

  @inline(__always)
  subscript(place: Int) -> Int { Int(numbers[place]) }
}
