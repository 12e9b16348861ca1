package import DaylightSite
import DaylightSyntax

/// Signs the text of pages as reviewed, in `content/reviews.lock` (CNT-02).
package struct ReviewSigning: Sendable {
  private let site: String
  private let build: SiteBuild

  package init(site: String, build: SiteBuild) {
    self.site = site
    self.build = build
  }

  /// Why a page cannot be signed.
  package enum Refusal: Error, Sendable, Hashable {
    case noPage(String, nearest: String?)
    /// Its front matter names no `reviewer`, or no day in `reviewed`.
    case noReviewer(String)
  }

  /// Notes for each page, named by its path such as `content/signs/overview.md`, that its text as it
  /// is now was reviewed by the person and on the day that its front matter names.
  package func lock(signing paths: [String]) throws(Refusal) -> ReviewLock {
    var lock = build.index.value.data.reviews
    for path in paths {
      guard let document = build.document(path),
        case .page(let page) = document.frontMatter
      else {
        let known = build.frame.documents.values.map(\.file.path)
        throw .noPage(path, nearest: nearestMatch(to: path, in: known))
      }
      guard let reviewer = page.reviewer, let reviewed = page.reviewed else {
        throw .noReviewer(path)
      }
      lock.entries[path] = ReviewLock.Entry(
        digest: ReviewDigest.digest(of: document), date: reviewed.value, person: reviewer.value,
        location: .file(path))
    }
    return lock
  }

  /// Writes the signatures, by a temporary file and a rename, so that none is ever lost.
  package func write(_ lock: ReviewLock) throws(BuildFailure) {
    do throws(FileError) {
      let content = try Directory(path: site + "/content")
      let temporary = ".daylight-tmp-reviews.lock"
      if try content.status(of: temporary) != nil { try content.remove(temporary) }
      try content.create(temporary, as: "reviews.lock").write(lock.write())
      try content.rename(temporary, to: "reviews.lock")
    } catch {
      throw .file(error)
    }
  }
}

extension ReviewSigning.Refusal {
  package var message: String {
    switch self {
    case .noPage(let path, _): "there is no page ‘\(path)’"
    case .noReviewer(let path): "‘\(path)’ does not say who reviewed it, and when"
    }
  }

  package var help: String {
    switch self {
    case .noPage(_, let nearest?): "did you mean ‘\(nearest)’?"
    case .noPage: "write the path of a file, as in content/signs/overview.md"
    case .noReviewer: "write ‘reviewer’ and ‘reviewed’ in its front matter"
    }
  }
}
