import DaylightModel
import DaylightSyntax

/// A link to a page of the site.
struct Link: TemplateModel {
  let title: String
  let path: String

  static let fields = [
    Field("title", "the title") { $0.title },
    Field("path", "the path") { $0.path },
  ]
}

/// A link to a page, with its summary.
struct Card: TemplateModel {
  let link: Link
  let summary: String?

  static let fields: [Field] =
    Link.fields { $0.link } + [Field("summary", "the summary") { $0.summary }]
}

/// How other pages show a page, made once for all of them.
struct Listing: Sendable {
  let link: Prepared<Link>
  let card: Prepared<Card>

  init(_ entry: PageEntry) {
    let link = Link(title: entry.title, path: entry.link)
    self.link = Prepared(link)
    card = Prepared(Card(link: link, summary: entry.summary))
  }
}
