/// The words of a language that negate a sentence.
package struct Negation: Sendable {
  /// In lower case.
  let words: Set<String>
  /// The ends of contractions, such as `n't`.
  let endings: [String]

  /// - Parameter words: in lower case.
  package func isAmong(_ words: some Sequence<String>) -> Bool {
    words.contains { word in self.words.contains(word) || endings.contains(where: word.hasSuffix) }
  }
}
