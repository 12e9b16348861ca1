package import DaylightSyntax

/// Who signed which text, and when (CNT-02): the file `reviews.lock`, to which lines are only added.
///
/// A line has eight fields with a tab between them: the day of the review, the day of the next, the
/// path of the page, the digest of what the reviewer read, the reviewer’s id, what the reviewer
/// looked for, how much was read, and a note. Lines that begin with `#` are comments.
package struct ReviewLock: Sendable, Hashable {
  package struct Signature: Sendable, Hashable {
    package var reviewed: CalendarDate
    package var reviewBy: CalendarDate
    /// From the root of the site.
    package var page: String
    /// `sha256:` and 64 digits, as `ReviewDigest` makes it.
    package var digest: String
    /// An id in `people.yaml`.
    package var reviewer: String
    package var role: People.ReviewRole
    package var scope: Scope
    package var note: String
    /// The line in the file, for findings.
    package var location: SourceLocation

    package init(
      reviewed: CalendarDate, reviewBy: CalendarDate, page: String, digest: String,
      reviewer: String, role: People.ReviewRole, scope: Scope, note: String,
      at location: SourceLocation
    ) {
      self.reviewed = reviewed
      self.reviewBy = reviewBy
      self.page = page
      self.digest = digest
      self.reviewer = reviewer
      self.role = role
      self.scope = scope
      self.note = note
      self.location = location
    }
  }

  /// How much of a page its reviewer read.
  package enum Scope: String, Sendable, Hashable, CaseIterable {
    case whole
    /// What had changed since the review of the whole text, whose day goes on to count.
    case changes
  }

  /// In the order of the file; a later one of the same page and reviewer replaces an earlier.
  package var signatures: [Signature] {
    didSet { latest = Self.latest(of: signatures) }
  }
  private var latest: [String: [Signature]]

  package init(signatures: [Signature] = []) {
    self.signatures = signatures
    latest = Self.latest(of: signatures)
  }

  /// The last signature of each reviewer of a page.
  package func signatures(of page: String) -> [Signature] { latest[page] ?? [] }

  private static func latest(of signatures: [Signature]) -> [String: [Signature]] {
    var latest: [String: [Signature]] = [:]
    for signature in signatures {
      latest[signature.page, default: []].removeAll { $0.reviewer == signature.reviewer }
      latest[signature.page, default: []].append(signature)
    }
    return latest
  }
}

extension ReviewLock {
  package static func read(_ file: SourceFile) -> Diagnosed<Self> {
    let encoding = file.encodingDiagnostics()
    guard encoding.isEmpty || file.bytes.isEmpty else { return Diagnosed(Self(), encoding) }
    var signatures: [Signature] = []
    var diagnostics: [Diagnostic] = []
    let lines = file.bytes.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\n") }
    for (index, line) in lines.enumerated() {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let location = SourceLocation(
        path: file.path, start: SourcePosition(line: index + 1, column: 1),
        end: SourcePosition(line: index + 1, column: line.count + 1))
      if let signature = Signature(String(decoding: line, as: UTF8.self), at: location) {
        signatures.append(signature)
      } else {
        diagnostics.append(.unreadableReview(at: location))
      }
    }
    return Diagnosed(Self(signatures: signatures), diagnostics)
  }

  /// What a new file begins with.
  package static let heading =
    "# Who signed which text, and when. Daylight adds the lines; please do not edit them.\n"
}

extension ReviewLock.Signature {
  /// The line as it is written, with its end.
  package var line: String {
    let fields = [
      reviewed.iso, reviewBy.iso, page, digest, reviewer, role.rawValue, scope.rawValue, note,
    ]
    return fields.joined(separator: "\t") + "\n"
  }

  fileprivate init?(_ line: String, at location: SourceLocation) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 8, let reviewed = CalendarDate(iso: fields[0]),
      let reviewBy = CalendarDate(iso: fields[1]), fields[3].hasPrefix("sha256:"),
      let role = People.ReviewRole(rawValue: fields[5]),
      let scope = ReviewLock.Scope(rawValue: fields[6])
    else { return nil }
    self.init(
      reviewed: reviewed, reviewBy: reviewBy, page: fields[2], digest: fields[3],
      reviewer: fields[4], role: role, scope: scope, note: fields[7], at: location)
  }
}

extension Rule {
  package static let reviewLock = Rule(
    "review-lock", .error, "A line of reviews.lock that Daylight did not write.",
    why: "The file is the record of what was signed. A line that was written by hand proves "
      + "nothing.",
    bad: "a line in `content/reviews.lock` that was typed",
    good: "a line that `daylight review` wrote",
    fix: "Delete the line, and sign the page with `daylight review`.", in: .described)
}

extension Diagnostic {
  fileprivate static func unreadableReview(at location: SourceLocation) -> Self {
    Diagnostic(
      .reviewLock, "this line is not a signature", at: location,
      help: "delete the line, and sign the page again with ‘daylight review’")
  }
}
