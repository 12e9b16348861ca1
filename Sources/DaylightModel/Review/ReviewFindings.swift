package import DaylightSyntax

extension Rule {
  package static let reviewDue = Rule(
    "review-due", .note, "A page whose next review is less than sixty days away.",
    why: "A review takes time. This is the moment to ask for it.",
    bad: "`reviewBy` less than 60 days ahead",
    good: "a review that was done, with a new `reviewBy`",
    fix: "Ask the reviewer to read the page, then sign it with `daylight review`.", in: .described,
    plural: "pages whose next review is due soon")
  package static let reviewOverdue = Rule(
    "review-overdue", .warning, "A page that should have been reviewed again by now.",
    why: "What was right at the last review may no longer be. After `reviewGraceDays` it is an "
      + "error.",
    bad: "`reviewBy` with a day that is past",
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
  package static let reviewInterval = Rule(
    "review-interval", .error,
    "A review without a day for the next, or with one after three years.",
    why: "What is known changes. After three years nobody can rely on a review.",
    bad: "`reviewed: 2026-01-10` and `reviewBy: 2031-01-10`",
    good: "`reviewed: 2026-01-10` and `reviewBy: 2028-01-10`",
    fix: "Write `reviewBy` with a day within three years of the review.", in: .described,
    formerIDs: ["review-cycle"])
  package static let unqualifiedReviewer = Rule(
    "unqualified-reviewer", .error, "A review by nobody, or by somebody who is no reviewer.",
    why: "“Reviewed by a clinician” must be true, and readers must be able to look the person up.",
    bad: "`reviewer: practice`, who has `role: practice` in people.yaml",
    good: "`reviewer: ann`, who has `role: reviewer`, a `credential` and a `register`",
    fix: "Name a person whose role in people.yaml is `reviewer`.", in: .described)
  package static let reviewWithoutPage = Rule(
    "review-without-page", .note, "A line of reviews.lock whose page is not there any more.",
    why: "The page may have moved, and then it shows no review under its new name.",
    bad: "a line for `content/old-name.md`, which was renamed",
    good: "the page under its new name, signed again",
    fix: "Sign the page again if it moved. If it is gone for good, say so with `daylight review "
      + "content/old-name.md --scope withdrawn`. The line stays: it is the record.",
    in: .described, plural: "signed pages that are gone")
}

extension Diagnostic {
  private static func count(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }

  static func reviewDue(_ due: Located<CalendarDate>, days: Int) -> Self {
    Diagnostic(
      .reviewDue,
      "the next review of this page is due \(days == 0 ? "today" : "in \(Self.count(days))")",
      at: due.location, help: "plan it with the reviewer")
  }

  static func overdueReview(
    _ due: Located<CalendarDate>, days: Int, severity: Severity
  ) -> Self {
    var diagnostic = Diagnostic(
      .reviewOverdue, "the review of this page is \(count(days)) overdue", at: due.location,
      help: "have it reviewed, then run ‘daylight review’; the page says that it is overdue")
    diagnostic.severity = severity
    return diagnostic
  }

  static func changedSinceReview(
    _ reviewed: Located<CalendarDate>, by reviewer: String, _ command: String
  ) -> Self {
    Diagnostic(
      .reviewChanged, "the text of this page was changed after ‘\(reviewer)’ reviewed it",
      at: reviewed.location,
      help: "have the change reviewed, then run ‘\(command)’; until then the page says so")
  }

  static func unsignedReview(_ reviewer: Located<String>, _ command: String) -> Self {
    Diagnostic(
      .reviewUnsigned, "‘\(reviewer.value)’ has not signed this page", at: reviewer.location,
      help: "when the reviewer has read exactly this text, run ‘\(command)’")
  }

  static func reviewByNobody(
    _ reviewed: Located<CalendarDate>, _ signers: [String]
  ) -> Self {
    let reviewer = signers.count == 1 ? signers[0] : "[\(signers.joined(separator: ", "))]"
    return Diagnostic(
      .unqualifiedReviewer, "a review needs a reviewer", at: reviewed.location,
      help: signers.isEmpty
        ? "write ‘reviewer: ’ and the id of a reviewer in people.yaml, or leave ‘reviewed’ out"
        : "write ‘reviewer: \(reviewer)’, as the page was signed")
  }

  static func unqualified(
    _ reviewer: Located<String>, _ lack: String, _ person: People.Person
  ) -> Self {
    Diagnostic(
      .unqualifiedReviewer, "‘\(reviewer.value)’ \(lack), and so cannot review a page",
      at: reviewer.location, notes: [Note("the person is here", at: person.id.location)],
      help: "name a person with ‘role: reviewer’, a ‘credential’ and a ‘register’ in people.yaml")
  }

  static func reviewInFuture(_ reviewed: Located<CalendarDate>, now: CalendarDate) -> Self {
    Diagnostic(
      .dateInFuture, "‘\(reviewed.value.iso)’ is after today, \(now.iso)", at: reviewed.location,
      help: "write the day on which the page was reviewed")
  }

  static func noNextReview(_ reviewed: Located<CalendarDate>) -> Self {
    let years = reviewed.value.adding(years: 3).iso
    return Diagnostic(
      .reviewInterval, "a review needs a day for the next one", at: reviewed.location,
      help: "write ‘reviewBy: ’ and a day, \(years) at the latest")
  }

  static func longReviewCycle(_ due: Located<CalendarDate>) -> Self {
    Diagnostic(
      .reviewInterval, "the next review is more than three years after the last", at: due.location,
      help: "choose a day within three years")
  }

  package static func reviewOfNoPage(_ signature: ReviewLock.Signature) -> Self {
    Diagnostic(
      .reviewWithoutPage, "there is no page ‘\(signature.page)’ any more", at: signature.location,
      help: "if it moved, sign it again under its new path; then, or if it is gone for good, run "
        + "‘daylight review \(signature.page.quotedForShell) --scope withdrawn’")
  }
}
