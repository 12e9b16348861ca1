package import DaylightModel
package import DaylightSite
import DaylightSyntax

/// Signs pages and glossary entries as reviewed: adds lines to `content/reviews.lock` (CNT-02).
package struct ReviewSigning: Sendable {
  private let site: String
  private let build: SiteBuild

  package init(site: String, build: SiteBuild) {
    self.site = site
    self.build = build
  }

  /// Whether the build has the page.
  package func isPublished(_ page: String) -> Bool { build.page(path(of: page)) != nil }

  /// What was read, by whom.
  package struct Request: Sendable {
    package var page: String
    /// An id in `people.yaml`; nil for the only one that the front matter names.
    package var reviewer: String?
    package var scope: ReviewLock.Scope
    package var note: String

    package init(
      page: String, reviewer: String? = nil, scope: ReviewLock.Scope = .whole, note: String = ""
    ) {
      self.page = page
      self.reviewer = reviewer
      self.scope = scope
      self.note = note
    }
  }

  /// Why a page cannot be signed, and what to do.
  package struct Refusal: Error, Sendable, Hashable {
    package let message: String
    package let help: String
  }

  /// The signature of the text as it is now, by the day that the front matter names; or its
  /// withdrawal, today.
  package func signature(_ request: Request) throws(Refusal) -> ReviewLock.Signature {
    let path = path(of: request.page)
    if let finding = build.diagnostics.first(where: { $0.rule.id == Rule.reviewLock.id }) {
      throw Refusal(
        message: "line \(finding.location?.start.line ?? 1) of reviews.lock: \(finding.message)",
        help: finding.help ?? "")
    }
    if request.scope == .withdrawn { return try withdrawal(request, path) }
    guard let document = build.document(path) else { throw noPage(request.page, path) }
    let fields = document.reviewFields
    guard !fields.reviewers.isEmpty, let reviewed = fields.reviewed else {
      throw Refusal(
        message: "‘\(path)’ does not say who reviewed it, and when",
        help: "write ‘reviewer’, ‘reviewed’ and ‘reviewBy’ in its front matter")
    }
    guard fields.areReadable else {
      throw Refusal(
        message: "the reviewer or the days of ‘\(path)’ cannot be read",
        help: "fix what ‘daylight check’ finds in it first")
    }
    guard !path.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
      throw Refusal(
        message: "the name of ‘\(path)’ has a character that nobody can see",
        help: "give the file a name of letters, digits and hyphens, and sign it then")
    }
    let reviewer = try self.reviewer(request, of: fields, path)
    if let fault = PageReview.faults(of: fields, path, in: build.index.value).first {
      throw Refusal(message: "\(path): \(fault.message)", help: fault.help ?? "")
    }
    guard let reviewBy = fields.reviewBy,
      let signer = build.index.value.data.people[reviewer]?.signer
    else {
      throw Refusal(
        message: "there is no reviewer ‘\(reviewer)’", help: "add the person to people.yaml")
    }
    guard let digest = ReviewDigest.digest(of: document, build.page(path), in: build.index.value)
    else {
      throw Refusal(
        message: "the text of ‘\(path)’ cannot be read",
        help: "fix what ‘daylight check’ finds in it first")
    }
    if request.scope == .changes,
      !build.index.value.data.reviews.holdsWhole(of: path, by: signer, on: reviewed.value)
    {
      throw Refusal(
        message: "‘\(reviewer)’ has not signed the whole of ‘\(path)’ for \(reviewed.value.iso)",
        help: "leave ‘--scope changes’ out when the whole page was read")
    }
    return ReviewLock.Signature(
      reviewed: reviewed.value, reviewBy: reviewBy.value, page: path, digest: digest,
      signer: signer, scope: request.scope, note: request.noteOnOneLine, at: .file(path))
  }

  /// Of a page that need not be there any more.
  private func withdrawal(
    _ request: Request, _ path: String
  ) throws(Refusal) -> ReviewLock.Signature {
    let signed = build.index.value.data.reviews.signatures(of: path)
    let own = signed.filter { request.reviewer == nil || $0.signer.id == request.reviewer }
    guard var signature = own.first else {
      throw Refusal(
        message: "there is no signature of ‘\(path)’"
          + (request.reviewer.map { " by ‘\($0)’" } ?? "") + " to withdraw",
        help: signed.isEmpty
          ? "nobody has signed it"
          : "it was signed by \(signed.map(\.signer.id).joined(separator: ", "))")
    }
    guard own.count == 1 else {
      throw Refusal(
        message: "‘\(path)’ was signed by \(own.map(\.signer.id).joined(separator: ", "))",
        help: "say whose signature is withdrawn, as in ‘--reviewer \(signature.signer.id)’")
    }
    signature.reviewed = build.index.value.now
    signature.scope = .withdrawn
    signature.note = request.noteOnOneLine
    return signature
  }

  /// Adds lines at the end of the file as it is now, by a temporary file and a rename, so that none
  /// is ever lost.
  package func append(_ signatures: [ReviewLock.Signature]) throws(BuildFailure) {
    let content = site + "/content"
    var bytes = try read("reviews.lock", in: content) ?? Array(ReviewLock.heading.utf8)
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    for signature in signatures { bytes += ReviewLine.text(of: signature).utf8 }
    try replaceFiles([("reviews.lock", bytes)], in: content)
  }

  /// Nil if the file is not there.
  private func read(_ name: String, in folder: String) throws(BuildFailure) -> [UInt8]? {
    do throws(FileError) {
      let folder = try Directory(path: folder)
      guard let status = try folder.status(of: name, following: true) else { return nil }
      return try folder.open(name, following: true).read(upTo: status.stamp.size)
    } catch {
      throw .file(error)
    }
  }

  /// Writes the record of all reviews beside `content`, and returns the names of the files.
  package func write(_ report: ReviewReport) throws(BuildFailure) -> [String] {
    let files = [
      ("review-report.md", Array(report.markdown.utf8)),
      ("review-report.csv", Array(report.csv.utf8)),
    ]
    try replaceFiles(files, in: site)
    return files.map(\.0)
  }

  private func path(of page: String) -> String { PageArgument.path(of: page, in: site) }

  private func noPage(_ page: String, _ path: String) -> Refusal {
    let known = build.parsed.documents.values.map(\.file.path)
    let nearest = nearestMatch(to: path, in: known)
    return Refusal(
      message: "there is no page ‘\(page)’",
      help: nearest.map { "did you mean ‘\($0)’?" }
        ?? "write the path of a file, as in content/signs/overview.md")
  }

  private func reviewer(
    _ request: Request, of fields: ReviewFields, _ path: String
  ) throws(Refusal) -> String {
    let named = fields.reviewers.map(\.value)
    guard let asked = request.reviewer else {
      guard let only = named.first, named.count == 1 else {
        throw Refusal(
          message: "‘\(path)’ names several reviewers: \(named.joined(separator: ", "))",
          help: "say who signs, as in ‘--reviewer \(named.first ?? "")’")
      }
      return only
    }
    guard named.contains(asked) else {
      throw Refusal(
        message: "‘\(path)’ does not name ‘\(asked)’ as a reviewer",
        help: "write ‘\(asked)’ under ‘reviewer’ in its front matter")
    }
    return asked
  }
}

extension ReviewSigning.Request {
  /// Without the characters that would end a field or a line of the lock.
  fileprivate var noteOnOneLine: String {
    note.split { $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 0x20 } }
      .joined(separator: " ")
  }
}
