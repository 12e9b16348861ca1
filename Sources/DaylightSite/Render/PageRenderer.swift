import DaylightSyntax

/// Puts pages into their templates, and makes the files that belong to the whole site.
struct PageRenderer: Sendable {
  let index: SiteIndex
  let graph: SiteGraph
  private let theme: Theme
  private let contexts: ContextBuilder
  /// By name, with what is the same on every page in place.
  private let templates: [String: Template]
  /// The same for the pages of a kind that are as far from the root, with the way there in place.
  private let placed: [Place: Template]

  private struct Place: Hashable {
    let kind: PageKind
    let root: String
  }

  init(index: SiteIndex, graph: SiteGraph, theme: Theme) {
    self.index = index
    self.graph = graph
    self.theme = theme
    contexts = ContextBuilder(index: index, graph: graph, assets: theme.assets)
    let common = contexts.common
    let templates = Dictionary(
      theme.fingerprints.keys.compactMap { name in
        theme.templates[name].map { (name, $0.folding(common)) }
      }, uniquingKeysWith: { first, _ in first })
    self.templates = templates
    var placed: [Place: Template] = [:]
    for entry in index.entries {
      let place = Place(kind: entry.kind, root: index.root(of: entry))
      if placed[place] == nil {
        placed[place] = templates[entry.kind.template]?.folding([.root: .text(place.root)])
      }
    }
    self.placed = placed
  }

  /// Takes over what pages share from a renderer of a site in which only bodies were others.
  init(following before: Self, index: SiteIndex, graph: SiteGraph) {
    self.index = index
    self.graph = graph
    theme = before.theme
    contexts = ContextBuilder(before.contexts, index: index, graph: graph)
    templates = before.templates
    placed = before.placed
  }

  struct Job: Sendable {
    let entry: PageEntry
    let page: Page?
  }

  /// `pages` are in the order of the entries, which those without a file end.
  func job(_ number: Int, _ pages: PersistentArray<Page>) -> Job {
    Job(entry: index.entries[number], page: number < pages.count ? pages[number] : nil)
  }

  func context(for job: Job) -> TemplateValue { contexts.context(for: job.entry, job.page) }

  /// Changes when the template of a page does, or anything that it is given.
  func fingerprint(of context: TemplateValue, _ job: Job) -> Int {
    var hasher = Hasher()
    hasher.combine(theme.fingerprints[job.entry.kind.template])
    hasher.combine(context)
    return hasher.finalize()
  }

  func render(_ job: Job, _ context: TemplateValue) -> Diagnosed<Artifact> {
    let path = job.entry.route.outputPath
    var bytes: [UInt8] = []
    bytes.reserveCapacity((job.page?.body.count ?? 0) + 16 << 10)
    let place = Place(kind: job.entry.kind, root: index.root(of: job.entry))
    guard let template = placed[place] else {
      return Diagnosed(Artifact(path: path, bytes: bytes))
    }
    let diagnostics = template.render(context, into: &bytes)
    return Diagnosed(Artifact(path: path, bytes: bytes), diagnostics)
  }

  /// Redirects, attachments, assets, and the files for machines.
  func siteArtifacts() -> [Artifact] {
    let redirects = redirects()
    var artifacts = theme.assets.artifacts + redirects
    artifacts += HeaderFiles.artifacts(
      for: index.entries.map(\.route.outputPath) + redirects.map(\.path),
      basePath: index.baseURL?.path ?? "/")
    artifacts += index.attachments.values.map {
      Artifact(path: $0.publishedPath, content: .copy(of: $0.path))
    }
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
        return Artifact(path: route.outputPath, bytes: bytes)
      }
    }
  }
}
