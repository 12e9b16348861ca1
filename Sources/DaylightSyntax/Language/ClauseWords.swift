/// The small words by which a language divides its sentences into clauses.
///
/// A language without them has one clause a sentence.
package struct ClauseWords: Sendable {
  var subjects: [String] = []
  var pronouns: [String] = []
  /// Pronouns for the people that a text has named.
  var thirdPersons: [String] = []
  /// Words for people that may be the subject of a clause.
  var people: [String] = []
  var prepositions: [String] = []
  /// Begin a subordinate clause that a comma ends.
  var subordinate: [String] = []
  /// Begin one before a subject, as in “the next time he shouts”.
  var subordinateNouns: [String] = []
  /// Before the last of several things of which one is meant.
  var listJoiners: [String] = []
  /// Join two things or two clauses.
  var connectives: [String] = []
  /// Begin a clause that a subject follows.
  var joiningClauses: [String] = []
  /// Begin a clause that contradicts the one before.
  var contrasts: [String] = []
  /// Other words that begin a clause.
  var otherStarts: [String] = []
  /// Begin what is said or thought.
  var reporting: [String] = []
  /// Makes the word before it a contrast no longer, as in “instead of”.
  var contrastBefore: (word: String, unlessBefore: String)?
  /// A subject only before one of the verbs.
  var halfSubject: (word: String, before: [String])?
  /// No gap passes over them.
  var denials: [String] = []
  var numbers: [String] = []
  /// Join number words.
  var numberJoiner = ""
  /// May follow a number in figures.
  var magnitudes: [String] = []
  /// A point after them ends no sentence.
  var abbreviations: Set<String> = []
  /// Whole contractions, and endings of contractions with the word that they stand for. `'s` and
  /// `'d` are words of their own.
  var contractions: [String: [String]] = [:]
  var contractedEndings: [(ending: String, word: String)] = []
  /// The words that `'s` and `'d` may be.
  var ambiguousEndings: [(ending: String, words: [String])] = []
  /// How common a word is, where it is among the commonest: occurrences in 1,000 words.
  var frequencies: [String: Int] = [:]
  /// All forms of a word and its other spellings; nothing but the word where a language has none.
  var forms: (@Sendable (_ word: [UInt8]) -> [[UInt8]])?
  var spellings: (@Sendable (_ word: [UInt8]) -> [[UInt8]])?

  package init() {}
}
