/// What the rules know about the natural language of a site.
///
/// One value holds all words that code searches for. A part that a language does not have is nil,
/// and the rules that need it find nothing: the site is told which (`unchecked-language`). To add a
/// language, add a folder beside `English` and its value to `known`.
package struct Language: Sendable, Hashable {
  /// The first part of its language tags, such as `en`.
  package let subtag: String
  /// The plural and possessive forms of a term, for glossary links.
  package var forms: (@Sendable (_ term: String) -> [String])?
  /// How sentences are divided into clauses, and the forms of words, for `language.yaml`.
  package var clauses = ClauseWords()
  /// Promises that no website can keep.
  package var falsePromises: FalsePromises?
  /// Words that reveal what a page is about to somebody looking over the reader's shoulder.
  package var revealingWords: PhraseMatcher?
  /// Words that make a checklist look like a test.
  package var verdicts: PhraseMatcher?
  /// Link texts that say nothing on their own, without punctuation and in lower case.
  package var vagueLinks: Set<String>?
  /// Words that make a number a statistic.
  package var statistics: StatisticWords?
  /// How the reading grade of a text is computed.
  package var readingFormula: ReadingFormula?
  /// The words with which an item of a checklist may begin.
  package var itemSubjects: ItemSubjects?
  /// What needs help at once and is no item of a checklist, by `dangerID`; and figures of speech that
  /// sound alike.
  package var dangers: PhraseMatcher?
  /// The words by which a number is known to be one to call.
  package var callWords: CallWords?
  /// Figures of speech, double negatives and the passive.
  package var plainWords: PlainWords?
  /// What a heading says above something that a reader can do, in lower case.
  package var nextSteps: [String]?
  /// Common words that are sometimes written in capitals to stress them, in capitals.
  package var emphasised: Set<String>?
  /// Words that may separate two links at the end of a list item.
  package var conjunctions: Set<String> = []

  package init(subtag: String) { self.subtag = subtag }

  /// - Parameter tag: a language tag such as `en-GB`. The part after the hyphen makes no difference.
  package init(tag: String) {
    let subtag = String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
    self = Self.known.first { $0.subtag == subtag } ?? Self(subtag: subtag)
  }

  private static let known = [english, french, german, spanish, arabic]

  /// Known for every language, even those without word lists.
  package var spelling: Spelling { Spelling(ofLanguage: subtag) }

  /// Whether full stops, exclamation and question marks end its sentences, so that they can be counted.
  package var endsSentencesWithFullStops: Bool { !Self.withOtherStops.contains(subtag) }

  /// The languages of India, Ethiopia, Armenia and of scripts without spaces, by their own stops.
  private static let withOtherStops: Set<String> = [
    "am", "as", "bn", "bo", "dz", "hi", "hy", "ja", "km", "lo", "mai", "mr", "my", "ne", "or", "pa",
    "sa", "th", "ti", "zh",
  ]

  /// The first revealing word of a text, as written there.
  package func revealingWord(in text: [UInt8]) -> String? {
    revealingWords?.matches(in: text.span).first.map {
      String(decoding: text[$0.range], as: UTF8.self)
    }
  }

  /// The same for an address, whose punctuation separates words.
  package func revealingWord(inAddress address: String) -> String? {
    revealingWord(in: address.utf8.map { $0.isOne(of: "-_/.") ? UInt8(ascii: " ") : $0 })
  }

  static let dangerID = 0

  /// The first words in a text about what needs help at once, as written there.
  package func danger(in text: String) -> String? {
    let bytes = Array(text.utf8)
    return dangers?.matches(in: bytes.span).first { $0.phrase == Self.dangerID }.map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  package static func == (left: Self, right: Self) -> Bool { left.subtag == right.subtag }
  package func hash(into hasher: inout Hasher) { hasher.combine(subtag) }
}

/// The words that make a number a statistic, including the spaces around them.
package struct StatisticWords: Sendable {
  /// After a number, as in “40 percent”.
  package let units: [String]
  /// Between two numbers, as in “3 in 4”.
  package let ratios: [String]
}
