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

  /// The signature of the text as it is now, by the day that the front matter names.
  package func signature(_ request: Request) throws(Refusal) -> ReviewLock.Signature {
    let path = path(of: request.page)
    guard let document = build.document(path) else { throw noPage(request.page, path) }
    let fields = document.reviewFields
    guard !fields.reviewers.isEmpty, let reviewed = fields.reviewed else {
      throw Refusal(
        message: "‘\(path)’ does not say who reviewed it, and when",
        help: "write ‘reviewer’, ‘reviewed’ and ‘reviewBy’ in its front matter")
    }
    let reviewer = try self.reviewer(request, of: fields, path)
    if let fault = PageReview.faults(of: fields, in: build.index.value).first {
      throw Refusal(message: "\(path): \(fault.message)", help: fault.help ?? "")
    }
    guard let reviewBy = fields.reviewBy, let person = build.index.value.data.people[reviewer],
      let role = person.reviewRole
    else {
      throw Refusal(
        message: "there is no reviewer ‘\(reviewer)’", help: "add the person to people.yaml")
    }
    guard
      let digest = ReviewDigest.digest(
        of: document, build.page(path), build.index.value.glossary)
    else {
      throw Refusal(
        message: "the text of ‘\(path)’ cannot be read",
        help: "fix what ‘daylight check’ finds in it first")
    }
    if request.scope == .changes, !hasReadWhole(reviewer, path, reviewed.value) {
      throw Refusal(
        message: "‘\(reviewer)’ has not signed the whole of ‘\(path)’ for \(reviewed.value.iso)",
        help: "leave ‘--scope changes’ out when the whole page was read")
    }
    let note = request.note.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
    return ReviewLock.Signature(
      reviewed: reviewed.value, reviewBy: reviewBy.value, page: path, digest: digest,
      reviewer: reviewer, role: role, scope: request.scope, note: note, at: .file(path))
  }

  /// Adds lines at the end of the file, by a temporary file and a rename, so that none is ever lost.
  package func append(_ signatures: [ReviewLock.Signature]) throws(BuildFailure) {
    var bytes =
      build.source("content/reviews.lock")?.bytes ?? Array(ReviewLock.heading.utf8)
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    for signature in signatures { bytes += signature.line.utf8 }
    try write([("reviews.lock", bytes)], in: site + "/content")
  }

  /// Writes the record of all reviews beside `content`, and returns the names of the files.
  package func write(_ report: ReviewReport) throws(BuildFailure) -> [String] {
    let files = [
      ("review-report.md", Array(report.markdown.utf8)),
      ("review-report.csv", Array(report.csv.utf8)),
    ]
    try write(files, in: site)
    return files.map(\.0)
  }

  private func write(
    _ files: [(name: String, bytes: [UInt8])], in folder: String
  ) throws(BuildFailure) {
    do throws(FileError) {
      let folder = try Directory(path: folder)
      for (name, bytes) in files {
        let temporary = ".daylight-tmp-\(name)"
        if try folder.status(of: temporary) != nil { try folder.remove(temporary) }
        try folder.create(temporary, as: name).write(bytes)
        try folder.rename(temporary, to: name)
      }
    } catch {
      throw .file(error)
    }
  }

  /// Accepts a path as the shell completes it, or without `content/`.
  private func path(of page: String) -> String {
    var path = page[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    if site != ".", path.hasPrefix(site + "/") { path = path.dropFirst(site.count + 1) }
    return path.hasPrefix("content/") ? String(path) : "content/" + path
  }

  private func noPage(_ page: String, _ path: String) -> Refusal {
    let known = build.frame.documents.values.map(\.file.path)
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

  private func hasReadWhole(_ reviewer: String, _ path: String, _ day: CalendarDate) -> Bool {
    build.index.value.data.reviews.signatures.contains {
      $0.page == path && $0.reviewer == reviewer && $0.scope == .whole && $0.reviewed == day
    }
  }
}
