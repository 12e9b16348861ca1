package import DaylightSyntax

/// Something in `people.yaml` about a reviewer that differs from what they signed with.
struct SignerChange: Sendable, Hashable {
  /// The name of the field in `people.yaml`.
  let field: String
  /// Empty if the field was not there.
  let signed: String
  /// Empty if the field is not there.
  let now: String
  let location: SourceLocation
}

extension ReviewSigner {
  func changes(to person: People.Person) -> [SignerChange] {
    let own = person.id.location
    return [
      SignerChange(
        field: "name", signed: name, now: person.name.value, location: person.name.location),
      SignerChange(
        field: "credential", signed: credential, now: person.credential?.value ?? "",
        location: person.credential?.location ?? own),
      SignerChange(
        field: "register", signed: register, now: person.register?.value ?? "",
        location: person.register?.location ?? own),
      SignerChange(
        field: "reviews", signed: role.rawValue, now: person.reviewRole?.rawValue ?? "",
        location: person.reviews?.location ?? own),
    ].filter { $0.signed != $0.now }
  }
}

extension Rule {
  package static let reviewMismatch = Rule(
    "review-mismatch", .error, "What a page says of its review is not what was signed.",
    why: "A page would name somebody who never read it, or a day on which nobody did. That applies "
      + "for a person who signed under another name, credential or register, too.",
    bad: "`reviewer: bob` in a page that Ann signed",
    good: "`reviewer: ann`, or the page signed by Bob",
    fix: "Write what was signed, or have the page reviewed and sign it with `daylight review`. A "
      + "review that no longer counts is withdrawn with `--scope withdrawn`.",
    in: .described)
}

extension Diagnostic {
  static func signedByAnother(
    _ reviewer: Located<String>, _ signature: ReviewLock.Signature, in people: People,
    _ command: String
  ) -> Self {
    let signer = signature.signer.id
    let restore = people[signer] == nil ? "" : "write ‘reviewer: \(signer)’; or, "
    return Diagnostic(
      .reviewMismatch, "‘\(signer)’ signed this page, not ‘\(reviewer.value)’",
      at: reviewer.location, notes: [.signature(signature)],
      help: restore + "when ‘\(reviewer.value)’ has read exactly this text, run ‘\(command)’")
  }

  static func otherPerson(
    _ reviewer: Located<String>, _ change: SignerChange, _ signature: ReviewLock.Signature,
    _ command: String
  ) -> Self {
    let field = change.field
    let signed = change.signed.isEmpty ? "without ‘\(field)’" : "with ‘\(field): \(change.signed)’"
    let now = change.now.isEmpty ? "has no ‘\(field)’" : "says ‘\(field): \(change.now)’"
    let restore =
      change.signed.isEmpty ? "take ‘\(field)’ out there" : "write ‘\(change.signed)’ there again"
    let help =
      field == "name"
      ? "\(restore) and give another person an id of their own; if it is the same person under a "
        + "new name, have them run ‘\(command) --note \"new name\"’"
      : "\(restore); or, if it is true, have the text read again and run ‘\(command)’"
    return Diagnostic(
      .reviewMismatch,
      "‘\(reviewer.value)’ signed this page \(signed), and people.yaml \(now)",
      at: reviewer.location,
      notes: [Note("people.yaml says it here", at: change.location), .signature(signature)],
      help: help)
  }

  static func otherDay(
    _ name: String, _ day: Located<CalendarDate>, _ signed: CalendarDate,
    _ signature: ReviewLock.Signature, _ command: String
  ) -> Self {
    Diagnostic(
      .reviewMismatch, "‘\(signature.signer.id)’ signed this page with ‘\(name): \(signed.iso)’",
      at: day.location, notes: [.signature(signature)],
      help: "write \(signed.iso); or, after another review, run ‘\(command)’")
  }

  static func onlyChanges(
    _ reviewed: Located<CalendarDate>, _ signature: ReviewLock.Signature, _ command: String
  ) -> Self {
    Diagnostic(
      .reviewMismatch,
      "‘\(signature.signer.id)’ signed what changed on this page, and never the whole of it",
      at: reviewed.location, notes: [.signature(signature)],
      help: "bring back the line of reviews.lock that is missing; or, when the whole text was "
        + "read, run ‘\(command)’")
  }

  static func withdrawnReview(
    _ reviewer: Located<String>, _ signature: ReviewLock.Signature, _ command: String
  ) -> Self {
    Diagnostic(
      .reviewMismatch, "‘\(reviewer.value)’ withdrew the review of this page",
      at: reviewer.location, notes: [.signature(signature)],
      help: "take ‘\(reviewer.value)’ out, and the days where nobody is left; or, after another "
        + "review, run ‘\(command)’")
  }

  static func removedReview(
    _ signatures: [ReviewLock.Signature], _ path: String, at location: SourceLocation
  ) -> Self? {
    guard let signature = signatures.first else { return nil }
    let signers = signatures.map(\.signer.id)
    let reviewer = signers.count == 1 ? signers[0] : "[\(signers.joined(separator: ", "))]"
    return Diagnostic(
      .reviewMismatch,
      "‘\(signature.signer.id)’ signed this page with ‘reviewed: \(signature.reviewed.iso)’, and "
        + "it names no day of a review",
      at: location, notes: [.signature(signature)],
      help: "write ‘reviewer: \(reviewer)’, ‘reviewed: \(signature.reviewed.iso)’ and ‘reviewBy: "
        + "\(signature.reviewBy.iso)’; or, if the review no longer counts, run ‘daylight review "
        + path.quotedForShell
        + (signers.count == 1 ? "" : " --reviewer \(signature.signer.id.quotedForShell)")
        + " --scope withdrawn’")
  }
}

extension Diagnostic.Note {
  fileprivate static func signature(_ signature: ReviewLock.Signature) -> Self {
    Self("the signature is here", at: signature.location)
  }
}
