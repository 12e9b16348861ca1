package import DaylightModel
package import DaylightSyntax

/// Puts pages into their templates, and makes the files that belong to the whole site.
package struct PageRenderer: Sendable {
  private let theme: Theme
  private var contexts: ContextBuilder
  private let typography: Typography
  /// By name, with the values inserted that are the same on every page.
  private let templates: [String: Template]
  /// The same for the pages of a kind at one distance from the root.
  private let placed: [Place: PlacedTemplate]

  private struct Place: Hashable {
    let kind: PageKind
    let root: String
  }

  /// A template with the path to the root inserted, and what it prints of each term of the
  /// glossary, if that does not depend on the page.
  private struct PlacedTemplate {
    let template: Template
    let words: WordFragments?
  }

  /// - Parameters:
  ///   - bodies: those of the pages, in the order of the entries; those without a file come last and
  ///     have none.
  ///   - shown: the pages that are rendered; nil for all.
  ///   - before: a renderer for the same pages in the same order and lists, whose values are used for
  ///     all that have not changed.
  ///   - changed: the pages that have.
  package init(
    index: SiteIndex, graph: SiteGraph, bodies: PersistentArray<EntryID, Page>, theme: Theme,
    showing shown: [PageEntry]? = nil, after before: PageRenderer? = nil,
    but changed: [PageEntry] = []
  ) {
    self.theme = theme
    typography = Typography(language: index.configuration.language)
    let shared = SharedValues(index, theme, after: before?.contexts.shared, but: changed)
    contexts = ContextBuilder(index: index, graph: graph, bodies: bodies, shared: shared)
    let known = shared.known
    let templates = Dictionary(
      theme.fingerprints.keys.compactMap { name in
        theme.templates[name].map { (name, $0.folding(known)) }
      }, uniquingKeysWith: { first, _ in first })
    self.templates = templates
    var placed: [Place: PlacedTemplate] = [:]
    for entry in shown ?? index.entries {
      let place = Place(kind: entry.kind, root: index.root(of: entry))
      guard placed[place] == nil, let template = templates[entry.kind.template] else { continue }
      let rooted = template.folding([.root: .text(place.root)])
      placed[place] = PlacedTemplate(
        template: rooted, words: rooted.item(of: .words, in: .page).map(shared.words))
    }
    self.placed = placed
  }

  /// The same renderer for a site in which only bodies are different.
  package func following(
    index: SiteIndex, graph: SiteGraph, bodies: PersistentArray<EntryID, Page>
  ) -> Self {
    var renderer = self
    renderer.contexts = ContextBuilder(
      index: index, graph: graph, bodies: bodies, shared: contexts.shared)
    return renderer
  }

  package struct Job: Sendable {
    package let entry: PageEntry
    let page: Page?
  }

  package var index: SiteIndex { contexts.index }
  package var bodies: PersistentArray<EntryID, Page> { contexts.bodies }

  package func job(_ id: EntryID) -> Job { Job(entry: index[id], page: bodies.element(id)) }

  package func context(for job: Job) -> TemplateValue {
    contexts.context(for: job.entry, job.page, words: placed[place(of: job.entry)]?.words)
  }

  /// Changes if the template of a page changes, or any of its values.
  package func fingerprint(of context: TemplateValue, _ job: Job) -> Int {
    var hasher = Hasher()
    hasher.combine(theme.fingerprints[job.entry.kind.template])
    hasher.combine(context)
    return hasher.finalize()
  }

  package func render(_ job: Job, _ context: TemplateValue) -> Diagnosed<Artifact> {
    let path = job.entry.route.outputPath
    var bytes: [UInt8] = []
    bytes.reserveCapacity((job.page?.body.byteCount ?? 0) + 16 << 10)
    guard let template = placed[place(of: job.entry)]?.template else {
      return Diagnosed(Artifact(path: path, bytes: bytes))
    }
    let diagnostics = template.render(context, into: &bytes)
    typography.set(page: &bytes)
    return Diagnosed(Artifact(path: path, bytes: bytes), diagnostics)
  }

  private func place(of entry: PageEntry) -> Place {
    Place(kind: entry.kind, root: index.root(of: entry))
  }

  /// A page, or all pages of a reading path, as one file to print.
  ///
  /// - Parameter pictures: the bytes of published pictures, by path.
  package func handout(
    of entry: PageEntry, pictures: @escaping (String) -> [UInt8]?
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    let context = contexts.handout(of: entry, pictures: pictures)
    _ = templates[PageTemplates.handoutName]?.render(context, into: &bytes)
    return bytes
  }

  /// Redirects, attachments, assets, and the files for machines.
  package func siteArtifacts() -> [Artifact] {
    let redirects = redirects()
    var artifacts = theme.assets.artifacts + redirects
    artifacts += HeaderFiles.artifacts(
      for: index.entries.map(\.route.outputPath) + redirects.map(\.path)
        + index.attachments.values.filter(\.isDownload).map(\.publishedPath),
      basePath: index.baseURL?.path ?? "/")
    artifacts += index.attachments.values.flatMap(Artifact.all)
    let isIndexed = index.configuration.robots == .index
    artifacts.append(Robots.artifact(isIndexed: isIndexed, baseURL: index.baseURL))
    if !index.glossary.terms.isEmpty { artifacts.append(GlossaryExport.artifact(index)) }
    guard let baseURL = index.baseURL else { return artifacts }
    artifacts.append(Sitemap.artifact(of: index.entries, baseURL: baseURL))
    if index.configuration.hasFeed { artifacts.append(Feed.artifact(of: index, baseURL: baseURL)) }
    return artifacts
  }

  private func redirects() -> [Artifact] {
    guard let template = templates["redirect"] else { return [] }
    return index.entries.flatMap { entry in
      (index.documents[entry.source]?.common.oldAddresses ?? []).map { address in
        let route = Redirect.route(of: address.value)
        var bytes: [UInt8] = []
        _ = template.render(contexts.redirect(from: route, to: entry), into: &bytes)
        typography.set(page: &bytes)
        return Artifact(path: route.outputPath, bytes: bytes)
      }
    }
  }
}
