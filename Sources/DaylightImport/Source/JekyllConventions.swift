import DaylightSyntax

/// Jekyll: posts in `_posts` with a day in their names, collections in other folders with `_`.
struct JekyllConventions: FolderConventions {
  let kind = ForeignKind.jekyll
  let syntaxes: ForeignSyntaxes = [.liquid, .marks]
  let contentRoot = ""
  let siteName: String?
  let language: String?
  let baseURL: String?
  let values: [String: String]
  /// The pattern of addresses of each collection.
  private let permalinks: [String: String]
  private let collections: Set<String>

  init(_ files: [ForeignFile]) {
    let settings = files.settings(["_config.yml", "_config.yaml", "_config.toml"])
    siteName = settings?.text("title") ?? settings?.text("name")
    language = settings?.text("lang") ?? settings?.text("locale")
    baseURL = settings?.text("url")
    var values: [String: String] = [:]
    for field in settings?.all ?? [] {
      if let text = field.value.text, !["url", "baseurl"].contains(field.name) {
        values["site." + field.name] = text
      }
    }
    self.values = values
    var permalinks = ["posts": settings?.text("permalink") ?? "date"]
    var collections: Set<String> = ["posts", "drafts"]
    if let found = settings?["collections"] {
      switch found.content {
      case .mapping(let list):
        for field in list {
          collections.insert(field.key)
          if case .mapping(let details) = field.value.content,
            let pattern = details.first(where: { $0.key == "permalink" })?.value.text
          {
            permalinks[field.key] = pattern
          }
        }
      default: collections.formUnion(found.texts)
      }
    }
    self.permalinks = permalinks
    self.collections = collections
  }

  func place(of path: String) -> PagePlace? {
    guard Self.pageEndings.contains(path.ending) else { return nil }
    var parts = path.split(separator: "/").map(String.init)
    let name = parts.removeLast()
    if parts.isEmpty,
      ["readme.md", "contributing.md", "license.md", "changelog.md"].contains(name.lowercased())
    {
      return nil
    }
    for part in parts where part.hasPrefix("_") {
      guard collections.contains(String(part.dropFirst())) else { return nil }
    }
    if ["vendor", "node_modules"].contains(parts.first ?? "") { return nil }
    let isPost = parts.contains { $0 == "_posts" || $0 == "_drafts" }
    let folders = parts.filter { $0 != "_drafts" }.map {
      $0.hasPrefix("_") ? String($0.dropFirst()) : $0
    }
    var stem = name.stem
    var date: CalendarDate?
    if isPost, stem.count > 11, let day = CalendarDate(iso: String(stem.prefix(10))) {
      date = day
      stem = String(stem.dropFirst(11))
    }
    return PagePlace(
      folders: folders, name: stem, isIndex: stem.lowercased() == "index", date: date)
  }

  func addresses(of page: ForeignPage, _ place: PagePlace) -> [String] {
    var found = page.details.addresses.filter { !$0.contains(":") }
    let source = page.source.split(separator: "/")
    let collection = source.dropLast().last { $0.hasPrefix("_") }.map { String($0.dropFirst()) }
    if let collection, let date = page.details.published ?? place.date, collection == "posts" {
      found.append(address(permalinks["posts"] ?? "date", page, place, date))
    } else if let collection, let pattern = permalinks[collection] {
      found.append(address(pattern, page, place, nil))
    } else {
      let folder = place.folders.map { "/" + $0 }.joined()
      found.append(place.isIndex ? folder + "/" : folder + "/" + place.name + ".html")
    }
    return found
  }

  private func address(
    _ pattern: String, _ page: ForeignPage, _ place: PagePlace, _ date: CalendarDate?
  ) -> String {
    let patterns = [
      "date": "/:categories/:year/:month/:day/:title:output_ext",
      "pretty": "/:categories/:year/:month/:day/:title/",
      "ordinal": "/:categories/:year/:y_day/:title:output_ext",
      "none": "/:categories/:title:output_ext",
    ]
    var text = patterns[pattern] ?? pattern
    let parts = date.map { $0.iso.split(separator: "-").map(String.init) } ?? ["", "", ""]
    let inside = (place.folders.dropFirst() + [place.name]).joined(separator: "/")
    for (name, value) in [
      (":categories", ""), (":collection", place.folders.first ?? ""), (":path", inside),
      (":title", page.details.slug ?? place.name), (":slug", page.details.slug ?? place.name),
      (":name", place.name), (":year", parts[0]), (":month", parts[1]), (":day", parts[2]),
      (":output_ext", ".html"), (":i_month", parts[1]), (":i_day", parts[2]),
      (":short_year", String(parts[0].suffix(2))),
    ] {
      text = text.replacing(name, by: value)
    }
    while text.includes("//") { text = text.replacing("//", by: "/") }
    return text.hasPrefix("/") ? text : "/" + text
  }

