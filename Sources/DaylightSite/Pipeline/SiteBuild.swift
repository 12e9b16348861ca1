package import DaylightSyntax

/// What a build made, and all it takes to make the next one from what changed.
package struct SiteBuild: Sendable {
  package let input: SiteInput
  package let documents: [Document]
  package let index: SiteIndex
  package let pages: [Page]
  package let graph: SiteGraph
  /// Sorted by path; empty when there were errors.
  package let artifacts: [Artifact]
  /// At the levels that the site asks for, sorted.
  package let diagnostics: [Diagnostic]
  package let statistics: BuildStatistics

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
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
