import DaylightModel
import DaylightSyntax

extension ContextBuilder {
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

  /// The context of a page or a reading path as a file of its own.
  func handout(of entry: PageEntry, pictures: @escaping (String) -> [UInt8]?) -> TemplateValue {
    let isPath = entry.kind.traits.content == .steps
    let booklet = Booklet(
      entry, introducedBy: isPath ? entry.source : nil,
      parts: isPath ? index.parts(ofPath: entry.source) : [entry.source],
      at: .file(pictures: pictures), in: self)
    let page = PageContext(entry, nil, words: nil, handout: booklet, in: self)
    let context = RootContext(
      common: shared.common, root: index.root(of: entry), kind: entry.kind.rawValue,
      site: shared.site.seen(from: entry), structuredData: nil, extra: nil, page: page)
    return .object(TemplateObject(PageTemplates.handout, of: context))
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
}
