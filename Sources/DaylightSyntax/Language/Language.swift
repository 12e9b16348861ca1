/// What the rules know of the natural language that a site is written in.
///
/// One value holds all words that code looks for. A part that a language does not have is nil, and the
/// rules that would read it find nothing: a site is told which (`unchecked-language`). To add a
/// language, add a folder beside `English` and its value to `known`.
package struct Language: Sendable, Hashable {
  /// The first part of its language tags, such as `en`.
  package let subtag: String
  /// The plural and possessives of a term, for links to the glossary.
  package var forms: (@Sendable (_ term: String) -> [String])?
  /// Words that turn a sentence into its opposite.
  package var negation: Negation?
  /// Promises that no website can keep.
  package var falsePromises: FalsePromises?
  /// Words that give away what a page is about to whoever looks over a shoulder.
  package var revealingWords: PhraseMatcher?
  /// Words that make a checklist look like a test.
  package var verdicts: PhraseMatcher?
  /// Texts of links that say nothing when they are read alone, without punctuation and in lower case.
  package var vagueLinks: Set<String>?
  /// Words that make a number a statistic.
  package var statistics: StatisticWords?
  /// How the reading grade of a text is worked out.
  package var readingFormula: ReadingFormula?
  /// Words that may part two links at the end of a list item.
  package var conjunctions: Set<String> = []

  package init(subtag: String) { self.subtag = subtag }

  /// - Parameter tag: a language tag such as `en-GB`. The part after the hyphen makes no difference.
  package init(tag: String) {
    let subtag = String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
    self = Self.known.first { $0.subtag == subtag } ?? Self(subtag: subtag)
  }

  private static let known = [english, french]

  /// The first revealing word of a text, as it is written there.
  package func revealingWord(in text: [UInt8]) -> String? {
    revealingWords?.matches(in: text.span).first.map {
      String(decoding: text[$0.range], as: UTF8.self)
    }
  }

  /// The same for an address, whose marks part words.
  package func revealingWord(inAddress address: String) -> String? {
    revealingWord(in: address.utf8.map { "-_/.".utf8.contains($0) ? UInt8(ascii: " ") : $0 })
  }

  package static func == (left: Self, right: Self) -> Bool { left.subtag == right.subtag }
  package func hash(into hasher: inout Hasher) { hasher.combine(subtag) }
}

/// A published way to tell how hard a text is to read.
package enum ReadingFormula: Sendable, Hashable {
  /// The grade of Flesch and Kincaid, with English syllables.
  case fleschKincaid
}

/// The words that make a number a statistic, each with the spaces round it.
package struct StatisticWords: Sendable {
  /// After a number, as in “40 percent”.
  package let units: [String]
  /// Between two numbers, as in “3 in 4”.
  package let ratios: [String]
}
