import DaylightSyntax

/// Makes what templates are given, from the index, the graph and the assembled pages.
///
/// Whatever several pages show is made once, here, and shared. A class, because a value of this size
/// would be copied for each page.
final class ContextBuilder: Sendable {
  let index: SiteIndex
  let graph: SiteGraph
  /// In the order of the entries, which those without a file end.
  let bodies: PersistentArray<Page>
  let dates: DateText
  /// By `source`.
  let listings: [String: Listing]
  /// The sections above the pages of a section, from the top, by the `source` of the last.
  let trails: [String: TemplateValue]
  /// By the name of the topic as a page writes it.
  let topics: [String: TemplateValue]
  /// The sections, paths and lists of the site, for the pages that show all of them.
  let pages: [PageKind: [PageEntry]]
  /// The words of the glossary as “Words on this page” shows them, by slug.
  private let words: [String: TemplateValue]
  /// What the `mentions` of JSON-LD say of them; nothing without an address of the site.
  private let mentions: WordFragments
  /// The lines of the list of sources, by key.
  let references: [String: TemplateValue]
  /// What follows the title of a page in that of its window.
  let titleEnding: [UInt8]
  private let site: SiteContext
  private let structuredData: StructuredData?
  /// What the build can say of what it checked.
  let statement: StatementContext
  /// What is the same on every page.
  private let shared: TemplateObject

  init(
    index: SiteIndex, graph: SiteGraph, bodies: PersistentArray<Page>, theme: Theme
  ) {
    self.index = index
    self.graph = graph
    self.bodies = bodies
    dates = DateText(index.words)
    site = SiteContext(index)
    structuredData = index.baseURL.map { StructuredData(index: index, baseURL: $0) }
    let listings = Dictionary(
      index.entries.map { ($0.source, Listing($0)) }, uniquingKeysWith: { first, _ in first })
    self.listings = listings
    trails = Self.trails(in: index, listings)
    topics = Self.topics(in: index)
    pages = Dictionary(
      grouping: index.entries.filter { [.section, .path, .checklist].contains($0.kind) }, by: \.kind
    )
    words = Self.words(of: index)
    mentions = WordFragments(structuredData?.mentions ?? [:])
    references = Dictionary(
      index.data.sources.all.map { ($0.key.value, .html($0.reference)) },
      uniquingKeysWith: { first, _ in first })
    titleEnding = Array(" – \(index.configuration.shortName)".utf8)
    statement = StatementContext(index, theme)
    shared = [
      .language: .text(index.configuration.language),
      .direction: .text(WritingDirection(language: index.configuration.language).rawValue),
      .contentSecurityPolicy: .text(SecurityPolicy.meta),
      .scripts: [
        .exit: .text(theme.assets.published[ReaderScript.exit.path]),
        .checklist: .text(theme.assets.published[ReaderScript.checklist.path]),
      ],
      .styles: [.landmarks: .text(theme.assets.published[ReaderStyle.landmarks.path])],
      .help: HelpContext.block(index),
    ]
  }

  /// Takes over what pages share from a builder for a site in which only bodies were others.
  init(
    _ before: ContextBuilder, index: SiteIndex, graph: SiteGraph, bodies: PersistentArray<Page>
  ) {
    self.index = index
    self.graph = graph
    self.bodies = bodies
    dates = before.dates
    listings = before.listings
    trails = before.trails
    topics = before.topics
    pages = before.pages
    words = before.words
    mentions = before.mentions
    references = before.references
    titleEnding = before.titleEnding
    site = before.site
    structuredData = before.structuredData
    statement = before.statement
    shared = before.shared
  }

  /// What is the same on every page, as far as it is.
  var common: TemplateObject {
    var common = shared
    common.add(.site, .object(site.fixed))
    return common
  }

  /// What a template prints of each word.
  func words(by item: Template) -> WordFragments {
    WordFragments(
      words.mapValues { word in
        var bytes: [UInt8] = []
        _ = item.render(word, into: &bytes)
        return bytes
      })
  }

