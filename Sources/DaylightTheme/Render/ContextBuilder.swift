import DaylightModel
import DaylightSyntax

/// Makes the contexts of templates from the index, the graph and the assembled pages.
///
/// A class, because a value of this size would be copied for each page.
final class ContextBuilder: Sendable {
  let index: SiteIndex
  let graph: SiteGraph
  /// In the order of the entries; those without a file come last and have none.
  let bodies: PersistentArray<Page>
  let shared: SharedValues

  /// - Parameter shared: those of a site with the same front matter and data.
  init(
    index: SiteIndex, graph: SiteGraph, bodies: PersistentArray<Page>, shared: SharedValues
  ) {
    self.index = index
    self.graph = graph
    self.bodies = bodies
    self.shared = shared
  }

  /// - Parameters:
  ///   - page: nil for pages without a body.
  ///   - words: what the template prints of each term, if that is known.
  func context(for entry: PageEntry, _ page: Page?, words: WordFragments?) -> TemplateValue {
    let page = PageContext(entry, page, words: words, in: self)
    let context = RootContext(
      common: shared.common, root: index.root(of: entry), kind: entry.kind.rawValue,
      site: shared.site.seen(from: entry), structuredData: page.structuredData,
      extra: page.document.map { ExtraContext(fields: $0.common.extra) }, page: page)
    return .object(TemplateObject(PageTemplates.fields[entry.kind] ?? [], of: context))
  }

  /// The context of the page at an old address.
  func redirect(from route: Route, to entry: PageEntry) -> TemplateValue {
    let page = RedirectContext(
      entry: entry, address: index.baseURL?.absolute(entry.route),
      siteName: index.configuration.shortName)
    let context = RootContext(
      common: shared.common, root: index.root(at: route), kind: RedirectContext.kind,
      site: shared.site.seen(from: entry), structuredData: nil, extra: nil, page: page)
    return .object(TemplateObject(PageTemplates.redirect, of: context))
  }

  func link(_ source: String?) -> Prepared<Link>? {
    source.flatMap { shared.listings[$0]?.link }
  }

  func cards(_ sources: some Sequence<String>) -> [Prepared<Card>] {
    sources.compactMap { shared.listings[$0]?.card }
  }
}
