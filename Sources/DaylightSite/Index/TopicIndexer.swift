import DaylightSyntax

/// Collects the topics that pages name, and gives each a page.
enum TopicIndexer {
  struct Topics: Sendable {
    var topics: [SiteIndex.Topic] = []
    /// The page of all topics and the pages of each; none when no page names a topic.
    var entries: [PageEntry] = []
  }

  static func topics(
    of pages: [PageEntry], linkStyle: LinkStyle, words: SiteWords
  ) -> Diagnosed<Topics> {
    var names: [String: String] = [:]
    var members: [String: [String]] = [:]
    for page in pages {
      for topic in page.topics {
        let slug = Slug.fileName(topic)
        // One without an address is a finding of `TopicRule`.
        guard Slug.isSafe(slug) else { continue }
        names[slug] = min(names[slug] ?? topic, topic)
        members[slug, default: []].append(page.source)
      }
    }
    guard !members.isEmpty else { return Diagnosed(Topics()) }
    var result = Topics()
    result.entries.append(
      entry(
        .topics, source: "topics:", title: words["topics.title"], route: Route("topics/"),
        section: nil, linkStyle))
    for (slug, pages) in members.sorted(by: { $0.key < $1.key }) {
      let topic = SiteIndex.Topic(
        name: names[slug] ?? slug, slug: slug, source: "topics:" + slug, pages: pages)
      result.topics.append(topic)
      result.entries.append(
        entry(
          .topic, source: topic.source, title: topic.name, route: Route("topics/\(slug)/"),
          section: "topics:", linkStyle))
    }
    return Diagnosed(result)
  }

  private static func entry(
    _ kind: PageKind, source: String, title: String, route: Route, section: String?,
    _ linkStyle: LinkStyle
  ) -> PageEntry {
    let capitalised = title.prefix(1).uppercased() + title.dropFirst()
    return PageEntry(
      kind: kind, source: source, route: route, link: route.linkPath(linkStyle),
      title: capitalised, shortTitle: nil, summary: nil, order: nil, section: section, topics: [],
      isListed: true, isDraft: false, lastModified: nil)
  }
}
