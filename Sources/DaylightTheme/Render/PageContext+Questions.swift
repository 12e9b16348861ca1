import DaylightModel
import DaylightSyntax

extension PageContext {
  /// The fields that only the page of questions has.
  static let questions = [
    Field("moments", "the moments that have pages, and a last one of all other pages") {
      $0.moments
    },
    Field("hasMoments", "there is more than one") { $0.moments.count > 1 },
  ]

  /// In the order of `site.yaml`; within each, in reading order.
  private var moments: [MomentGroup] {
    let configured = site.index.configuration.moments
    let known = Set(configured.map(\.id.value))
    let groups = Dictionary(grouping: site.index.entries.compactMap(question)) { question in
      question.moment.flatMap { known.contains($0) ? $0 : nil }
    }
    let titles = configured.map { (id: $0.id.value as String?, title: $0.title.value as String?) }
    return (titles + [(nil, nil)]).enumerated().compactMap { index, moment in
      groups[moment.id].map {
        MomentGroup(title: moment.title, number: index + 1, questions: $0)
      }
    }
  }

  private func question(_ entry: PageEntry) -> Question? {
    guard let listing = site.shared.listings[entry.source],
      let fields = site.index.documents[entry.source]?.pageFields,
      entry.kind.traits.isAsked || fields.question != nil
    else { return nil }
    let words = (fields.question == nil ? [] : [entry.title]) + fields.alsoAsked.map(\.value)
    return Question(
      page: listing.link, question: fields.question?.value ?? entry.title,
      words: words.joined(separator: "\u{A0}· "), moment: fields.moment?.value)
  }
}

/// A moment with its questions.
struct MomentGroup: TemplateModel {
  /// Nil for pages without a moment.
  let title: String?
  /// Counted from one.
  let number: Int
  let questions: [Question]

  static let fields = [
    Field("title", "its title; empty for all other pages") { $0.title },
    // A number, because what is in an address can be read by others (CHK-07).
    Field("anchor", "for the `id` of its heading") { "moment-\($0.number)" },
    Field("questions", "its questions") { $0.questions },
  ]
}

/// A page as the question that it answers.
struct Question: TemplateModel {
  let page: Prepared<Link>
  let question: String
  /// Its title, if that is not the question, and other words for it.
  let words: String
  /// The id of a moment.
  let moment: String?

  static let fields: [Field] =
    Prepared<Link>.fields { $0.page } + [
      Field("question", "the question, or the title of a page that has none") { $0.question },
      Field("alsoAsked", "the title, unless it is the question, and other words for it") {
        $0.words
      },
    ]
}
