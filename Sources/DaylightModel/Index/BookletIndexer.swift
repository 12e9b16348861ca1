import DaylightSyntax

/// Gives each reading path of several pages a page that holds all of them.
enum BookletIndexer {
  /// - Parameter pages: the entries of all pages with a file.
  static func booklets(
    of documents: [Document], among pages: [PageEntry], _ linkStyle: LinkStyle
  ) -> [PageEntry] {
    let paths = documents.filter { $0.kind.traits.content == .steps }
    guard !paths.isEmpty else { return [] }
    let entries = Dictionary(
      pages.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    return paths.compactMap { document in
      let source = document.file.path
      guard let path = entries[source] else { return nil }
      let parts = Set(document.stepSources).subtracting([source]).filter { entries[$0] != nil }
      return parts.count > 1 ? booklet(of: path, linkStyle) : nil
    }
  }

  /// It is left out of sitemaps and searches, because its text is on the pages of the path.
  private static func booklet(of path: PageEntry, _ linkStyle: LinkStyle) -> PageEntry {
    let folder = path.route.path.hasSuffix("/") ? path.route.path : path.route.path + "-"
    let route = Route(folder + "whole/")
    return PageEntry(
      kind: .booklet, source: SiteIndex.bookletPrefix + path.source, route: route,
      link: route.linkPath(linkStyle), title: path.title, shortTitle: path.shortTitle,
      summary: path.summary, order: nil, section: path.source, topics: [], isListed: false,
      isDraft: path.isDraft, lastModified: nil)
  }
}

extension Document {
  /// The pages of a reading path as it names them, by `source`; some may not exist.
  var stepSources: [String] {
    (pageFields?.steps ?? []).compactMap { RelativePath.resolve($0.value, from: file.path) }
  }
}

extension SiteIndex {
  static let bookletPrefix = "booklet:"

  /// The page that holds all pages of a reading path, if it has several.
  package func booklet(ofPath source: String) -> PageEntry? { self[Self.bookletPrefix + source] }

  /// The pages that the booklet of a reading path holds, each once, by `source`.
  package func parts(ofPath source: String) -> [String] {
    var seen: Set<String> = [source]
    return steps(ofPath: source).filter { seen.insert($0).inserted }
  }
}
