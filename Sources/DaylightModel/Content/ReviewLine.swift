package import DaylightSyntax

/// A signature as a line of `reviews.lock`.
///
/// It has twelve fields with a tab between them: the day of the review, the day of the next, the path
/// of the page, the digest of what the reviewer read; the reviewer’s id, name, credential, register
/// and role; how much was read, a note, and a check of all before. The check shows that a line was
/// edited. It does not keep anybody from writing a line with a program.
package enum ReviewLine {
  enum Fault: Error {
    case notASignature, conflictMarker, edited
  }

  /// With the end of the line.
  package static func text(of signature: ReviewLock.Signature) -> String {
    let signer = signature.signer
    let fields = [
      signature.reviewed.iso, signature.reviewBy.iso, signature.page, signature.digest, signer.id,
      signer.name, signer.credential, signer.register, signer.role.rawValue,
      signature.scope.rawValue, signature.note,
    ].joined(separator: "\t")
    return "\(fields)\t\(check(of: fields))\n"
  }

  static func signature(
    in line: String, at location: SourceLocation
  ) throws(Fault) -> ReviewLock.Signature {
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(line.prefix(7)) {
      throw .conflictMarker
    }
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 12, let reviewed = CalendarDate(iso: fields[0]),
      let reviewBy = CalendarDate(iso: fields[1]), fields[3].hasPrefix("sha256:"),
      let role = People.ReviewRole(rawValue: fields[8]),
      let scope = ReviewLock.Scope(rawValue: fields[9])
    else { throw .notASignature }
    guard check(of: fields.dropLast().joined(separator: "\t")) == fields[11] else { throw .edited }
    return ReviewLock.Signature(
      reviewed: reviewed, reviewBy: reviewBy, page: fields[2], digest: fields[3],
      signer: ReviewSigner(
        id: fields[4], name: fields[5], credential: fields[6], register: fields[7], role: role),
      scope: scope, note: fields[10], at: location)
  }

  private static func check(of fields: String) -> String {
    "line:" + SHA256(Array(fields.utf8)).hexadecimal.prefix(16)
  }
}

extension Rule {
  package static let reviewLock = Rule(
    "review-lock", .error, "A line of reviews.lock that Daylight did not write.",
    why: "The file is the record of what was signed. A line that was written or changed by hand "
      + "proves nothing.",
    bad: "a line in `content/reviews.lock` that was typed",
    good: "a line that `daylight review` wrote",
    fix: "Restore the line. Otherwise delete it, and sign the page with `daylight review`.",
    in: .described)
}

extension Diagnostic {
  static func reviewLine(_ fault: ReviewLine.Fault, at location: SourceLocation) -> Self {
    switch fault {
    case .notASignature:
      Diagnostic(
        .reviewLock, "this line is not a signature", at: location,
        help: "delete the line, and sign the page again with ‘daylight review’")
    case .conflictMarker:
      Diagnostic(
        .reviewLock, "git left this mark where two people signed", at: location,
        help: "delete the lines with git’s marks, and keep the signatures of both")
    case .edited:
      Diagnostic(
        .reviewLock, "this line was changed after Daylight wrote it", at: location,
        help: "restore it; or delete it, and sign the page again with "
          + "‘daylight review’")
    }
  }
}
