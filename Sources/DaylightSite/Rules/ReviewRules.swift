package import DaylightSyntax

/// Follows the reviews of pages: signed, changed since, due, overdue (CNT-02, CNT-03).
enum ReviewRules {
  /// Days before a review is due on which it is first announced.
  static let notice = 60

  /// What is found in each page, by its number. Of an index that was taken over, only the documents
  /// that are new are looked at.
  static func check(
    _ index: Made<SiteIndex>, _ documents: StageResults<Document>, after previous: SiteBuild?
  ) -> FindingTable {
    guard let previous, !index.isNew else {
      return FindingTable(index.value.documents.values.map { check($0, index.value) })
    }
    var findings = previous.checked.reviews
    for document in documents.new.lazy.map({ documents.values[$0] }) {
      guard let number = index.value.number(of: document.file.path) else { continue }
      findings[number] = check(document, index.value)
    }
    return findings
  }

  private static func check(_ document: Document, _ index: SiteIndex) -> [Diagnostic] {
    guard case .page(let page) = document.frontMatter else { return [] }
    return check(page, of: document, index)
  }

  private static func check(
    _ page: PageFrontMatter, of document: Document, _ index: SiteIndex
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let reviewed = page.reviewed, let due = page.reviewBy,
      reviewed.value.adding(years: 3) < due.value
    {
      diagnostics.append(.longReviewCycle(due))
    }
    if page.reviewer != nil, let reviewed = page.reviewed {
      let signed = index.data.reviews.entries[document.file.path]
      if signed == nil {
        diagnostics.append(.unsignedReview(reviewed, document.file.path))
      } else if signed?.digest != ReviewDigest.digest(of: document) {
        diagnostics.append(.changedSinceReview(reviewed, document.file.path))
      }
    }
    if let due = page.reviewBy {
      let days = index.now.days(until: due.value)
      if days < -index.configuration.reviewGraceDays {
        diagnostics.append(.overdueReview(due, days: -days, severity: .error))
      } else if days < 0 {
        diagnostics.append(.overdueReview(due, days: -days, severity: .warning))
      } else if days <= notice {
        diagnostics.append(.reviewDue(due, days: days))
      }
    }
    return diagnostics
  }
}

extension Rule {
  package static let reviewDue = Rule(
    "review-due", .note, "A page whose next review is less than sixty days away.",
    why: "A review takes time. This is the moment to ask for it.",
    bad: "`reviewBy` less than 60 days ahead",
    good: "a review that was done, with a new `reviewBy`",
    fix: "Ask the reviewer to read the page, then sign it with `daylight review`.", in: .described)
  package static let reviewOverdue = Rule(
    "review-overdue", .warning, "A page that should have been reviewed again by now.",
    why: "What was right at the last review may no longer be. After `reviewGraceDays` it is an "
      + "error.",
    bad: "`reviewBy` in the past",
    good: "a review that was done, with a new `reviewBy`",
    fix: "Have the page reviewed, then sign it with `daylight review`.", in: .described)
  package static let reviewChanged = Rule(
    "review-changed", .warning, "A page whose text was changed after its review.",
    why: "The page would say that a clinician has read words that they have never seen.",
    bad: "a page that was edited after it was signed",
    good: "the same page, read again and signed again",
    fix: "Have the change reviewed, then sign the page with `daylight review`.", in: .described)
  package static let reviewUnsigned = Rule(
    "review-unsigned", .warning, "A page that names a reviewer who has not signed its text.",
    why: "A name in the front matter is not a review. Only a signature says which text was read.",
    bad: "`reviewer` and `reviewed` in a page that nobody has signed",
    good: "the same page, signed with `daylight review`",
    fix: "Have this very text reviewed, then sign it with `daylight review`.", in: .described)
  package static let reviewCycle = Rule(
    "review-cycle", .error, "A page that is to be reviewed again only after more than three years.",
    why: "What is known changes. After three years nobody can rely on a review.",
    bad: "`reviewed: 2026-01-10` and `reviewBy: 2031-01-10`",
    good: "`reviewed: 2026-01-10` and `reviewBy: 2028-01-10`",
    fix: "Choose a day for the next review within three years of the last.", in: .described)
}

extension Diagnostic {
  fileprivate static func reviewDue(_ due: Located<CalendarDate>, days: Int) -> Self {
    Diagnostic(
      .reviewDue, "the next review of this page is due in \(days) days", at: due.location,
      help: "plan it with the reviewer")
  }

  fileprivate static func overdueReview(
    _ due: Located<CalendarDate>, days: Int, severity: Severity
  ) -> Self {
    var diagnostic = Diagnostic(
      .reviewOverdue, "the review of this page is \(days) days overdue", at: due.location,
      help: "have it reviewed, then run ‘daylight review’; the page says that it is overdue")
    diagnostic.severity = severity
    return diagnostic
  }

  fileprivate static func changedSinceReview(
    _ reviewed: Located<CalendarDate>, _ path: String
  ) -> Self {
    Diagnostic(
      .reviewChanged, "the text of this page was changed after its review", at: reviewed.location,
      help: "have the change reviewed, then run ‘daylight review \(path)’; until then the page "
        + "says so")
  }

  fileprivate static func unsignedReview(_ reviewed: Located<CalendarDate>, _ path: String) -> Self
  {
    Diagnostic(
      .reviewUnsigned, "the review of this page is not signed", at: reviewed.location,
      help: "when the reviewer has read this very text, run ‘daylight review \(path)’")
  }

  fileprivate static func longReviewCycle(_ due: Located<CalendarDate>) -> Self {
    Diagnostic(
      .reviewCycle, "the next review is more than three years after the last", at: due.location,
      help: "choose a day within three years (PIF TICK)")
  }
}
