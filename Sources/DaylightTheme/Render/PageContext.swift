import DaylightModel
import DaylightSyntax

/// The values of one page. What only pages of some kinds have is declared in the file of the kind.
///
/// A class, so that its fields share it without copies.
final class PageContext: Sendable {
  typealias Field = TemplateField<PageContext>

  let site: ContextBuilder
  let entry: PageEntry
  let page: Page?
  let document: Document?
  let review: PageReview
  let words: LinkedWords
  let sources: [NumberedSource]
  let children: [NumberedCard]
  /// The `source` that the author wrote as `next`.
  let suggestion: String?
  /// Nil for a page that is no article.
  let onward: Onward?
  private let contents: [ContentsEntry]
  /// The title that other people may see: in the window, or in a preview of the page.
  private let outerTitle: String

  /// - Parameters:
  ///   - page: nil for pages without a body.
  ///   - rendered: what the template prints of each term, if that is known.
  init(
    _ entry: PageEntry, _ page: Page?, words rendered: WordFragments?, in site: ContextBuilder
  ) {
    self.site = site
    self.entry = entry
    self.page = page
    let document = site.index.documents[entry.source]
    self.document = document
    review = document.map { PageReview(of: $0, page, in: site.index) } ?? PageReview()
    words = LinkedWords(on: page, rendered: rendered, site.shared)
    contents = ContentsEntry.entries(of: page?.headings ?? [])
    sources = SourceList.entries(for: page, document, in: site)
    children = NumberedCard.children(of: entry, in: site)
    let suggestion = (document?.pageFields?.next)
      .flatMap { RelativePath.resolve($0.value, from: entry.source) }
    self.suggestion = suggestion
    onward =
      entry.kind.traits.hasNeighbours ? Onward(from: entry, suggestion: suggestion, in: site) : nil
    let isDiscreet = document?.common.isDiscreet ?? site.index.configuration.isDiscreet
    outerTitle = isDiscreet ? entry.shortTitle ?? entry.title : entry.title
  }

  static let about = [
    Field("title", "the heading") { $0.entry.title },
    Field("shortTitle", "a shorter title, or the same") { $0.entry.shortTitle ?? $0.entry.title },
    Field("documentTitle", "for `<title>`, with the site’s short name") { $0.documentTitle },
    Field("summary", "from the front matter") { $0.entry.summary },
    Field("path", "the path") { $0.entry.link },
    Field("canonical", "the full address; empty without `baseURL`") { $0.canonical },
    Field("noindex", "search engines should leave it alone") { $0.isHiddenFromSearch },
    Field("draft", "it is a draft") { $0.entry.isDraft },
    Field("sensitive", "from the front matter") { $0.document?.common.isSensitive ?? true },
    Field("openGraph", "for previews; only if `site.yaml` asks for it", object: openGraph) {
      $0.site.index.configuration.hasOpenGraph ? $0 : nil
    },
  ]

  private static let openGraph = [
    Field("title", "the title") { $0.outerTitle },
    Field("description", "the summary") { $0.entry.summary },
    Field("url", "the full address") { $0.address },
  ]

  static let text = [
    Field("content", "the text") { $0.page?.body },
    Field("contents", "the headings of the second level") { $0.contents },
    Field("hasContents", "there are at least three") { $0.contents.count >= 3 },
  ]

  /// The full address; nil without an address of the site.
  private var address: String? { site.index.baseURL?.absolute(entry.route) }

  private var canonical: String? { entry.kind.traits.isShownAtAnyAddress ? nil : address }

  private var documentTitle: String {
    entry.kind == .home
      ? site.index.configuration.name.value : outerTitle + site.shared.titleEnding
  }

  private var isHiddenFromSearch: Bool {
    !entry.isListed || site.index.configuration.robots == .noindex
  }

  var structuredData: HTML? {
    site.shared.structuredData?.element(
      for: entry, page, document, review,
      mentions: site.shared.mentions.joined(for: page, separator: UInt8(ascii: ",")))
  }
}
