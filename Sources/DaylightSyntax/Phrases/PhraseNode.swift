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
