/// The words of one language.
package protocol SpellingDictionary: Sendable {
  /// Whether a word is spelt right, with the capitals that it has. Apostrophes are straight.
  func contains(_ word: String) -> Bool
  /// The words that a misspelt one was probably meant to be, the likeliest first. Takes some tens of
  /// milliseconds.
  func suggestions(for word: String) -> [String]
}

/// The dictionaries that there are.
package protocol SpellingDictionaries: Sendable {
  /// Nil if there is none for the language. The first call reads it, which takes some tens of
  /// milliseconds.
  ///
  /// - Parameter language: a tag such as `en-GB`.
  func dictionary(for language: String) -> (any SpellingDictionary)?
}
