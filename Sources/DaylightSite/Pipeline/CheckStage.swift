import DaylightModel
import DaylightSyntax

/// The findings from comparing the front matter and the data files of a site.
struct CheckedIndex: Sendable {
  /// The findings about addresses, references and the glossary.
  let diagnostics: [Diagnostic]
}

/// Applies the rules that need no text of any page, so that it can run in parallel with assembling.
struct CheckStage {
  func run(_ index: SiteIndex, _ delta: SiteDelta, after before: CheckedIndex?) -> CheckedIndex {
    if let before, delta.bodies != nil { return before }
    return CheckedIndex(
      diagnostics: [
        HelpRule.check(index), SettingsRule.check(index), LanguageGapRule.check(index),
        AddressRule.check(index), ReferenceRules.check(index), ListRule.check(index),
        TopicRule.check(index), GlossaryRules.check(index), FeedRule.check(index),
        ReviewRules.orphans(index).map { .reviewOfNoPage($0) }, StrayFileRule.check(index),
        CopyRule.check(index), PictureRules.check(index),
      ].flatMap(\.self).map { $0.namingUnseen() })
  }
}
