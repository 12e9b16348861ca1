package import DaylightModel
import DaylightSyntax

/// The numbered sources at the end of a page.
package enum SourceList {
  /// The keys of the works a page cites, in the order of first citation, then of those it is based
  /// on as a whole.
  package static func keys(for page: Page?, _ document: Document?) -> [String] {
    let cited = (page?.citations ?? []).map(\.key)
    let whole: [String] =
      switch document?.frontMatter {
      case .page(let page): page.sources.map(\.value)
      case .term(let term): term.sources.map(\.value)
      case nil: []
      }
    return cited + whole.filter { !cited.contains($0) }
  }

  /// The same works as templates see them.
  ///
  /// - Parameter places: the `id` of each citation, by key, if it is not made from key and number.
  static func entries(
    for page: Page?, _ document: Document?, places: [String: [String]] = [:],
    in site: ContextBuilder
  ) -> [NumberedSource] {
    let cited = page?.citations ?? []
    return keys(for: page, document).enumerated().compactMap { index, key in
      guard let work = site.index.data.sources[key] else { return nil }
      let citation =
        index < cited.count ? cited[index] : Citation(key: key, number: index + 1, count: 0)
      return NumberedSource(
        citation: citation,
        places: places[key] ?? (0..<citation.count).map { "cite-\(key)-\($0 + 1)" },
        reference: site.shared.references[key] ?? HTML(), isChecked: work.checked != nil)
    }
  }
}

/// A source of a page.
struct NumberedSource: TemplateModel {
  let citation: Citation
  /// The `id` of each place that cites it.
  let places: [String]
  let reference: HTML
  let isChecked: Bool

  static let fields = [
    Field("number", "its number") { $0.citation.number },
    Field("anchor", "for its `id`") { "source-" + $0.citation.key },
    Field("html", "authors, year, title, and where to find it") { $0.reference },
    Field("checked", "a person looked it up") { $0.isChecked },
    Field("backlinks", "links back to where the text cites it", list: backlink) { source in
      source.places.enumerated().map { ($1, $0 + 1) }
    },
  ]

  private static let backlink: [TemplateField<(id: String, number: Int)>] = [
    .init("label", "the number of the place") { "\($0.number)" },
    .init("href", "the address of the place") { "#" + $0.id },
  ]
}
