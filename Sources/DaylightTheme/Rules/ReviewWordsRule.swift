import DaylightModel
package import DaylightSyntax

/// Flags strings for pages without a clinical review that are the same as those for pages with one.
enum ReviewWordsRule {
  static func check(_ strings: [String: TemplateString]) -> [Diagnostic] {
    let pairs =
      ["changed", "overdue", "never"].map { ("reviewed.\($0)", "reviewed.current") }
      + People.ReviewRole.allCases.filter { $0 != .clinical }.map {
        ("reviewed.role.\($0.rawValue)", "reviewed.role.\(People.ReviewRole.clinical.rawValue)")
      }
    return pairs.compactMap { other, claim in
      guard let text = strings[other], let claimed = strings[claim],
        letters(text) == letters(claimed)
      else { return nil }
      return .sameReviewWords(other, claim, at: text.location)
    }
  }

  /// A different full stop does not change the claim.
  private static func letters(_ text: TemplateString) -> String {
    String(decoding: text.text, as: UTF8.self).lowercased().filter(\.isLetter)
  }
}

extension Rule {
  package static let reviewWords = Rule(
    "review-words", .error, "Words that claim a review where there is none.",
    why: "A page that no clinician has reviewed would say that one has.",
    bad: "`never: A clinician has reviewed this text.` in `templates/strings/en.yaml`",
    good: "`never: This page is not yet reviewed by a clinician.`",
    fix: "Say what is true of such a page, as in the `en.yaml` that came with Daylight.",
    in: .described)
}

extension Diagnostic {
  fileprivate static func sameReviewWords(
    _ name: String, _ claim: String, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .reviewWords, "‘\(name)’ says the same as ‘\(claim)’", at: location,
      help: "say what is true of such a page, as in Daylight’s own ‘templates/strings/en.yaml’")
  }
}
