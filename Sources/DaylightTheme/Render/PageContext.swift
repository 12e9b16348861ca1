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
  /// Nil wherever no article invites to the practice.
  let invitation: Prepared<Link>?
  /// Nil for a page that is no booklet.
  let booklet: Booklet?
  let contents: [ContentsEntry]
  private let isDiscreet: Bool

  /// - Parameters:
  ///   - page: nil for pages without a body.
  ///   - rendered: what the template prints of each term, if that is known.
  ///   - handout: the texts of a handout.
  init(
    _ entry: PageEntry, _ page: Page?, words rendered: WordFragments?, handout: Booklet? = nil,
    in site: ContextBuilder
  ) {
    self.site = site
    self.entry = entry
    let path = entry.kind.traits.content == .booklet ? entry.section : nil
    booklet =
      handout
      ?? path.map {
        Booklet(
          entry, introducedBy: $0, parts: site.index.parts(ofPath: $0), at: .site, in: site)
      }
    let page = page ?? booklet?.page
    self.page = page
    let document = site.index.documents[entry.source]
    self.document = document
    review = document.map { PageReview(of: $0, page, in: site.index) } ?? PageReview()
    words = LinkedWords(on: page, rendered: rendered, site.shared)
    contents = ContentsEntry.entries(of: page?.headings ?? [])
    sources = SourceList.entries(for: page, document, places: booklet?.places ?? [:], in: site)
    children = NumberedCard.children(of: entry, in: site)
    let suggestion = (document?.pageFields?.next)
      .flatMap { RelativePath.resolve($0.value, from: entry.source) }
    self.suggestion = suggestion
    let invitation = Invitation.link(on: entry, page, in: site)
    self.invitation = invitation
    onward =
      entry.kind.traits.hasNeighbours
      ? Onward(from: entry, suggestion: suggestion, room: invitation == nil ? 3 : 2, in: site)
      : nil
    isDiscreet = document?.common.isDiscreet ?? site.index.configuration.isDiscreet
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
    Field("description", "the summary; empty on a discreet page whose summary reveals the topic") {
      $0.description
    },
    Field("openGraph", "for previews; only if `site.yaml` asks for it", object: openGraph) {
      $0.site.index.configuration.hasOpenGraph ? $0 : nil
    },
  ]

  private static let openGraph = [
    Field("title", "the title") { $0.outerTitle },
    Field("description", "the same as `page.description`") { $0.description },
    Field("picture", "the full address of the picture that `site.yaml` names") { $0.preview },
    Field("url", "the full address") { $0.address },
  ]

  static let text = [
    Field("content", "the text") { $0.page?.body.html },
    Field("contents", "the headings of the second level") { $0.contents },
    Field("hasContents", "there are at least three") { $0.contents.count >= 3 },
  ]

  /// The title that other people may see: in the window, or in a preview of the page.
  private var outerTitle: String { isDiscreet ? entry.shortTitle ?? entry.title : entry.title }

  /// The full address; nil without an address of the site.
  private var address: String? {
    // A booklet has no text of its own.
    let original = booklet == nil ? nil : entry.section.flatMap { site.index[$0] }
    return site.index.baseURL?.absolute((original ?? entry).route)
  }

  /// What search engines and previews may show of the page.
  ///
  /// Chats that show a link read it, and Firefox keeps it beside the history. Whether a summary in a
  /// language without words for that reveals anything is not known, so it counts as if it did.
  private var description: String? {
    guard isDiscreet, let summary = entry.summary else { return entry.summary }
    let language = site.index.language
    let isQuiet =
      language.revealingWords != nil && language.revealingWord(in: Array(summary.utf8)) == nil
    return isQuiet ? summary : nil
  }

  /// Programs that show previews read whole addresses only.
  private var preview: String? {
    guard let name = site.index.configuration.openGraphPicture?.value,
      let path = site.shared.theme.assets.pictures[name]?.path
    else { return nil }
    return site.index.baseURL?.absolute(asset: path)
  }

  private var canonical: String? { entry.kind.traits.isShownAtAnyAddress ? nil : address }

  private var documentTitle: String {
    entry.kind == .home
      ? site.index.configuration.name.value : outerTitle + site.shared.titleEnding
  }

  private var isHiddenFromSearch: Bool {
    !entry.isListed || site.index.configuration.robots == .noindex
  }

  /// A booklet has none, because search engines should find the pages that it is made of.
  var structuredData: HTML? {
    guard booklet == nil else { return nil }
    return site.shared.structuredData?.element(
      for: entry, page, document, review,
      mentions: site.shared.mentions.joined(for: page, separator: UInt8(ascii: ",")))
  }
}
