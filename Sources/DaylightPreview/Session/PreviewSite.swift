package import DaylightSite
package import DaylightSyntax

/// A finished site in memory, ready to be served.
package struct PreviewSite: Sendable {
  /// What a build would write, byte for byte. Not used if there are errors.
  package var files: PreviewFiles
  /// The page that is served in place of missing ones.
  package var notFoundPath = "404.html"
  /// What the header file asks hosts to send with every file.
  package var headers: [(name: String, value: String)] = []
  package var findings: SiteFindings
  /// The file at a source path, for excerpts.
  package var sources: @Sendable (String) -> SourceFile?
  /// The output paths of pages that only a preview shows.
  package var drafts: Set<String> = []
  /// The output path of the page made from a source file.
  package var pageOfSource: [String: String] = [:]

  package init(
    files: PreviewFiles = PreviewFiles(), findings: SiteFindings = SiteFindings([]),
    sources: @escaping @Sendable (String) -> SourceFile? = { _ in nil }
  ) {
    self.files = files
    self.findings = findings
    self.sources = sources
  }

  var hasErrors: Bool { findings.hasErrors }
}

/// Builds the site after changes. It is never called again before it has returned.
///
/// It remembers what it has read: after a build with errors, it is told only what changed since
/// then. A system error, such as an unreadable disk, becomes a diagnostic too. It may show the pages
/// that are open before the rest is built.
package typealias PreviewBuilder = @Sendable (ChangeSet, FirstLook) async -> PreviewSite
