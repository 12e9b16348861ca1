import DaylightSyntax

/// Reads the pages of a folder of Markdown, as one of the tools lays it out.
struct FolderReader {
  let conventions: any FolderConventions
  let files: [ForeignFile]

  func read() -> ForeignSite {
    var site = ForeignSite()
    site.contentRoot = conventions.contentRoot
    site.name = conventions.siteName
    site.language = conventions.language
    site.baseURL = conventions.baseURL
    site.hasGlossary = conventions.hasGlossary
    site.values = conventions.values
    for file in files {
      if file.path.split(separator: "/").contains(where: {
        $0.hasPrefix(".") && $0 != ".well-known"
      }) {
        continue
      }
      if let text = file.text, let name = conventions.includeName(of: file.path) {
        site.includes[name] = PageFields.text(of: text)
      }
      if let place = conventions.place(of: file.path) {
        if let page = page(file, place) {
          site.pages.append(page)
        } else {
          site.findings.append(
            ImportFinding(
              kind: .refused, path: file.path, line: 1, text: "it is too large to be a page"))
        }
        continue
      }
      if let language = conventions.otherLanguage(of: file.path) {
        site.findings.append(
          ImportFinding(kind: .language, path: file.path, line: 1, text: language))
        continue
      }
      let address = conventions.fileAddress(of: file.path)
      if let address { site.files[address] = file.path }
      let isText = ["md", "markdown", "mdx", "html", "njk", "rst", "adoc", "mdoc", "webc"].contains(
        file.path.ending)
      if address == nil || isText {
        site.findings.append(
          ImportFinding(kind: .notRead, path: file.path, line: 1, text: "of the old program"))
      }
    }
    return site
  }

  private func page(_ file: ForeignFile, _ place: PagePlace) -> ForeignPage? {
    guard let bytes = file.text, bytes.count <= HTMLParser.byteLimit else { return nil }
    let notes = PageNotes(path: file.path)
    let fields = PageFields(PageFields.text(of: bytes), notes: notes)
    var details = FieldTable.read(fields, conventions.kind, notes)
    if details.published == nil { details.published = place.date }
    if let order = conventions.order(of: file.path) { details.order = order }
    if details.shortTitle == nil || details.title == nil,
      let title = conventions.title(of: file.path)
    {
      // The words of the navigation are short; the heading is what readers saw above the text.
      if details.title == nil, !fields.body.trimmed.hasPrefix("# ") {
        details.title = title
      } else if details.shortTitle == nil, details.title != title {
        details.shortTitle = title
      }
    }
    let isHTML = ["html", "htm"].contains(file.path.ending)
    var page = ForeignPage(
      source: file.path, folders: place.folders, name: place.name, isIndex: place.isIndex,
      details: details, addresses: [],
      text: isHTML
        ? .html(fields.body, firstLine: fields.bodyLine)
        : .markdown(fields.body, firstLine: fields.bodyLine),
      notes: notes, syntaxes: conventions.syntaxes)
    if file.path.ending == "mdx" { page.syntaxes.formUnion([.components, .modules, .expressions]) }
    page.addresses = conventions.addresses(of: page, place)
    return page
  }
}

/// Where a page belongs.
struct PagePlace {
  var folders: [String]
  var name: String
  var isIndex: Bool
  /// The day that its file name begins with.
  var date: CalendarDate?
}

/// How a tool lays out its folders.
protocol FolderConventions {
  var kind: ForeignKind { get }
  /// The folder of the pages, with a slash at its end; empty for the source itself.
  var contentRoot: String { get }
  var syntaxes: ForeignSyntaxes { get }
  var siteName: String? { get }
  var language: String? { get }
  var baseURL: String? { get }
  var hasGlossary: Bool { get }
  var values: [String: String] { get }
  /// Where a file belongs as a page; nil if it is none.
  func place(of path: String) -> PagePlace?
  /// The language of a page that the new site does not have.
  func otherLanguage(of path: String) -> String?
  /// The addresses that a page had.
  func addresses(of page: ForeignPage, _ place: PagePlace) -> [String]
  /// The address that a file had; nil if it was not published.
  func fileAddress(of path: String) -> String?
  /// The name by which pages take in the text of a file.
  func includeName(of path: String) -> String?
  func order(of path: String) -> Int?
  func title(of path: String) -> String?
}

extension FolderConventions {
  var siteName: String? { nil }
  var language: String? { nil }
  var baseURL: String? { nil }
  var hasGlossary: Bool { false }
  var values: [String: String] { [:] }
  func otherLanguage(of path: String) -> String? { nil }
  func includeName(of path: String) -> String? { nil }
  func order(of path: String) -> Int? { nil }
  func title(of path: String) -> String? { nil }

  func fileAddress(of path: String) -> String? {
    path.hasPrefix(contentRoot) ? "/" + path.dropFirst(contentRoot.count) : nil
  }

  func addresses(of page: ForeignPage, _ place: PagePlace) -> [String] {
    [Self.folderAddress(place)] + page.details.addresses
  }

  static func folderAddress(_ place: PagePlace) -> String {
    let parts = place.folders + (place.isIndex ? [] : [place.name])
    return parts.isEmpty ? "/" : "/" + parts.joined(separator: "/") + "/"
  }

  /// The place of a file below a folder, with `index` and other names for the page of a folder.
  static func plainPlace(
    _ path: String, below root: String, indexes: Set<String> = ["index", "readme", "_index"]
  ) -> PagePlace? {
    guard path.hasPrefix(root) else { return nil }
    let rest = String(path.dropFirst(root.count))
    let folders = rest.split(separator: "/").dropLast().map(String.init)
    let stem = rest.stem
    return PagePlace(folders: folders, name: stem, isIndex: indexes.contains(stem.lowercased()))
  }

  static var pageEndings: Set<String> { ["md", "markdown", "mdown", "mdx", "html", "htm"] }
}

extension [ForeignFile] {
  /// The settings in the first of some files that is there.
  func settings(_ names: [String]) -> PageFields? {
    for name in names {
      guard let file = first(where: { $0.path.lowercased() == name }), let bytes = file.text else {
        continue
      }
      let notes = PageNotes(path: file.path)
      let text = PageFields.text(of: bytes)
      var fields = PageFields("", notes: notes)
      fields.all =
        name.hasSuffix(".toml")
        ? PageFields.toml(text, firstLine: 1, notes)
        : PageFields.yaml(text.withoutDocumentMarks, firstLine: 1, notes)
      return fields
    }
    return nil
  }
}

extension String {
  fileprivate var withoutDocumentMarks: String {
    split(separator: "\n", omittingEmptySubsequences: false).filter { $0.trimmed != "---" }
      .joined(separator: "\n")
  }
}
