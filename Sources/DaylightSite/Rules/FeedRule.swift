import DaylightModel
package import DaylightSyntax

/// Flags a feed that was requested but is empty or cannot be made.
enum FeedRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    guard let feed = index.configuration.feed, feed.value else { return [] }
    if index.baseURL == nil { return [.feedWithoutAddress(at: feed.location)] }
    let hasEntry = index.entries.contains { entry in
      entry.kind.traits.isInFeed && entry.isListed
        && index.documents[entry.source]?.common.published != nil
    }
    return hasEntry ? [] : [.emptyFeed(at: feed.location)]
  }
}

extension Rule {
  package static let emptyFeed = Rule(
    "empty-feed", .warning, "A feed that is asked for and has nothing to say.",
    why: "No feed is made, though one was asked for.",
    bad: "feed: true",
    good: "feed: false",
    fix: "Give the articles a `published` date and the site a `baseURL`, or write `feed: false`.",
    in: .settings)
}

extension Diagnostic {
  fileprivate static func feedWithoutAddress(at location: SourceLocation) -> Self {
    Diagnostic(
      .emptyFeed, "there is no feed, because it has to name the address of the site",
      at: location, help: "write it: ‘baseURL: https://resources.example.org/’")
  }

  fileprivate static func emptyFeed(at location: SourceLocation) -> Self {
    Diagnostic(
      .emptyFeed, "the feed is empty, because no article says when it was published",
      at: location,
      help: "write ‘published:’ and the day into the front matter of articles, or ‘feed: false’")
  }
}
