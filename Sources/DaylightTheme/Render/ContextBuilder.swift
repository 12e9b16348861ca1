import DaylightModel
import DaylightSyntax

/// Makes the contexts of templates from the index, the graph and the assembled pages.
///
/// A class, because a value of this size would be copied for each page.
final class ContextBuilder: Sendable {
  let index: SiteIndex
  let graph: SiteGraph
  /// In the order of the entries; those without a file come last and have none.
  let bodies: PersistentArray<EntryID, Page>
  let shared: SharedValues

  /// - Parameter shared: those of a site with the same front matter and data.
  init(
    index: SiteIndex, graph: SiteGraph, bodies: PersistentArray<EntryID, Page>, shared: SharedValues
  ) {
    self.index = index
    self.graph = graph
    self.bodies = bodies
    self.shared = shared
  }

  func link(_ source: String?) -> Prepared<Link>? {
    source.flatMap { shared.listings[$0]?.link }
  }

  /// The picture that the page asks for, or else the nearest section above it that does; nil if that
  /// asks for none.
  func picture(of entry: PageEntry) -> Picture? {
    var next: String? = entry.source
    while let source = next {
      if let name = index.documents[source]?.common.picture {
        return shared.theme.assets.pictures[name.value]
          ?? index.picture(name.value, from: source)
      }
      next = index[source]?.section
    }
    return nil
  }

  func cards(_ sources: some Sequence<String>) -> [Prepared<Card>] {
    sources.compactMap { shared.listings[$0]?.card }
  }
}

extension SiteIndex {
  /// A picture beside the pages, by its path from the page that names it.
  func picture(_ name: String, from source: String) -> Picture? {
    guard let path = RelativePath.resolve(name, from: source), let file = attachments[path],
      Picture.isOne(path)
    else { return nil }
    return Picture(
      path: Address.encoded(file.publishedPath),
      size: file.picture?.size ?? ImageHeader.size(of: file.head))
  }
}