  func fileAddress(of path: String) -> String? {
    path.hasPrefix("_") || path.includes("/_") ? nil : "/" + path
  }

  func includeName(of path: String) -> String? {
    guard path.hasPrefix("_includes/"), path.ending == "md" else { return nil }
    return String(path.dropFirst("_includes/".count))
  }
}

/// Eleventy: pages anywhere below the input folder, addresses by folder and name.
struct EleventyConventions: FolderConventions {
  let kind = ForeignKind.eleventy
  let syntaxes: ForeignSyntaxes = [.liquid, .marks]
  let contentRoot: String

  init(_ files: [ForeignFile]) {
    let settings = files.first {
      $0.path.hasPrefix("eleventy.config.") || $0.path.hasPrefix(".eleventy.")
    }
    let text = settings?.text.map { String(decoding: $0, as: UTF8.self) } ?? ""
    var root = Self.inputFolder(in: text)
    if root == nil, files.contains(where: { $0.path.hasPrefix("src/") && $0.path.ending == "md" }) {
      root = "src"
    }
    contentRoot = root.map { $0 + "/" } ?? ""
  }

  /// `input: "src"`
  private static func inputFolder(in text: String) -> String? {
    for mark in ["input:", "setInputDirectory("] {
      guard let place = text.offset(of: mark) else { continue }
      let rest = text[place...].dropUTF8(mark.utf8.count).drop { $0 == " " }
      guard let quote = rest.first, "\"'`".contains(quote) else { continue }
      let folder = rest.dropFirst().prefix { $0 != quote }.trimmedSlashes
      return folder.isEmpty ? nil : folder
    }
    return nil
  }

  func place(of path: String) -> PagePlace? {
    guard path.hasPrefix(contentRoot), Self.pageEndings.contains(path.ending) else { return nil }
    let parts = path.dropFirst(contentRoot.count).split(separator: "/")
    if parts.contains(where: { $0.hasPrefix("_") || $0 == "node_modules" }) { return nil }
    if parts.count == 1, contentRoot.isEmpty,
      ["readme.md", "contributing.md", "license.md", "changelog.md"].contains(parts[0].lowercased())
    {
      return nil
    }
    return Self.plainPlace(path, below: contentRoot, indexes: ["index"])
  }

  func addresses(of page: ForeignPage, _ place: PagePlace) -> [String] {
    let own = page.details.addresses.filter { !$0.contains("{") }
    return own.isEmpty ? [Self.folderAddress(place)] : own
  }

  func fileAddress(of path: String) -> String? {
    if path.hasPrefix("public/") { return "/" + path.dropFirst("public/".count) }
    guard path.hasPrefix(contentRoot), !path.includes("/_") else { return nil }
    return "/" + path.dropFirst(contentRoot.count)
  }

  func includeName(of path: String) -> String? {
    guard path.includes("_includes/"), path.ending == "md" else { return nil }
    return path.offset(of: "_includes/").map { String(path[$0...].dropFirst("_includes/".count)) }
  }
}

/// Astro Starlight: pages in `src/content/docs`, languages in folders.
struct AstroConventions: FolderConventions {
  let kind = ForeignKind.astro
  let syntaxes: ForeignSyntaxes = []
  let contentRoot: String
  let language: String?
  private let others: Set<String>

