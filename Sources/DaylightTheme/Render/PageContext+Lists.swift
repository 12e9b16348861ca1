import DaylightModel
import DaylightSyntax

extension PageContext {
  /// The other pages that a page lists.
  static let lists = [
    Field("suggestion", "the `next` of its front matter") { page in
      page.suggestion.flatMap { page.site.shared.listings[$0]?.card }
    },
    Field("topics", "its topics") { page in
      page.entry.topics.compactMap { page.site.shared.topics[$0] }
    },
    Field("hasTopics", "it has topics") { !$0.entry.topics.isEmpty },
    Field("related", "up to three pages that share topics") {
      $0.site.cards($0.site.graph.related[$0.entry.source] ?? [])
    },
    Field("children", "the pages of a section, path or topic") { $0.children },
    Field("hasChildren", "there are such pages") { !$0.children.isEmpty },
  ]
}

/// A page in a list that may be numbered.
struct NumberedCard: TemplateModel {
  let card: Prepared<Card>
  let number: Int?

  static let fields: [Field] =
    Prepared<Card>.fields { $0.card } + [
      Field("number", "which step it is; in sequences and reading paths only") { $0.number }
    ]

  static func children(of entry: PageEntry, in site: ContextBuilder) -> [Self] {
    let sources =
      switch entry.kind.traits.content {
      case .steps: site.index.steps(ofPath: entry.source)
      case .topic: site.index.topics.first { $0.source == entry.source }?.pages ?? []
      default: site.index.members[entry.source] ?? []
      }
    guard !sources.isEmpty else { return [] }
    let fields = site.index.documents[entry.source]?.pageFields
    let isNumbered = entry.kind.traits.content == .steps || fields?.isSequence == true
    return site.cards(sources).enumerated().map { index, card in
      Self(card: card, number: isNumbered ? index + 1 : nil)
    }
  }
}
