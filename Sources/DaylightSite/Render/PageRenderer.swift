import DaylightSyntax

/// Puts pages into their templates, and makes the files that belong to the whole site.
struct PageRenderer: Sendable {
  let index: SiteIndex
  let graph: SiteGraph
  private let theme: Theme
  private let contexts: ContextBuilder
  /// By name, with what is the same on every page in place.
  private let templates: [String: Template]
  /// The same for the pages of a kind that are as far from the root.
  private let placed: [Place: PlacedTemplate]

  private struct Place: Hashable {
    let kind: PageKind
    let root: String
  }

  /// A template with the way to the root in place, and what it prints of each word of the glossary,
  /// where that does not depend on the page.
  private struct PlacedTemplate {
    let template: Template
    let words: WordFragments?
  }

  /// - Parameter bodies: those of the pages, in the order of the entries, which those without a file
  ///   end.
  init(index: SiteIndex, graph: SiteGraph, bodies: PersistentArray<Page>, theme: Theme) {
    self.index = index
    self.graph = graph
    self.theme = theme
    contexts = ContextBuilder(
      index: index, graph: graph, bodies: bodies, theme: theme)
    let common = contexts.common
    let templates = Dictionary(
      theme.fingerprints.keys.compactMap { name in
        theme.templates[name].map { (name, $0.folding(common)) }
      }, uniquingKeysWith: { first, _ in first })
    self.templates = templates
    var placed: [Place: PlacedTemplate] = [:]
    for entry in index.entries {
      let place = Place(kind: entry.kind, root: index.root(of: entry))
      guard placed[place] == nil, let template = templates[entry.kind.template] else { continue }
      let rooted = template.folding([.root: .text(place.root)])
      placed[place] = PlacedTemplate(
        template: rooted, words: rooted.item(of: .words, in: .page).map(contexts.words))
    }
    self.placed = placed
  }

  /// Takes over what pages share from a renderer of a site in which only bodies were others.
  init(
    following before: Self, index: SiteIndex, graph: SiteGraph, bodies: PersistentArray<Page>
  ) {
    self.index = index
    self.graph = graph
    theme = before.theme
    contexts = ContextBuilder(before.contexts, index: index, graph: graph, bodies: bodies)
    templates = before.templates
    placed = before.placed
  }

  struct Job: Sendable {
    let entry: PageEntry
    let page: Page?
  }

  var bodies: PersistentArray<Page> { contexts.bodies }

  /// The page with a number among the entries.
  func job(_ number: Int) -> Job {
    Job(
      entry: index.entries[number],
      page: number < bodies.count ? bodies[number] : nil)
  }

  func context(for job: Job) -> TemplateValue {
    contexts.context(for: job.entry, job.page, words: placed[place(of: job.entry)]?.words)
  }

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
    bytes.reserveCapacity((job.page?.body.bytes.count ?? 0) + 16 << 10)
    guard let template = placed[place(of: job.entry)]?.template else {
      return Diagnosed(Artifact(path: path, bytes: bytes))
    }
    let diagnostics = template.render(context, into: &bytes)
    return Diagnosed(Artifact(path: path, bytes: bytes), diagnostics)
  }

  private func place(of entry: PageEntry) -> Place {
    Place(kind: entry.kind, root: index.root(of: entry))
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
