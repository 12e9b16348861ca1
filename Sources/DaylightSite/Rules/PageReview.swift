package import DaylightSyntax

/// How the reviews of one page stand: what readers may be told, and what is wrong (CNT-01 to CNT-03).
///
/// With anything wrong nobody and no day is named, whatever level a site gives the rule.
package struct PageReview: Sendable, Hashable {
  package enum State: Sendable, Hashable {
    /// A clinician has signed the text as it is.
    case current
    /// The text was changed after a clinician signed it.
    case changed
    /// The day by which it should have been reviewed again is past.
    case overdue
    /// No clinician has signed it.
    case never
  }

  package private(set) var state: State = .never
  /// Those who signed the text as it is, in the order of the front matter.
  package private(set) var reviewers: [People.Person] = []
  package private(set) var reviewed: CalendarDate?
  package private(set) var reviewBy: CalendarDate?
  /// Those who are named and have not signed the text as it is.
  package private(set) var unsigned: [String] = []
  package private(set) var diagnostics: [Diagnostic] = []

  /// Nothing is said of a page that names no review.
  package init() {}

  package init(of document: Document, _ page: Page?, in index: SiteIndex) {
    let fields = document.reviewFields
    let path = document.file.path
    diagnostics = Self.faults(of: fields, in: index)
    var signers: [(person: People.Person, isCurrent: Bool)] = []
    if let reviewed = fields.reviewed, !fields.reviewers.isEmpty {
      let digest = ReviewDigest.digest(of: document, page, index.glossary)
      let signatures = index.data.reviews.signatures(of: path)
      for reviewer in fields.reviewers {
        guard let person = index.data.people[reviewer.value] else { continue }
        guard let signature = signatures.first(where: { $0.reviewer == reviewer.value }) else {
          unsigned.append(reviewer.value)
          let others = signatures.map(\.reviewer).filter { signer in
            !fields.reviewers.contains { $0.value == signer }
          }
          diagnostics.append(
            others.first.map { .signedByAnother(reviewer, signer: $0, path) }
              ?? .unsignedReview(reviewer, path))
          continue
        }
        if let role = person.reviewRole, signature.role != role {
          diagnostics.append(.otherRole(reviewer, signature, path))
        }
        if signature.reviewed != reviewed.value {
          diagnostics.append(.otherDay("reviewed", reviewed, signature.reviewed, signature, path))
        } else if let reviewBy = fields.reviewBy, signature.reviewBy != reviewBy.value {
          diagnostics.append(.otherDay("reviewBy", reviewBy, signature.reviewBy, signature, path))
        }
        let isCurrent = digest != nil && signature.digest == digest
        if !isCurrent {
          unsigned.append(reviewer.value)
          diagnostics.append(.changedSinceReview(reviewed, by: reviewer.value, path))
        }
        signers.append((person, isCurrent))
      }
    }
    let isTrue = !diagnostics.contains { $0.rule.level == .error }
    if let reviewBy = fields.reviewBy { diagnostics += Self.due(reviewBy, in: index) }
    guard isTrue else { return }
    reviewers = signers.filter(\.isCurrent).map(\.person)
    let clinicians = signers.filter { $0.person.reviewRole == .clinical }
    if clinicians.contains(where: \.isCurrent) {
      state = fields.reviewBy.map { $0.value < index.now } == true ? .overdue : .current
    } else if !clinicians.isEmpty {
      state = .changed
    }
    if state != .never || !reviewers.isEmpty {
      reviewed = fields.reviewed?.value
      reviewBy = fields.reviewBy?.value
    }
  }

  /// What the front matter cannot truly say, whoever signed.
  package static func faults(of fields: ReviewFields, in index: SiteIndex) -> [Diagnostic] {
    guard let reviewed = fields.reviewed else { return [] }
    var faults: [Diagnostic] = []
    if fields.reviewers.isEmpty { faults.append(.reviewByNobody(reviewed)) }
    for reviewer in fields.reviewers {
      if let person = index.data.people[reviewer.value], let lack = person.lackAsReviewer {
        faults.append(.unqualified(reviewer, lack, person))
      }
    }
    if reviewed.value > index.now { faults.append(.reviewInFuture(reviewed, now: index.now)) }
    guard let due = fields.reviewBy else { return faults + [.noNextReview(reviewed)] }
    if reviewed.value.adding(years: 3) < due.value { faults.append(.longReviewCycle(due)) }
    return faults
  }

  /// Days before a review is due on which it is first announced.
  static let notice = 60

  private static func due(_ due: Located<CalendarDate>, in index: SiteIndex) -> [Diagnostic] {
    let days = index.now.days(until: due.value)
    if days < -index.configuration.reviewGraceDays {
      return [.overdueReview(due, days: -days, severity: .error)]
    }
    if days < 0 { return [.overdueReview(due, days: -days, severity: .warning)] }
    return days <= notice ? [.reviewDue(due, days: days)] : []
  }
}

extension People.Person {
  /// What keeps the person from being named as a reviewer; nil if nothing does.
  fileprivate var lackAsReviewer: String? {
    guard let reviewRole else { return "does not have the role ‘reviewer’" }
    guard reviewRole == .clinical else { return nil }
    if credential == nil { return "has no ‘credential’" }
    if register == nil { return "has no ‘register’" }
    return nil
  }
}
