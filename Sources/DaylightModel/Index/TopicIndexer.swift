import DaylightSyntax

/// Collects the topics that pages name, and gives each a page.
enum TopicIndexer {
  struct Topics: Sendable {
    var topics: [SiteIndex.Topic] = []
    /// The page of all topics and the pages of each; none when no page names a topic.
    var entries: [PageEntry] = []
  }

  static func topics(
    of pages: [PageEntry], linkStyle: LinkStyle, strings: InterfaceStrings, _ alphabet: Alphabet
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
        .topics, source: "topics:", title: strings["topics.title"], route: Route("topics/"),
        section: nil, linkStyle, alphabet))
    let sorted = names.map { (key: alphabet.key(of: $1), slug: $0, name: $1) }.sorted {
      $0.key == $1.key ? $0.slug < $1.slug : $0.key.lexicographicallyPrecedes($1.key)
    }
    for (_, slug, name) in sorted {
      let topic = SiteIndex.Topic(
        name: name, slug: slug, source: "topics:" + slug, pages: members[slug] ?? [])
      result.topics.append(topic)
      result.entries.append(
        entry(
          .topic, source: topic.source, title: topic.name, route: Route("topics/\(slug)/"),
          section: "topics:", linkStyle, alphabet))
    }
    return Diagnosed(result)
  }

  private static func entry(
    _ kind: PageKind, source: String, title: String, route: Route, section: String?,
    _ linkStyle: LinkStyle, _ alphabet: Alphabet
  ) -> PageEntry {
    PageEntry(
      kind: kind, source: source, route: route, link: route.linkPath(linkStyle),
      title: alphabet.capitalizing(title), shortTitle: nil, summary: nil, order: nil,
      section: section, topics: [], isListed: true, isDraft: false, lastModified: nil)
  }
}
