import DaylightSyntax

/// What the pages of a folder have in common: the beginning of their addresses, and the index page
/// of the folder. Computed once for each folder.
struct FolderNames {
  /// The paths of the index pages of folders.
  private let sections: Set<String>
  private var known: [Substring: Names] = [:]

  private struct Names {
    /// `signs/`; empty at the top.
    let address: String
    /// The index page of the folder, and that of the folder above.
    let index: String?
    let above: String?
  }

  init(sections: Set<String> = []) { self.sections = sections }

  /// Where a page is published, and the index page of the folder it is in; for an index page, that of
  /// the folder above.
  mutating func place(of document: Document) -> (route: Route, section: String?) {
    let path = document.file.path
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    let names = names(of: path[..<slash])
    let name = path[slash...].dropFirst()
    let section = name == "index.md" ? names.above : names.index
    if document.kind.traits.isShownAtAnyAddress { return (Route("404.html"), section) }
    guard name != "index.md" else { return (Route(names.address), section) }
    let own =
      document.common.slug.map { Slug.composed($0.value) }
      ?? Slug.fileName(String(name.dropLast(3)))
    return (Route(names.address + own + "/"), section)
  }

  private mutating func names(of folder: Substring) -> Names {
    if let names = known[folder] { return names }
    let parts = folder.split(separator: "/")
    func index(_ parts: ArraySlice<Substring>) -> String? {
      guard parts.count > 1 else { return nil }
      let index = parts.joined(separator: "/") + "/index.md"
      return sections.contains(index) ? index : nil
    }
    let names = Names(
      address: parts.dropFirst().map { Slug.fileName(String($0)) + "/" }.joined(),
      index: index(parts[...]), above: index(parts.dropLast()))
    known[folder] = names
    return names
  }
}

extension Route {
  /// Where a document is published: its folders and its file's name as slugs, or the slug that its
  /// front matter gives.
  package init(of document: Document) {
    var folders = FolderNames()
    self = folders.place(of: document).route
  }
}
