package import DaylightSyntax

/// What the rest of the site may know about a page before any body is parsed.
///
/// A class, because entries are sorted and copied from list to list, and have many values.
package final class PageEntry: Sendable {
  package let kind: PageKind
  /// The path of its file, which identifies the page throughout the build. Pages without a file
  /// have a name that no file can have, such as `topics:shame`.
  package let source: String
  package let route: Route
  /// The path of links to it, from the root of the site.
  package let link: String
  package let title: String
  package let shortTitle: String?
  package let summary: String?
  package let order: Int?
  /// The `source` of the index page of its folder.
  package let section: String?
  package let topics: [String]
  /// Whether search engines may list it.
  package let isListed: Bool
  package let isDraft: Bool
  /// The day its text was last reviewed or published.
  package let lastModified: CalendarDate?

  init(
    kind: PageKind, source: String, route: Route, link: String, title: String,
    shortTitle: String?, summary: String?, order: Int?, section: String?, topics: [String],
    isListed: Bool, isDraft: Bool, lastModified: CalendarDate?
  ) {
    self.kind = kind
    self.source = source
    self.route = route
    self.link = link
    self.title = title
    self.shortTitle = shortTitle
    self.summary = summary
    self.order = order
    self.section = section
    self.topics = topics
    self.isListed = isListed
    self.isDraft = isDraft
    self.lastModified = lastModified
  }
}

extension PageEntry {
  /// The id in `people.yaml` of the person whose page it is: the name of the file.
  package var personID: String? {
    guard kind.traits.content == .person else { return nil }
    return source.split(separator: "/").last.map { String($0.dropLast(".md".utf8.count)) }
  }
}
