import DaylightSyntax

/// Hugo: pages in `content`, `_index.md` for a folder, `index.md` for a page with its files beside it.
struct HugoConventions: FolderConventions {
  let kind = ForeignKind.hugo
  let syntaxes: ForeignSyntaxes = [.hugo, .marks]
  let contentRoot: String
  let siteName: String?
  let language: String?
  let baseURL: String?
  /// The language of each folder of pages but ours, and of each ending such as `.fr.md`.
  private let otherRoots: [(root: String, language: String)]
  private let codes: Set<String>

  init(_ files: [ForeignFile], language wanted: String?) {
    let settings = files.settings([
      "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml",
      "config.json", "config/_default/hugo.toml", "config/_default/hugo.yaml",
      "config/_default/config.toml", "config/_default/config.yaml",
    ])
    siteName = settings?.text("title")
    baseURL = settings?.text("baseurl")
    let usual =
      settings?.text("defaultcontentlanguage") ?? settings?.text("languagecode") ?? settings?.text(
        "locale") ?? "en"
    let code = wanted ?? usual
    language = code
    let folder = (settings?.text("contentdir") ?? "content").trimmedSlashes
    // Folders whose name is a language, if there is one of ours.
    let top = Set(
      files.compactMap { file -> String? in
        let parts = file.path.split(separator: "/")
        guard file.path.hasPrefix("content/"), parts.count > 2, parts[1].isLanguageCode else {
          return nil
        }
        return String(parts[1])
      })
    let isDivided = top.contains(code) || top.contains(String(code.prefix(2)))
    if isDivided {
      let own = top.contains(code) ? code : String(code.prefix(2))
      contentRoot = "content/\(own)/"
      otherRoots = top.filter { $0 != own }.sorted().map { ("content/\($0)/", $0) }
    } else {
      contentRoot = folder + "/"
      otherRoots = []
    }
    var codes: Set<String> = []
    if case .mapping(let languages)? = settings?["languages"]?.content {
      codes = Set(languages.map { $0.key.lowercased() })
    }
    codes.remove(code.lowercased())
    self.codes = codes
  }

  func place(of path: String) -> PagePlace? {
    guard path.hasPrefix(contentRoot), Self.pageEndings.contains(path.ending) else { return nil }
    guard otherLanguage(of: path) == nil else { return nil }
    let rest = String(path.dropFirst(contentRoot.count))
    var folders = rest.split(separator: "/").dropLast().map(String.init)
    var stem = rest.stem
    if let dot = stem.lastIndex(of: "."), stem[dot...].dropFirst().isLanguageCode {
      stem = String(stem[..<dot])
    }
    switch stem.lowercased() {
    case "_index", "readme": return PagePlace(folders: folders, name: stem, isIndex: true)
    case "index":
      // The page of a bundle is called as its folder.
      guard let name = folders.popLast() else {
        return PagePlace(folders: [], name: stem, isIndex: true)
      }
      return PagePlace(folders: folders, name: name, isIndex: false)
    default: return PagePlace(folders: folders, name: stem, isIndex: false)
    }
  }

  func otherLanguage(of path: String) -> String? {
    if let other = otherRoots.first(where: { path.hasPrefix($0.root) }) { return other.language }
    guard path.hasPrefix(contentRoot) else { return nil }
    let stem = path.stem
    guard let dot = stem.lastIndex(of: ".") else { return nil }
    let code = stem[stem.index(after: dot)...].lowercased()
    return codes.contains(code) ? code : nil
  }

  func addresses(of page: ForeignPage, _ place: PagePlace) -> [String] {
    var place = place
    if let slug = page.details.slug { place.name = slug }
    place.folders = place.folders.map(\.urlized)
    place.name = place.name.urlized
    return [Self.folderAddress(place)] + page.details.addresses
  }

  func fileAddress(of path: String) -> String? {
    for root in [contentRoot, "static/", "assets/"] where path.hasPrefix(root) {
      return "/" + path.dropFirst(root.count)
    }
    return nil
  }

  func includeName(of path: String) -> String? {
    path.hasPrefix(contentRoot) ? "/" + path.dropFirst(contentRoot.count) : "/" + path
  }
}

/// Any folder of Markdown.
struct PlainConventions: FolderConventions {
  var kind = ForeignKind.markdown
  var syntaxes: ForeignSyntaxes = [.marks]
  var contentRoot = ""

  func place(of path: String) -> PagePlace? {
    guard Self.pageEndings.contains(path.ending) else { return nil }
    return Self.plainPlace(path, below: contentRoot)
  }

  func addresses(of page: ForeignPage, _ place: PagePlace) -> [String] {
    page.details.addresses
  }
}

/// Obsidian and Quartz: links by name, no settings.
struct ObsidianConventions: FolderConventions {
  let kind = ForeignKind.obsidian
  let syntaxes: ForeignSyntaxes = [.wiki, .marks]
  let contentRoot: String

  init(_ files: [ForeignFile]) {
    let isQuartz = files.contains { $0.path.hasPrefix("quartz.config.") }
    contentRoot = isQuartz ? "content/" : ""
  }

  func place(of path: String) -> PagePlace? {
    guard path.ending == "md", !["AGENTS.md", "CLAUDE.md", "LICENSE.md"].contains(path) else {
      return nil
    }
    return Self.plainPlace(path, below: contentRoot, indexes: ["index", "readme"])
  }

  func addresses(of page: ForeignPage, _ place: PagePlace) -> [String] {
    page.details.addresses
      + [Self.folderAddress(place).replacing(" ", by: "-")]
  }
}

extension StringProtocol {
  var trimmedSlashes: String {
    split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// Whether it is a language as in `en`, `pt-br` or `zh_CN`.
  var isLanguageCode: Bool {
    let parts = split { $0 == "-" || $0 == "_" }
    guard let first = parts.first, parts.count <= 2, (2...3).contains(first.count),
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isLetter } })
    else { return false }
    if parts.count == 2 { return (2...4).contains(parts[1].count) }
    return Languages.codes.contains(first.lowercased())
  }

  /// As Hugo writes a part of an address.
  var urlized: String { lowercased().replacing(" ", by: "-") }
}

enum Languages {
  static let codes: Set = [
    "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "eo",
    "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is",
    "it", "ja", "ka", "kk", "km", "kn", "ko", "ku", "ky", "lb", "lo", "lt", "lv", "mk", "ml", "mn",
    "mr", "ms", "my", "nb", "ne", "nl", "nn", "no", "pa", "pl", "ps", "pt", "ro", "ru", "si", "sk",
    "sl", "so", "sq", "sr", "sv", "sw", "ta", "te", "th", "tl", "tr", "uk", "ur", "uz", "vi", "zh",
  ]
}
