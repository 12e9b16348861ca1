/// A check of the words and sentences of a page.
protocol ProseRule: SendableMetatype {
  static func check(_ prose: Prose, of text: PageText, _ assembly: inout Assembly)
}

/// The rules that count words and sentences.
enum ProseRules {
  private static let all: [any ProseRule.Type] = [
    ReadingGradeRule.self, LongSentenceRule.self, LongParagraphRule.self, LongSectionRule.self,
    OpeningRule.self, NextStepRule.self, CapitalsRule.self,
  ]

  static func check(_ prose: Prose, of text: PageText, _ assembly: inout Assembly) {
    for rule in all { rule.check(prose, of: text, &assembly) }
  }
}
