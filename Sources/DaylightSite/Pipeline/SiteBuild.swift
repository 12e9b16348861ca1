package import DaylightModel
package import DaylightSyntax
package import DaylightTheme

/// The results of a build, and everything the next build needs to redo only what changed.
///
/// This is the memory of an incremental build: the next build gets this value, reuses every result
/// whose inputs are unchanged, and ends with the same result as a clean build.
package struct SiteBuild: Sendable {
  package let delta: SiteDelta
  package let parsed: ParsedSources
  package let index: Diagnosed<SiteIndex>
  let checked: CheckedIndex
  /// The findings about the reviews of the pages.
  let reviews: FindingTable<EntryID>
  package let pages: AssembledPages
  package let related: RelatedSite
  let theme: Theme
  /// Nil if an error before rendering may affect every page.
  package let rendered: RenderedSite?
  /// The last rendering, of this build or a previous one.
  let lastRendered: RenderedSite?
  /// The audit of `lastRendered`.
  let lastAudit: SiteAudit?
  /// The level of each rule on this site, including those of writing to disk.
  package let levels: RuleLevels
  package let findings: SiteFindings
  /// The findings at these levels, from which the next build takes those that are the same.
  let collected: Findings
  /// Those that removed a finding, page by page.
  package let overrides: [Override]
  package let statistics: BuildStatistics

  package var hasErrors: Bool { findings.hasErrors }

  /// Everything that was found, sorted.
  package var diagnostics: [Diagnostic] { findings.all }

  /// The finished files, sorted by path; empty if there were errors.
  package var artifacts: [Artifact] {
    hasErrors ? [] : rendered.map { Array($0.artifacts.values) } ?? []
  }

  package var input: SiteInput { parsed.input }

  package func document(_ path: String) -> Document? { parsed.document(path) }

  /// A text file of the site, for excerpts.
  package func source(_ path: String) -> SourceFile? {
    if let document = document(path) { return document.file }
    return parsed.dataFiles.first { $0.path == path } ?? input.themeFile(path)
  }

  /// A page, or all pages of a reading path, as one file to print.
  ///
  /// - Parameter pictures: the bytes of published pictures, by path.
  package func handout(
    of entry: PageEntry, pictures: @escaping (String) -> [UInt8]?
  ) -> [UInt8] {
    PageRenderer(index: index.value, graph: related.graph, bodies: pages.values, theme: theme)
      .handout(of: entry, pictures: pictures)
  }

  package func page(_ source: String) -> Page? {
    index.value.id(of: source).flatMap(pages.values.element)
  }
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
