package import DaylightSyntax

/// The state of the reviews of one page: what readers may be told, and what is wrong (CNT-01 to
/// CNT-03).
///
/// If anything is wrong, no reviewer and no day is named, whatever level a site gives the rule.
package struct PageReview: Sendable, Hashable {
  package enum State: Sendable, Hashable {
    /// A clinician has signed the present text.
    case current
    /// The text was changed after a clinician signed it.
    case changed
    /// The day by which it should have been reviewed again is past.
    case overdue
    /// No clinician has signed it.
    case never
  }

  package private(set) var state: State = .never
  /// Those who signed the present text, in the order of the front matter.
  package private(set) var reviewers: [People.Person] = []
  package private(set) var reviewed: CalendarDate?
  package private(set) var reviewBy: CalendarDate?
  /// Those who are named but have not signed the present text.
  package private(set) var unsigned: [String] = []
  package private(set) var diagnostics: [Diagnostic] = []

  /// For a page that names no review.
  package init() {}

  package init(of document: Document, _ page: Page?, in index: SiteIndex) {
    let fields = document.reviewFields
    guard fields.areReadable else { return }
    diagnostics = Self.faults(of: fields, document.file.path, in: index)
    var signers: [Signer] = []
    if let reviewed = fields.reviewed {
      let digest = ReviewDigest.digest(of: document, page, in: index)
      for (number, reviewer) in fields.reviewers.enumerated()
      where !fields.reviewers[..<number].contains(where: { $0.value == reviewer.value }) {
        if let signer = signer(reviewer, of: document, reviewed, digest, in: index) {
          signers.append(signer)
        }
      }
    } else if let removed = Self.removedReview(of: document, in: index) {
      diagnostics.append(removed)
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

  private struct Signer {
    let person: People.Person
    /// Whether they signed the present text.
    let isCurrent: Bool
  }

  /// Compares what a page says about one reviewer with what they signed. Nil if they signed
  /// nothing.
  private mutating func signer(
    _ reviewer: Located<String>, of document: Document, _ reviewed: Located<CalendarDate>,
    _ digest: String?, in index: SiteIndex
  ) -> Signer? {
    let fields = document.reviewFields
    let path = document.file.path
    let lock = index.data.reviews
    guard let person = index.data.people[reviewer.value], let signer = person.signer else {
      return nil
    }
    let command = fields.command(toSign: path, as: reviewer.value)
    guard let signature = lock.last(of: path, by: reviewer.value) else {
      unsigned.append(reviewer.value)
      let other = lock.signatures(of: path).first { signature in
        !fields.reviewers.contains { $0.value == signature.signer.id }
      }
      diagnostics.append(
        other.map { .signedByAnother(reviewer, $0, in: index.data.people, command) }
          ?? .unsignedReview(reviewer, command))
      return nil
    }
    guard signature.scope != .withdrawn else {
      unsigned.append(reviewer.value)
      diagnostics.append(.withdrawnReview(reviewer, signature, command))
      return nil
    }
    diagnostics += signature.signer.changes(to: person).map {
      .otherPerson(reviewer, $0, signature, command)
    }
    if signature.reviewed != reviewed.value {
      diagnostics.append(.otherDay("reviewed", reviewed, signature.reviewed, signature, command))
    } else if let reviewBy = fields.reviewBy, signature.reviewBy != reviewBy.value {
      diagnostics.append(.otherDay("reviewBy", reviewBy, signature.reviewBy, signature, command))
    } else if signature.scope == .changes,
      !lock.holdsWhole(of: path, by: signer, on: signature.reviewed)
    {
      diagnostics.append(.onlyChanges(reviewed, signature, command))
    }
    let isCurrent = digest != nil && signature.digest == digest
    if !isCurrent {
      unsigned.append(reviewer.value)
      diagnostics.append(.changedSinceReview(reviewed, by: reviewer.value, command))
    }
    return Signer(person: person, isCurrent: isCurrent)
  }

  /// What in the front matter cannot be true, whatever was signed.
  package static func faults(
    of fields: ReviewFields, _ path: String, in index: SiteIndex
  ) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for reviewer in fields.reviewers {
      if let person = index.data.people[reviewer.value], let lack = person.lackAsReviewer {
        faults.append(.unqualified(reviewer, lack, person))
      }
    }
    guard let reviewed = fields.reviewed else { return faults }
    if fields.reviewers.isEmpty {
      let signers = index.data.reviews.signatures(of: path).map(\.signer.id)
      faults.append(.reviewByNobody(reviewed, signers))
    }
    if reviewed.value > index.now { faults.append(.reviewInFuture(reviewed, now: index.now)) }
    guard let due = fields.reviewBy else { return faults + [.noNextReview(reviewed)] }
    if reviewed.value.adding(years: 3) < due.value { faults.append(.longReviewCycle(due)) }
    return faults
  }

  /// A page that was signed and names no day of a review.
  private static func removedReview(of document: Document, in index: SiteIndex) -> Diagnostic? {
    let fields = document.reviewFields
    let signatures = index.data.reviews.signatures(of: document.file.path)
    // That the front matter cannot be read is reported already.
    guard !signatures.isEmpty, !document.title.value.isEmpty else { return nil }
    let named = fields.reviewers.first { reviewer in
      signatures.contains { $0.signer.id == reviewer.value }
    }
    let place = named ?? fields.reviewers.first
    return .removedReview(
      signatures, document.file.path,
      at: place?.location ?? fields.reviewBy?.location ?? document.title.location)
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
    for (name, field) in [("credential", credential), ("register", register)] {
      guard let field else { return "has no ‘\(name)’" }
      if field.value.isFiller { return "has ‘\(name): \(field.value)’, which is none" }
    }
    return nil
  }
}

extension String {
  /// Whether the text is only a placeholder for a required field.
  fileprivate var isFiller: Bool {
    let letters = lowercased().filter { $0.isLetter || $0.isNumber }
    return letters.count < 2
      || ["none", "na", "no", "nil", "null", "pending", "unknown", "notapplicable"].contains(
        letters)
  }
}

extension ReviewFields {
  /// The command that signs a page, quoted for a shell.
  func command(toSign path: String, as reviewer: String) -> String {
    "daylight review \(path.quotedForShell)"
      + (reviewers.count > 1 ? " --reviewer \(reviewer.quotedForShell)" : "")
  }
}
