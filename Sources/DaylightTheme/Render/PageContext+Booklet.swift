import DaylightModel
import DaylightSyntax

extension PageContext {
  /// The field that only a reading path has.
  static let path = [
    Field("whole", "the path of the page that holds all its pages, if it has several") { page in
      page.site.index.booklet(ofPath: page.entry.source)?.link
    }
  ]

  /// The fields that only a booklet has.
  static let booklet = [
    Field("introduction", "the text of the reading path") { $0.booklet?.introduction },
    Field("parts", "its pages") { $0.booklet?.parts ?? [] },
    Field("hasSeveral", "there is more than one") { ($0.booklet?.parts.count ?? 0) > 1 },
    Field("hasUnreviewed", "some of them have no valid review") { page in
      page.booklet?.parts.contains { $0.review.state != .current } ?? false
    },
    Field("built", "the day of the build") { page in
      page.site.shared.dates.value(page.site.index.now)
    },
  ]
}

/// A page as a part of a booklet.
struct BookletPart: TemplateModel {
  let text: PartText
  let content: HTML
  let review: PageReview
  private let reviewed: DateContext?

  init(_ text: PartText, content: HTML, in site: ContextBuilder) {
    self.text = text
    self.content = content
    review = text.document.map { PageReview(of: $0, text.page, in: site.index) } ?? PageReview()
    reviewed = review.state == .current ? site.shared.dates.value(review.reviewed) : nil
  }

  static let fields = [
    Field("number", "which part it is") { $0.text.number },
    Field("title", "the title") { $0.text.entry.title },
    Field("summary", "the summary") { $0.text.entry.summary },
    Field("anchor", "for the `id` of its heading") { $0.text.anchor },
    Field("path", "the path of the page itself") { $0.text.entry.link },
    Field("content", "the text, with headings from the third level on") { $0.content },
    Field("hasMore", "the page itself has more than its text") { $0.hasMore },
    Field("reviewed", "the day of a valid review") { $0.reviewed },
    Field("extra", "[values of your own](#values-of-your-own)") { part in
      part.text.document.map { ExtraContext(fields: $0.common.extra) }
    },
  ]

  private var hasMore: Bool {
    switch text.entry.kind.traits.content {
    case .text: false
    case .statement: text.document?.pageFields?.statement != nil
    default: true
    }
  }
}
