import DaylightModel
import DaylightSyntax

/// The findings from comparing the front matter and the data files of a site.
struct CheckedIndex: Sendable {
  /// The findings about addresses, references and the glossary.
  let diagnostics: [Diagnostic]
}

/// Applies the rules that need no text of any page, so that it can run in parallel with assembling.
struct CheckStage {
  private static let rules: [any SiteRule.Type] = [
    HelpRule.self, HelplineDetailsRule.self, TelephoneFieldRule.self, SettingsRule.self,
    LanguageGapRule.self, AddressRule.self, ReferenceRule.self, MomentRule.self, ListRule.self,
    TopicRule.self, GlossaryRule.self, FeedRule.self, ReviewRule.self, PracticeRule.self,
    StrayFileRule.self, CopyRule.self, PictureRule.self, PhraseExampleRule.self,
    PhraseFieldRule.self,
  ]

  func run(_ index: SiteIndex, _ delta: SiteDelta, after before: CheckedIndex?) -> CheckedIndex {
    if let before, delta.bodies != nil { return before }
    return CheckedIndex(
      diagnostics: Self.rules.flatMap { $0.check(index) }.map { $0.namingUnseen() })
  }
}
