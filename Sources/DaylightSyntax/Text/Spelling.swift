/// How a language spells: its capital letters, and where words begin.
package struct Spelling: Sendable, Hashable {
  /// Whether, as in Turkish and Azeri, the capital of ı is I and the capital of i is İ.
  let hasDotlessI: Bool
  /// Whether a word in Arabic or Hebrew letters may begin with an `AttachedPrefix`. False only for
  /// languages that use these letters without such prefixes, because an English page may contain an
  /// Arabic word. In Persian برنج is rice, and is not related to رنج, suffering.
  let attachesPrefixes: Bool
  /// Whether, as in German, all nouns have a capital, so that one is no sign of an abbreviation.
  package let capitalizesNouns: Bool

  /// - Parameter subtag: the first part of a language tag, such as `en`.
  init(ofLanguage subtag: String) {
    hasDotlessI = ["az", "tr"].contains(subtag)
    capitalizesNouns = ["de", "lb"].contains(subtag)
    attachesPrefixes = !Self.withoutPrefixes.contains(subtag)
  }

  /// The default for most languages.
  package static let common = Spelling(ofLanguage: "")

  private static let withoutPrefixes: Set<String> = [
    "bal", "ckb", "fa", "glk", "ks", "ku", "lrc", "mzn", "pa", "pnb", "prs", "ps", "sd", "ug", "ur",
    "yi",
  ]

  var caseFolding: CaseFolding { hasDotlessI ? .dotlessI : .common }
}

/// How upper and lower case are made equal.
package enum CaseFolding: Sendable {
  /// They stay different.
  case none
  /// Unicode's simple case folding, letter by letter: ß equals ẞ, but not ss.
  case common
  /// The same, except that I equals ı and İ equals i.
  case dotlessI
}
