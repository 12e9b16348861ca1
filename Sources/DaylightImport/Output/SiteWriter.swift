import DaylightSyntax

/// Puts the turned pages together: front matter, the files that every site has, and the report.
struct SiteWriter {
  private let source: ForeignSite
  private let kind: ForeignKind
  private let targets: PageTargets
  private let sourceName: String
  private let frame: (_ name: String) -> [SourceFile]
  private var files: [String: ImportedFile.Content] = [:]
  private var findings: [ImportFinding]
  private var pages: [TurnedPage] = []
  private var routes: Set<String> = []
  private var addresses: Set<String> = []
  private var topics: [String: String] = [:]
  private var people: [String: String] = [:]

  init(
    site: ForeignSite, kind: ForeignKind, targets: PageTargets, sourceName: String,
    frame: @escaping (_ name: String) -> [SourceFile]
  ) {
    source = site
    self.kind = kind
    self.targets = targets
    self.sourceName = sourceName
    self.frame = frame
    findings = site.findings + targets.findings
  }

  mutating func add(_ turned: [TurnedPage]) {
    pages = turned
    routes = Set(turned.map { LinkTable.normalised(Self.route(of: $0.target)) })
    routes.formUnion(
      Self.folders(of: turned.map(\.target)).map {
        LinkTable.normalised(String($0.dropFirst("content".count)))
      })
    let anchors = Dictionary(
      turned.map { ($0.target, $0.anchors) }, uniquingKeysWith: { first, _ in first })
    for page in turned {
      let body = withAnchors(page.markdown, page, anchors)
      files[page.target] = .text(frontMatter(page) + (body.isEmpty ? "" : "\n" + body))
      for term in page.terms where files[term.path] == nil {
        files[term.path] = .text(text(of: term, page, anchors))
      }
      findings += page.source.notes.findings
    }
  }

  mutating func add(_ used: [String: String]) {
    for (source, target) in used { files[target] = .copy(source) }
  }

  // MARK: One page

  /// An entry of the glossary: its first sentence is the definition.
  private func text(
    of term: TurnedPage.Term, _ page: TurnedPage, _ anchors: [String: PageAnchors]
  ) -> String {
    var meaning = term.meaning
    var text = FrontMatterText()
    text.add("term", term.word)
    text.add("summary", TurnedPage.takeSummary(&meaning) ?? term.word)
    text.add("evidence", plain: "popular")
    let body = withAnchors(MarkdownPrinter().print(meaning), page, anchors)
    return text.text + (body.isEmpty ? "" : "\n" + body)
  }

  private func withAnchors(
    _ markdown: String, _ page: TurnedPage, _ anchors: [String: PageAnchors]
  ) -> String {
    guard markdown.unicodeScalars.contains("\u{E000}") else { return markdown }
    var output = ""
    var rest = markdown[...]
    while let open = rest.offset(of: "\u{E000}"), let close = rest[open...].offset(of: "\u{E001}") {
      let number = Int(rest[open..<close].dropFirst()) ?? 0
      let place = page.links[number]
      output += rest[..<open]
      let isSame = rest[..<open].hasSuffix("(")
      if let anchor = anchors[place.page]?.anchor(for: place.fragment) {
        if !anchor.isEmpty {
          output += "#" + anchor
        } else if isSame {
          output += page.target.fileName
        }
      } else {
        page.source.notes.tell(.anchor, "\(place.page)#\(place.fragment)", line: place.line)
        let slug = String(decoding: Slug.heading(Array(place.fragment.utf8)), as: UTF8.self)
        output += "#" + (slug.isEmpty ? "top" : slug)
      }
      rest = rest[close...].dropFirst()
    }
    return output + rest
  }

  private mutating func frontMatter(_ page: TurnedPage) -> String {
    let details = page.source.details
    let isTerm = page.target.hasPrefix("content/glossary/") && !page.target.hasSuffix("/index.md")
    let plain = PlainWords(notes: page.source.notes)
    var text = FrontMatterText()
    text.add(isTerm ? "term" : "title", page.title)
    let short = plain.text(details.shortTitle)
    if short != page.title { text.add("shortTitle", short) }
    text.add("summary", page.summary ?? (isTerm ? page.title : nil))
    if isTerm {
      text.add("abbreviation", details.abbreviation)
      text.add("evidence", plain: "popular")
    }
    text.add("order", details.order)
    if !isTerm {
      text.add("author", details.authors.first.map { person($0) })
      for other in details.authors.dropFirst() {
        page.source.notes.tell(.field, "author: \(other)", line: 1)
      }
      text.add("topics", topics(of: details))
    }
    text.add("published", plain: details.published?.iso)
    if let expires = details.expires, details.published.map({ $0 < expires }) ?? true {
      text.add("expires", plain: expires.iso)
    }
    if details.isDraft { text.add("draft", plain: "true") }
    if details.isHiddenFromSearch { text.add("noindex", plain: "true") }
    text.add(isTerm ? "redirects" : "aliases", oldAddresses(page))
    return text.text
  }

