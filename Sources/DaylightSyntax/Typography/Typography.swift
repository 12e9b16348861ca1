/// How a language sets quotation marks and the numbers of notes.
///
/// Only languages whose habits are known here have any; in all others both stay as they are typed.
package struct Typography: Sendable, Hashable {
  let quotationMarks: QuotationMarks?
  /// Whether the number of a note comes after the punctuation that follows its word, as in English.
  /// French sets it before, and in German its place says what the note is about: there the author
  /// decides.
  package let setsNotesAfterPunctuation: Bool

  /// - Parameter language: a tag such as `en-GB`.
  package init(language: String) {
    let parts = language.lowercased().split { $0 == "-" || $0 == "_" }
    setsNotesAfterPunctuation = parts.first == "en"
    quotationMarks =
      switch parts.first {
      case "en": .english
      case "de": parts.contains { $0 == "ch" || $0 == "li" } ? .swiss : .german
      case "fr": .french
      default: nil
      }
  }
}

/// The marks that a language has for the straight `"` and `'` of a keyboard.
struct QuotationMarks: Sendable, Hashable {
  let double: Pair
  let single: Pair
  /// The first words after an apostrophe that begins a word: the `tis` of `'tis`.
  let clipped: Set<String>

  struct Pair: Sendable, Hashable {
    let opening: String
    let closing: String
    /// Between the marks and what they quote.
    var space = ""
  }

  static let apostrophe = "’"

  static let english = Self(
    double: Pair(opening: "“", closing: "”"), single: Pair(opening: "‘", closing: "’"),
    clipped: [
      "cept", "em", "kay", "n", "nuff", "til", "tis", "tisn", "twas", "twasn", "tween", "twere",
      "twill", "twould",
    ])

  static let german = Self(
    double: Pair(opening: "„", closing: "“"), single: Pair(opening: "‚", closing: "‘"),
    clipped: clippedInGerman)

  /// Of Switzerland and Liechtenstein.
  static let swiss = Self(
    double: Pair(opening: "«", closing: "»"), single: Pair(opening: "‹", closing: "›"),
    clipped: clippedInGerman)

  static let french = Self(
    double: Pair(opening: "«", closing: "»", space: "\u{A0}"),
    single: Pair(opening: "“", closing: "”"), clipped: ["tit", "tite", "tits", "tites"])

  private static let clippedInGerman: Set = [
    "n", "ne", "nem", "nen", "ner", "nes", "ran", "rauf", "raus", "rein", "rum", "runter", "s",
  ]
}
