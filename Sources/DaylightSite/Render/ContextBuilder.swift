import DaylightSyntax

/// Makes what templates are given, from the index, the graph and the assembled pages.
struct ContextBuilder: Sendable {
  let index: SiteIndex
  let graph: SiteGraph
  let assets: AssetCatalog
  private let site: SiteContext
  /// The words of the glossary as “Words on this page” shows them, by slug.
  let words: [String: TemplateValue]
  /// The lines of the list of sources, by key.
  let references: [String: TemplateValue]
  /// What is the same on every page, made once.
  private let shared: [(TemplateName, TemplateValue)]

  init(index: SiteIndex, graph: SiteGraph, assets: AssetCatalog) {
    self.index = index
    self.graph = graph
    self.assets = assets
    site = SiteContext(index)
    words = Self.words(of: index)
    references = Dictionary(
      index.data.sources.all.map { ($0.key.value, .html(Reference.html(of: $0))) },
      uniquingKeysWith: { first, _ in first })
    shared = [
      ("language", .text(index.configuration.language)),
      ("contentSecurityPolicy", .text(SecurityPolicy.meta)),
      (
        "scripts",
        [
          "exit": .text(assets.published[ReaderScript.exit.path]),
          "checklist": .text(assets.published[ReaderScript.checklist.path]),
        ]
      ),
      ("help", HelpContext.block(index)),
    ]
  }

  /// Everything that the template of a page is given. `page` is nothing for pages without a body.
  func context(for entry: PageEntry, _ page: Page?) -> TemplateValue {
    let document = index.documents[entry.source]
    var object = TemplateObject(shared)
    object["root"] = .text(index.root(of: entry))
    object["kind"] = .text(entry.kind.rawValue)
    object["site"] = site.seen(from: entry)
    object["structuredData"] = StructuredData.element(for: entry, page, index, graph)
    object["extra"] = document.map { Self.extra($0.common.extra) } ?? TemplateValue.none
    object["page"] = .object(pageContext(for: entry, page, document))
    return .object(object)
  }

  /// What the page at an old address is given.
  func redirect(from route: Route, to entry: PageEntry) -> TemplateValue {
    var object = TemplateObject(shared)
    object["root"] = .text(index.root(at: route))
    object["kind"] = .text("redirect")
    object["site"] = site.seen(from: entry)
    object["page"] = [
      "title": .text(entry.shortTitle ?? entry.title),
      "documentTitle": .text(index.configuration.shortName), "noindex": .flag(true),
      "canonical": .text(index.baseURL?.absolute(entry.route)), "target": .text(entry.link),
      "path": .text(entry.link),
    ]
    return .object(object)
  }

  func link(_ entry: PageEntry) -> TemplateValue {
    ["title": .text(entry.title), "path": .text(entry.link)]
  }

  func link(_ source: String) -> TemplateValue { index[source].map(link) ?? .none }

  func summary(_ entry: PageEntry) -> TemplateValue {
    [
      "title": .text(entry.title), "path": .text(entry.link), "summary": .text(entry.summary),
    ]
  }

  func summaries(_ sources: some Sequence<String>) -> TemplateValue {
    .list(sources.compactMap { index[$0].map(summary) })
  }

  func date(_ date: CalendarDate?) -> TemplateValue {
    date.map { ["iso": .text($0.iso), "text": .text(index.words.date($0))] } ?? .none
  }

  private static func words(of index: SiteIndex) -> [String: TemplateValue] {
    var words: [String: TemplateValue] = [:]
    for term in index.glossary.terms {
      guard case .term(let entry)? = index.documents[term.source]?.frontMatter else { continue }
      let evidence = EvidenceWords(entry.evidence?.value, index.words)
      words[term.slug] = [
        "term": .text(term.name), "slug": .text(term.slug), "path": .text(term.link),
        "summary": .text(term.summary), "evidence": .text(evidence.label),
        "evidenceNote": .text(evidence.note),
      ]
    }
    return words
  }

  /// What a practice wrote under `extra`, for its own templates.
  private static func extra(_ fields: [YAMLNode.Field]) -> TemplateValue {
    .object(TemplateObject(fields.map { (TemplateName($0.key), value(of: $0.value)) }))
  }

  private static func value(of node: YAMLNode) -> TemplateValue {
    switch node.content {
    case .scalar("true", .plain): .flag(true)
    case .scalar("false", .plain): .flag(false)
    case .scalar(let text, _): .text(text)
    case .sequence(let nodes): .list(nodes.map(value))
    case .mapping(let fields): extra(fields)
    }
  }
}
