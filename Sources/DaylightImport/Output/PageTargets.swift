import DaylightSyntax

/// Gives every page of a source its file in `content`.
struct PageTargets {
  /// For each page of the site, in its order.
  private(set) var paths: [String] = []
  /// The new folder of each folder of the source, by its path below the folder of pages.
  private(set) var folders: [String: String] = [:]
  private(set) var findings: [ImportFinding] = []
  private var taken: Set<String> = []

  /// Folders whose pages are something of their own here.
  private static let reserved: Set = [
    "paths", "checklists", "practice", "topics", "public", "templates",
  ]
  private static let depthLimit = 12

  init(_ site: ForeignSite) {
    var order = Array(site.pages.indices)
    // The page of a folder has its name before any other.
    order.sort { left, right in
      let (left, right) = (site.pages[left], site.pages[right])
      return (left.isIndex ? 0 : 1, left.source) < (right.isIndex ? 0 : 1, right.source)
    }
    let withPages = Set(
      site.pages.flatMap { page in
        page.folders.indices.map { page.folders[...$0].joined(separator: "/") }
      })
    paths = Array(repeating: "", count: site.pages.count)
    for index in order { paths[index] = place(site.pages[index], withPages) }
  }

  private mutating func place(_ page: ForeignPage, _ withPages: Set<String>) -> String {
    var folder = "content"
    for (depth, name) in page.folders.prefix(Self.depthLimit).enumerated() {
      folder = self.folder(page.folders[...depth].joined(separator: "/"), name, in: folder, page)
    }
    if page.isIndex { return take(folder, "index", page) }
    let own = (page.folders + [page.name]).joined(separator: "/")
    // A page beside a folder of its name is the page of that folder.
    if withPages.contains(own) {
      let inner = self.folder(own, page.name, in: folder, page)
      if !taken.contains(inner + "/index.md") { return take(inner, "index", page) }
    }
    return take(folder, page.details.slug.map { $0.fileName } ?? page.name, page)
  }

  private mutating func folder(
    _ source: String, _ name: String, in parent: String, _ page: ForeignPage
  ) -> String {
    if let found = folders[source] { return found }
    var slug = Self.slug(name, or: "folder")
    if parent == "content", Self.reserved.contains(slug) { slug += "-pages" }
    var path = "\(parent)/\(slug)"
    var number = 2
    while folders.values.contains(path) || taken.contains(path + ".md") {
      path = "\(parent)/\(slug)-\(number)"
      number += 1
    }
    if slug != Slug.fileName(name) || number > 2 {
      findings.append(
        ImportFinding(
          kind: .renamed, path: page.source, line: 1, text: "the folder \(name) is \(path)"))
    }
    folders[source] = path
    return path
  }

  private mutating func take(_ folder: String, _ name: String, _ page: ForeignPage) -> String {
    var slug = Self.slug(name, or: "page")
    if slug == "index", !page.isIndex, folder + "/index" != folder {
      slug = name == "index" ? "index" : "index-page"
    }
    if folder == "content", !page.isIndex, ["questions", "help"].contains(slug), slug == "questions"
    {
      slug = "questions-page"
    }
    var path = "\(folder)/\(slug).md"
    var number = 2
    while taken.contains(path)
      || (folders.values.contains(String(path.dropLast(3))) && slug != "index")
    {
      path = "\(folder)/\(slug)-\(number).md"
      number += 1
    }
    if number > 2 || slug == "questions-page" {
      findings.append(
        ImportFinding(kind: .renamed, path: page.source, line: 1, text: "it is \(path)"))
    }
    taken.insert(path)
    return path
  }

  private static func slug(_ name: String, or other: String) -> String {
    var slug = Slug.fileName(name)
    if slug.utf8.count > 80 {
      slug = Slug.fileName(String(slug.prefix(60)))
    }
    return Slug.isSafe(slug) ? slug : other
  }
}
