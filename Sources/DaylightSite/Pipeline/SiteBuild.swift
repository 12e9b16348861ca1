package import DaylightSyntax

/// What a build made, and all it takes to make the next one from what changed.
///
/// This is the memory of an incremental build: the next build is handed this value, takes over every
/// result whose inputs are as they were, and comes out as if it had started from nothing.
package struct SiteBuild: Sendable {
  package let input: SiteInput
  package let frame: SiteFrame
  package let index: Made<SiteIndex>
  package let pages: [Made<Page>]
  package let graph: Made<SiteGraph>
  let theme: Theme
  /// Nothing when there were errors before rendering.
  package let rendered: RenderedSite?
  /// The last rendering there was, in this build or one before.
  let lastRendered: RenderedSite?
  /// The audit of `lastRendered`.
  let lastAudit: SiteAudit?
  /// At the levels that the site asks for, sorted.
  package let diagnostics: [Diagnostic]
  /// Those that took a finding away, page by page.
  package let overrides: [Override]
  package let statistics: BuildStatistics
  private let documentNumbers: [String: Int]
  private let pageNumbers: [String: Int]

  init(
    input: SiteInput, frame: SiteFrame, index: Made<SiteIndex>, pages: [Made<Page>],
    graph: Made<SiteGraph>, theme: Theme, rendered: RenderedSite?, lastRendered: RenderedSite?,
    lastAudit: SiteAudit?, diagnostics: [Diagnostic], overrides: [Override],
    statistics: BuildStatistics
  ) {
    self.input = input
    self.frame = frame
    self.index = index
    self.pages = pages
    self.graph = graph
    self.theme = theme
    self.rendered = rendered
    self.lastRendered = lastRendered
    self.lastAudit = lastAudit
    self.diagnostics = diagnostics
    self.overrides = overrides
    self.statistics = statistics
    documentNumbers = Dictionary(
      frame.documents.enumerated().map { ($1.value.file.path, $0) }, uniquingKeysWith: { $1 })
    pageNumbers = Dictionary(
      pages.enumerated().map { ($1.value.source, $0) }, uniquingKeysWith: { $1 })
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The finished files, sorted by path; none when there were errors.
  package var artifacts: [Artifact] { hasErrors ? [] : rendered?.artifacts ?? [] }

  package func document(_ path: String) -> Made<Document>? {
    documentNumbers[path].map { frame.documents[$0] }
  }

  package func page(_ source: String) -> Made<Page>? { pageNumbers[source].map { pages[$0] } }
}

/// How much work a build did, in counts.
package struct BuildStatistics: Sendable, Hashable {
  /// Files whose front matter was decoded.
  package var read = 0
  /// Bodies that were parsed.
  package var assembled = 0
  /// Pages that were put into their templates.
  package var rendered = 0
  /// Pages of the finished site.
  package var pages = 0
  package var links = 0
  package var glossaryLinks = 0

  package init() {}
}

/// The stages of a build in their order.
package enum Stage: String, Sendable, CaseIterable {
  case read, index, assemble, relate, render, audit
}