  /// Everything that the template of a page is given. `page` is nothing for pages without a body.
  ///
  /// - Parameter rendered: what the template prints of each word, where that is known.
  func context(
    for entry: PageEntry, _ page: Page?, words rendered: WordFragments?
  ) -> TemplateValue {
    let document = index.documents[entry.source]
    let review = document.map { PageReview(of: $0, page, in: index) } ?? PageReview()
    let words =
      rendered.map { .rendered($0.joined(for: page)) } ?? TemplateValue.list(linkedWords(of: page))
    let element = structuredData?.element(
      for: entry, page, document, review,
      mentions: mentions.joined(for: page, separator: UInt8(ascii: ",")))
    var object = shared
    object.reserveCapacity(10)
    object.add(.root, .text(index.root(of: entry)))
    object.add(.kind, .text(entry.kind.rawValue))
    object.add(.site, site.seen(from: entry))
    object.add(.structuredData, element.map { .html($0) } ?? .none)
    object.add(.extra, document.map { Self.extra($0.common.extra) } ?? .none)
    var context = pageContext(for: entry, page, document, review)
    context.add(.words, words)
    context.add(.hasWords, .flag(!words.isEmpty))
    object.add(.page, .object(context))
    return .object(object)
  }

  /// What the page at an old address is given.
  func redirect(from route: Route, to entry: PageEntry) -> TemplateValue {
    var object = shared
    object.add(.root, .text(index.root(at: route)))
    object.add(.kind, .text("redirect"))
    object.add(.site, site.seen(from: entry))
    object.add(
      .page,
      [
        .title: .text(entry.shortTitle ?? entry.title),
        .documentTitle: .text(index.configuration.shortName), .noindex: .flag(true),
        .canonical: .text(index.baseURL?.absolute(entry.route)), .target: .text(entry.link),
        .path: .text(entry.link),
      ])
    return .object(object)
  }

  func link(_ source: String?) -> TemplateValue {
    source.flatMap { listings[$0]?.link } ?? .none
  }

  func cards(_ sources: some Sequence<String>) -> TemplateValue {
    .list(sources.compactMap { listings[$0]?.card })
  }

  private static func trails(
    in index: SiteIndex, _ listings: [String: Listing]
  ) -> [String: TemplateValue] {
    var trails: [String: TemplateValue] = [:]
    for section in Set(index.entries.compactMap(\.section)) {
      var links: [TemplateValue] = []
      var next: String? = section
      while let source = next, let listing = listings[source] {
        links.append(listing.link)
        next = index[source]?.section
      }
      trails[section] = .list(links.reversed())
    }
    return trails
  }

  private static func topics(in index: SiteIndex) -> [String: TemplateValue] {
    var topics: [String: TemplateValue] = [:]
    for entry in index.entries {
      for name in entry.topics where topics[name] == nil {
        guard let topic = index["topics:" + Slug.fileName(name)] else { continue }
        topics[name] = [.title: .text(name), .path: .text(topic.link)]
      }
    }
    return topics
  }

  private static func words(of index: SiteIndex) -> [String: TemplateValue] {
    var words: [String: TemplateValue] = [:]
    for term in index.glossary.terms {
      guard case .term(let entry)? = index.documents[term.source]?.frontMatter else { continue }
      let evidence = EvidenceWords(entry.evidence?.value, index.words)
      words[term.slug] = [
        .term: .text(term.name), .slug: .text(term.slug), .path: .text(term.link),
        .summary: .text(term.summary), .evidence: .text(evidence.label),
        .evidenceNote: .text(evidence.note), .isContested: .flag(evidence.isContested),
      ]
    }
    return words
  }

  /// What is known of the words that a page links to, in the order of the page.
  private func linkedWords(of page: Page?) -> [TemplateValue] {
    page?.mentions.lazy.filter(\.isLinked).compactMap { words[$0.term] } ?? []
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
