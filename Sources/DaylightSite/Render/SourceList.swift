import DaylightSyntax

/// The numbered sources at the end of a page.
enum SourceList {
  /// The keys of what a page cites, in the order of first citation, then of what it rests on as a
  /// whole.
  static func keys(for page: Page?, _ document: Document?) -> [String] {
    let cited = (page?.citations ?? []).map(\.key)
    let whole: [String] =
      switch document?.frontMatter {
      case .page(let page): page.sources.map(\.value)
      case .term(let term): term.sources.map(\.value)
      case nil: []
      }
    return cited + whole.filter { !cited.contains($0) }
  }

  /// The works a page cites, in the order of first citation, then those it rests on as a whole.
  static func entries(
    for page: Page?, _ document: Document?, _ index: SiteIndex,
    _ references: [String: TemplateValue]
  ) -> [TemplateValue] {
    let cited = page?.citations ?? []
    let keys = keys(for: page, document)
    return keys.enumerated().compactMap { place, key in
      let citation =
        place < cited.count ? cited[place] : Citation(key: key, number: place + 1, count: 0)
      guard let work = index.data.sources[key] else { return nil }
      return [
        .number: .number(citation.number), .anchor: .text("source-" + citation.key),
        .html: references[key] ?? .none, .checked: .flag(work.checked != nil),
        .backlinks: .list(
          (1...max(citation.count, 1)).prefix(citation.count).map {
            [.label: .text("\($0)"), .href: .text("#cite-\(citation.key)-\($0)")]
          }),
      ]
    }
  }
}