  init(_ files: [ForeignFile], language wanted: String?) {
    var root =
      files.contains { $0.path.hasPrefix("src/content/docs/") }
      ? "src/content/docs/" : "src/content/"
    if !files.contains(where: { $0.path.hasPrefix(root) }) { root = "src/pages/" }
    let codes = Set(
      files.compactMap { file -> String? in
        guard file.path.hasPrefix(root) else { return nil }
        let parts = file.path.dropFirst(root.count).split(separator: "/")
        return parts.count > 1 && parts[0].isLanguageCode ? String(parts[0]) : nil
      })
    language = wanted
    if let wanted, codes.contains(wanted) {
      contentRoot = root + wanted + "/"
      others = []
    } else {
      contentRoot = root
      others = codes
    }
  }

  func place(of path: String) -> PagePlace? {
    guard path.hasPrefix(contentRoot), ["md", "mdx", "mdoc", "markdown"].contains(path.ending),
      otherLanguage(of: path) == nil
    else { return nil }
    return Self.plainPlace(path, below: contentRoot, indexes: ["index"])
  }

  func otherLanguage(of path: String) -> String? {
    guard path.hasPrefix(contentRoot) else { return nil }
    let parts = path.dropFirst(contentRoot.count).split(separator: "/")
    return parts.count > 1 && others.contains(String(parts[0])) ? String(parts[0]) : nil
  }

  func addresses(of page: ForeignPage, _ place: PagePlace) -> [String] {
    var place = place
    if let slug = page.details.slug {
      let parts = slug.split(separator: "/").map(String.init)
      place.folders = parts.dropLast()
      place.name = parts.last ?? ""
      place.isIndex = parts.isEmpty
    }
    place.folders = place.folders.map { Slug.fileName($0) }
    place.name = Slug.fileName(place.name)
    return [Self.folderAddress(place)] + page.details.addresses
  }

  func fileAddress(of path: String) -> String? {
    if path.hasPrefix("public/") { return "/" + path.dropFirst("public/".count) }
    return ForeignSyntaxes.pictureEndings.contains(path.ending) || path.ending == "pdf"
      ? "/" + path : nil
  }
}

/// MkDocs: pages in `docs`, their order in `nav`.
struct MkDocsConventions: FolderConventions {
  let kind = ForeignKind.mkdocs
  let syntaxes: ForeignSyntaxes
  let contentRoot: String
  let siteName: String?
  let language: String?
  let baseURL: String?
  let hasGlossary: Bool
  private var orders: [String: Int] = [:]
  private var titles: [String: String] = [:]

  init(_ files: [ForeignFile]) {
    let settings = files.settings(["mkdocs.yml", "mkdocs.yaml"])
    siteName = settings?.text("site_name")
    baseURL = settings?.text("site_url")
    language = settings?.text("theme.language")
    contentRoot = (settings?.text("docs_dir") ?? "docs").trimmedSlashes + "/"
    let text =
      files.first { ["mkdocs.yml", "mkdocs.yaml"].contains($0.path) }?.text.map {
        String(decoding: $0, as: UTF8.self)
      } ?? ""
    hasGlossary = text.includes("ezglossary")
    var syntaxes: ForeignSyntaxes = [.marks, .snippets]
    if hasGlossary { syntaxes.insert(.terms) }
    if text.includes("macros") { syntaxes.insert(.liquid) }
    if text.includes("roamlinks") || text.includes("wikilinks") { syntaxes.insert(.wiki) }
    self.syntaxes = syntaxes
    if let nav = settings?["nav"] { read(nav, title: nil) }
  }

  /// Follows the navigation through its groups.
  private mutating func read(_ node: YAMLNode, title: String?) {
    switch node.content {
    case .scalar(let path, _):
      guard orders[path] == nil else { return }
      orders[path] = orders.count + 1
      titles[path] = title
    case .sequence(let items): for item in items { read(item, title: nil) }
    case .mapping(let fields): for field in fields { read(field.value, title: field.key) }
    }
  }

  func place(of path: String) -> PagePlace? {
    guard path.hasPrefix(contentRoot), ["md", "markdown"].contains(path.ending) else { return nil }
    return Self.plainPlace(path, below: contentRoot, indexes: ["index", "readme"])
  }

  func order(of path: String) -> Int? { orders[String(path.dropFirst(contentRoot.count))] }
  func title(of path: String) -> String? { titles[String(path.dropFirst(contentRoot.count))] }

  func includeName(of path: String) -> String? { path }
}
