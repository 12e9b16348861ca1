import DaylightModel
import DaylightSyntax
import DaylightTheme

/// The findings from comparing the front matter and the data files of a site.
struct CheckedIndex: Sendable {
  /// The findings about addresses, references and the glossary.
  let diagnostics: [Diagnostic]
  /// The findings about pictures that the theme does not have.
  let pictures: [Diagnostic]
  /// In front matter and data files.
  let overrides: [Override]
}

/// Applies the rules that need no text of any page, so that it can run in parallel with assembling.
struct CheckStage {
  /// Those that an override may name.
  let rules: RuleBook

  private static let all: [any SiteRule.Type] = [
    HelpRule.self, HelplineDetailsRule.self, TelephoneFieldRule.self, SettingsRule.self,
    LanguageGapRule.self, AddressRule.self, ReferenceRule.self, MomentRule.self, ListRule.self,
    TopicRule.self, GlossaryRule.self, FeedRule.self, ReviewRule.self, PracticeRule.self,
    StrayFileRule.self, CopyRule.self, PictureRule.self, PDFRule.self,
    PhraseExampleRule.self, PhraseSourceRule.self, PhraseFieldRule.self,
  ]

  func run(
    _ index: SiteIndex, _ assets: AssetCatalog, _ delta: SiteDelta, after before: CheckedIndex?
  ) -> CheckedIndex {
    if let before, delta.isOnlyBodies { return before }
    let pictures = PictureNameRule.check(index, assets)
    if let before, delta.bodies != nil {
      return CheckedIndex(
        diagnostics: before.diagnostics, pictures: pictures, overrides: before.overrides)
    }
    let overrides = index.shownFields.map {
      OverrideComment.overrides($0.fields.comments, rules, index.languageRules.rule)
    }
    let findings = Self.all.flatMap { $0.check(index) } + overrides.flatMap(\.diagnostics)
    return CheckedIndex(
      diagnostics: findings.map { $0.namingUnseen() }, pictures: pictures,
      overrides: overrides.flatMap(\.value))
  }
}
