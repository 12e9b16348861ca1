import DaylightModel
import DaylightSyntax

extension PageContext {
  /// The field that only the list of topics has.
  static let topics = [
    Field("allTopics", "all topics") { page in
      page.site.index.topics.compactMap { topic in
        page.site.shared.listings[topic.source].map {
          TopicCount(page: $0.link, count: topic.pages.count)
        }
      }
    }
  ]
}

/// A topic in the list of topics.
struct TopicCount: TemplateModel {
  let page: Prepared<Link>
  let count: Int

  static let fields: [Field] =
    Prepared<Link>.fields { $0.page } + [Field("count", "how many articles it has") { $0.count }]
}