  private mutating func person(_ name: String) -> String {
    let slug = Slug.fileName(name)
    let id = Slug.isSafe(slug) ? slug : "author"
    if people[id] == nil { people[id] = name }
    return id
  }

  /// One spelling for each topic.
  private mutating func topics(of details: PageDetails) -> [String] {
    var seen: Set<String> = []
    return details.topics.compactMap { topic in
      let slug = Slug.fileName(topic)
      guard !slug.isEmpty, Slug.isSafe(slug), seen.insert(slug).inserted else { return nil }
      let words = topics[slug] ?? topic.singleSpaced
      topics[slug] = words
      return words
    }
  }

  private mutating func oldAddresses(_ page: TurnedPage) -> [String] {
    let own = Self.route(of: page.target)
    return page.source.addresses.compactMap { written -> String? in
      var address = Address.decoded(written[...])
      if let scheme = address.offset(of: "://") {
        let rest = address[scheme...].dropFirst(3)
        address = rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
      }
      if let end = address.firstIndex(where: { $0 == "?" || $0 == "#" }) {
        address = String(address[..<end])
      }
      if !address.hasPrefix("/") {
        let folder = page.source.folders.joined(separator: "/")
        address = "/" + (folder.isEmpty || kind != .hugo ? "" : folder + "/") + address
      }
      while address.includes("//") { address = address.replacing("//", by: "/") }
      if address.hasSuffix("/index.html") { address = String(address.dropLast(10)) }
      if !address.hasSuffix("/"), address.fileName.ending.isEmpty { address += "/" }
      let key = LinkTable.normalised(address)
      if key == LinkTable.normalised(own) || key.isEmpty { return nil }
      let isRoute = routes.contains(key)
      let isPossible =
        !address.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "%") || $0 <= 0x20 }
        && UnseenCharacter.removed(from: address) == address
        && !address.split(separator: "/").contains { $0.allSatisfy { $0 == "." } }
        && (address.hasSuffix("/") || address.hasSuffix(".html"))
      guard isPossible, !isRoute, addresses.insert(key).inserted else {
        if !addresses.contains(key) || !isPossible || isRoute {
          page.source.notes.tell(.address, written, line: 1)
        }
        return nil
      }
      return address
    }
  }

  /// All folders on the way to some pages.
  private static func folders(of pages: [String]) -> Set<String> {
    Set(
      pages.flatMap { path -> [String] in
        let parts = path.split(separator: "/").dropLast().map(String.init)
        return parts.indices.dropFirst().map { parts[...$0].joined(separator: "/") }
      })
  }

  /// The address of a file: `/signs/overview/`.
  static func route(of target: String) -> String {
    var path = String(target.dropFirst("content/".count).dropLast(3))
    if path == "index" { return "/" }
    if path.hasSuffix("/index") { path = String(path.dropLast(6)) }
    return "/\(path)/"
  }

  // MARK: The site

  func site(unused: [String]) -> ImportedSite {
    var writer = self
    writer.addFolderPages()
    writer.addFrame()
    for path in unused {
      writer.findings.append(
        ImportFinding(kind: .notRead, path: path, line: 1, text: "no page shows it"))
    }
    let all = writer.findings.sorted()
    let files = writer.files.sorted { $0.key < $1.key }.map {
      ImportedFile(path: $0.key, content: $0.value)
    }
    let report = ImportReport(
      kind: kind, pages: pages.count,
      pictures: files.count { if case .copy = $0.content { true } else { false } }, findings: all)
    return ImportedSite(files: files, report: report.text, pages: pages.count, findings: all)
  }

  /// Every folder with pages has a page of its own.
  private mutating func addFolderPages() {
    for folder in Self.folders(of: files.keys.filter { $0.hasSuffix(".md") })
    where files[folder + "/index.md"] == nil {
      let name = targets.folders.first { $0.value == folder }?.key.fileName ?? folder.fileName
      let words = name.replacing("-", by: " ").replacing("_", by: " ").singleSpaced
      let title = words.prefix(1).uppercased() + words.dropFirst()
      var text = FrontMatterText()
      text.add("title", title.isEmpty ? "Pages" : title)
      files[folder + "/index.md"] = .text(text.text)
    }
  }

  private var name: String {
    let plain = PlainWords(notes: PageNotes(path: "")).text(source.name)
    return plain ?? sourceName
  }

  /// The files that every site has.
  private mutating func addFrame() {
    let sections = files.keys.filter {
      $0.hasSuffix("/index.md") && $0.split(separator: "/").count == 3
    }
    let navigation = sections.sorted().map { String($0.dropFirst("content/".count)) }.prefix(8)
    for file in SiteFrame(frame(name)).files(
      name: name, language: source.language, navigation: Array(navigation), people: people)
    where files[file.path] == nil {
      files[file.path] = file.content
    }
    if files["content/index.md"] == nil {
      var text = FrontMatterText()
      text.add("title", name)
      files["content/index.md"] = .text(text.text)
    }
  }
}
