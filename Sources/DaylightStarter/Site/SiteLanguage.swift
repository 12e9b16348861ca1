/// A language that a new site can be in: the theme has its words, and the starters their texts.
package struct SiteLanguage: Sendable, Hashable {
  /// Such as `en-GB`.
  package let tag: String
  package let name: String

  package static let all: [SiteLanguage] = named.filter {
    starters.contains(base(of: $0.tag)) && BuiltInTheme.languages.contains(base(of: $0.tag))
  }

  private static let named = [
    SiteLanguage(tag: "en-GB", name: "British English"),
    SiteLanguage(tag: "en-US", name: "American English"),
    SiteLanguage(tag: "en-IE", name: "Irish English"),
    SiteLanguage(tag: "en-CA", name: "Canadian English"),
    SiteLanguage(tag: "en-AU", name: "Australian English"),
    SiteLanguage(tag: "en-NZ", name: "New Zealand English"),
    SiteLanguage(tag: "en", name: "English"),
  ]

  /// The languages in which the starters are written.
  private static let starters = ["en"]

  /// What a language that is not offered lacks, for a message.
  static func missing(_ tag: String) -> String {
    let words = BuiltInTheme.languages.contains(base(of: tag))
    return words
      ? "the theme has its words, but no starter is written in it yet"
      : "neither the words of the theme nor a starter are there in it yet"
  }

  static func base(of tag: String) -> String {
    tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
  }
}
