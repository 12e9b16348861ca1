/// A check of the text of a page. What it finds is added to the assembly of the page.
protocol TextRule: SendableMetatype {
  static func check(_ text: PageText, _ assembly: inout Assembly)
}

/// The rules that read the text of a page.
enum TextRules {
  private static let all: [any TextRule.Type] = [
    PhraseRule.self, UnsourcedNumberRule.self, SpelledWordsRule.self, TelephoneRule.self,
    SpacingRule.self, EmojiBulletRule.self, PlainWordsRule.self, AbbreviationRule.self,
  ]

  static func check(_ text: PageText, _ assembly: inout Assembly) {
    for rule in all { rule.check(text, &assembly) }
  }
}
