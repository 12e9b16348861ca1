import DaylightSyntax

/// What was found in the front matter and the data files of a site, held against each other.
struct CheckedIndex: Sendable {
  /// Of addresses, references and the glossary.
  let diagnostics: [Diagnostic]
}

/// Applies the rules that need no text of any page, so that it can run beside the assembling.
struct CheckStage {
  func run(
    _ index: Made<SiteIndex>, after previous: SiteBuild?
  ) -> CheckedIndex {
    if let previous, !index.isNew { return previous.checked }
    return CheckedIndex(
      diagnostics: [
        HelpRule.check(index.value), SettingsRule.check(index.value),
        LanguageGapRule.check(index.value),
        AddressRule.check(index.value), ReferenceRules.check(index.value),
        ListRule.check(index.value), TopicRule.check(index.value),
        GlossaryRules.check(index.value), FeedRule.check(index.value),
        ReviewRules.orphans(index.value).map { .reviewOfNoPage($0) },
        StrayFileRule.check(index.value),
        CopyRule.check(index.value), PictureRules.check(index.value),
      ].flatMap(\.self).map { $0.namingUnseen() })
  }
}
