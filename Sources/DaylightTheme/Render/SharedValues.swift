import DaylightModel
import DaylightSyntax

/// The values that several pages show, made once for all of them.
final class SharedValues: Sendable {
  let theme: Theme
  let dates: DateText
  let common: Prepared<CommonContext>
  let site: SiteContexts
  /// By `source`.
  let listings: [String: Listing]
  /// The sections above the pages of a section, from the top, by the `source` of the last.
  let trails: [String: [Prepared<Link>]]
  /// By the name of the topic as a page writes it.
  let topics: [String: Prepared<Link>]
  /// For the pages that list all pages of a kind.
  let pages: [PageKind: [PageEntry]]
  /// The pages of people, by id.
  let personPages: [String: Prepared<Link>]
  /// The terms of the glossary as “Words on this page” shows them, by slug.
  let words: [String: Prepared<Word>]
  /// The lines of the list of sources, by key.
  let references: [String: HTML]
  /// What follows the title of a page in that of its window.
  let titleEnding: String
  /// Nil without an address of the site.
  let structuredData: StructuredData?
  /// The `mentions` of JSON-LD for each term.
  let mentions: WordFragments

  /// - Parameters:
  ///   - before: the values of a site with the same pages in the same order and lists; nil to make all
  ///     values anew.
  ///   - changed: the pages that other pages may show in another way than before.
  init(
    _ index: SiteIndex, _ theme: Theme, after before: SharedValues? = nil,
    but changed: [PageEntry] = []
  ) {
    self.theme = theme
    dates = DateText(index.strings)
    common = Prepared(CommonContext(index: index, assets: theme.assets, brand: theme.brand))
    site = SiteContexts(index)
    var listings = before?.listings ?? [:]
    for entry in before == nil ? index.entries : changed {
      listings[entry.source] = Listing(entry)
    }
    self.listings = listings
    let former = changed.contains(where: \.kind.traits.isIndex) ? nil : before?.trails
    trails = former ?? Self.trails(in: index, listings)
    topics = before?.topics ?? Self.topics(in: index)
    pages = before?.pages ?? Dictionary(grouping: index.entries, by: \.kind)
    personPages = Dictionary(
      index.entries.compactMap { entry in
        entry.personID.flatMap { id in listings[entry.source].map { (id, $0.link) } }
      }, uniquingKeysWith: { first, _ in first })
    words = Self.words(of: index)
    references = Dictionary(
      index.data.sources.all.map { ($0.key.value, $0.reference) },
      uniquingKeysWith: { first, _ in first })
    titleEnding = " – \(index.configuration.shortName)"
    structuredData = index.baseURL.map { StructuredData(index: index, baseURL: $0) }
    mentions = WordFragments(structuredData?.mentions ?? [:])
  }

  /// Everything in the outermost context that is the same on every page.
  var known: TemplateObject {
    var known = common.object
    known.add(.site, .object(site.fixed))
    return known
  }

  /// What a template prints of each term.
  func words(by item: Template) -> WordFragments {
    WordFragments(
      words.mapValues { word in
        var bytes: [UInt8] = []
        _ = item.render(word.templateValue, into: &bytes)
        return bytes
      })
  }

  private static func trails(
    in index: SiteIndex, _ listings: [String: Listing]
  ) -> [String: [Prepared<Link>]] {
    var trails: [String: [Prepared<Link>]] = [:]
    for section in Set(index.entries.compactMap(\.section)) {
      var links: [Prepared<Link>] = []
      var next: String? = section
      while let source = next, let listing = listings[source] {
        links.append(listing.link)
        next = index[source]?.section
      }
      trails[section] = links.reversed()
    }
    return trails
  }

  private static func topics(in index: SiteIndex) -> [String: Prepared<Link>] {
    var topics: [String: Prepared<Link>] = [:]
    for entry in index.entries {
      for name in entry.topics where topics[name] == nil {
        guard let topic = index["topics:" + Slug.fileName(name)] else { continue }
        topics[name] = Prepared(Link(title: name, path: topic.link))
      }
    }
    return topics
  }

  private static func words(of index: SiteIndex) -> [String: Prepared<Word>] {
    var words: [String: Prepared<Word>] = [:]
    for term in index.glossary.terms {
      guard let entry = index.documents[term.source]?.termFields else { continue }
      words[term.slug] = Prepared(
        Word(term: term, evidence: EvidenceWords(entry.evidence?.value, index.strings)))
    }
    return words
  }
}
