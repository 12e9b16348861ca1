import DaylightSyntax

/// What was found in the front matter and the data files of a site, held against each other.
struct CheckedIndex: Sendable {
  /// Of addresses, references and the glossary.
  fileprivate let findings: [Diagnostic]
  /// By the numbers of the pages.
  let reviews: FindingTable

  var diagnostics: [Diagnostic] { findings + reviews.all }
}

/// Applies the rules that need no text of any page, so that it can run beside the assembling.
struct CheckStage {
  func run(
    _ index: Made<SiteIndex>, _ frame: SiteFrame, after previous: SiteBuild?
  ) -> CheckedIndex {
    let reviews = ReviewRules.check(index, frame.documents, after: previous)
    if let previous, !index.isNew {
      return CheckedIndex(findings: previous.checked.findings, reviews: reviews)
    }
    return CheckedIndex(
      findings: AddressRule.check(index.value) + ReferenceRules.check(index.value)
        + GlossaryRules.check(index.value) + FeedRule.check(index.value),
      reviews: reviews)
  }
}
