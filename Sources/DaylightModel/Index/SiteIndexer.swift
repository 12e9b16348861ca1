package import DaylightSyntax
package import Platform

/// Makes the index of a site from the front matter of all its pages and its data files.
package struct SiteIndexer: Sendable {
  package let documents: PersistentArray<DocumentID, Document>
  package let configuration: SiteConfiguration
  package let data: SiteData
  package let strings: InterfaceStrings
  package let options: BuildOptions
  package let attachments: [AttachedFile]
  /// Pages that are not read, because of their names.
  package let strayPages: [StrayFile]
  /// The rules of `language.yaml`, if they are ready from the last build.
  package var languageRules: LanguageMatcher?

  package init(
    documents: PersistentArray<DocumentID, Document>, configuration: SiteConfiguration,
    data: SiteData, strings: InterfaceStrings, options: BuildOptions, attachments: [AttachedFile],
    strayPages: [StrayFile]
  ) {
    self.documents = documents
    self.configuration = configuration
    self.data = data
    self.strings = strings
    self.options = options
    self.attachments = attachments
    self.strayPages = strayPages
  }

  package func index(_ runner: ParallelRunner) async -> Diagnosed<SiteIndex> {
    var unpublished: [String: SiteIndex.Withheld] = [:]
    var shown: [Document] = []
    for document in documents {
      let reason = reasonToWithhold(document)
      if let reason { unpublished[document.file.path] = reason }
      if reason == nil || options.drafts { shown.append(document) }
    }
    let withheld = options.drafts ? [:] : unpublished
    var strays = strayPages
    let attached = attachments.filter { file in
      guard
        let stray = StrayFile(
          file.path, head: file.head, allowsDownloads: configuration.allowsDownloads)
      else { return true }
      strays.append(stray)
      return false
    }
    let natural = configuration.naturalLanguage
    // The rules come first: nothing else here takes as long.
    let (rules, (pages, terms, glossary)) = await runner.both {
      self.languageRules ?? LanguageMatcher(self.data.language, of: natural)
    } and: { [shown, strays] in
      let terms = self.terms(shown)
      return (
        self.pages(shown, strays, besides: withheld), terms,
        Glossary(terms: terms.value, spelling: natural.spelling)
      )
    }
    let index = await SiteIndex(
      configuration: configuration, data: data, strings: self.strings,
      baseURL: (options.baseURL ?? configuration.baseURL?.value.text).flatMap { BaseURL($0) },
      now: options.now, entries: pages.value.entries, members: pages.value.members,
      topics: pages.value.topics, glossary: glossary, languageRules: rules,
      attachments: attached, strays: strays, documents: shown, withheld: withheld,
      unpublished: unpublished, runner)
    return Diagnosed(index, pages.diagnostics + terms.diagnostics)
  }

  /// An index as it was, but for some documents: good enough to show a page that is open, in far less
  /// time. Order and lists are as they were. Nil if a document was not shown, or moves to another
  /// address.
  package func index(like before: SiteIndex, but changed: [Document]) -> SiteIndex? {
    var folders = FolderNames(
      sections: Set(before.entries.lazy.filter { $0.kind.traits.isIndex }.map(\.source)))
    var pages: [(document: Document, entry: PageEntry)] = []
    for document in changed {
      let entry = entry(of: document, in: &folders)
      guard options.drafts || reasonToWithhold(document) == nil,
        let old = before[entry.source], old.kind == entry.kind, old.route == entry.route,
        old.section == entry.section
      else { return nil }
      pages.append((document, entry))
    }
    var glossary = before.glossary
    if changed.contains(where: { $0.kind.traits.isTerm }) {
      glossary = Glossary(
        terms: terms(documents).value, spelling: configuration.naturalLanguage.spelling)
    }
    return before.replacing(pages, glossary: glossary, data: data)
  }

  /// The pages of a site, their order, and their topics.
  private struct Pages {
    let entries: [PageEntry]
    let members: [String: [String]]
    let topics: [SiteIndex.Topic]
  }

  private func pages(
    _ shown: [Document], _ strays: [StrayFile], besides withheld: [String: SiteIndex.Withheld]
  ) -> Diagnosed<Pages> {
    let sections = Set(shown.filter { $0.kind.traits.isIndex }.map(\.file.path))
    var folders = FolderNames(sections: sections)
    let entries = ordered(shown.map { entry(of: $0, in: &folders) })
    var members: [String: [String]] = [:]
    for entry in entries {
      if let section = entry.section { members[section, default: []].append(entry.source) }
    }
    let topics = TopicIndexer.topics(
      of: entries, linkStyle: configuration.links, strings: strings,
      Alphabet(language: configuration.language))
    return Diagnosed(
      Pages(
        entries: entries + topics.value.entries
          + BookletIndexer.booklets(of: shown, among: entries, configuration.links),
        members: members, topics: topics.value.topics),
      missingPages(sections: sections, shown, strays, besides: withheld) + topics.diagnostics)
  }

  /// Drafts, pages of the future, and pages whose last day is past.
  private func reasonToWithhold(_ document: Document) -> SiteIndex.Withheld? {
    let common = document.common
    if common.isDraft { return .draft }
    if let published = common.published?.value, published > options.now {
      return .future(published)
    }
    if let expires = common.expires?.value, expires <= options.now { return .expired(expires) }
    return nil
  }

  private func entry(of document: Document, in folders: inout FolderNames) -> PageEntry {
    let common = document.common
    let (route, section) = folders.place(of: document)
    var topics: [String] = []
    var reviewed: CalendarDate?
    if case .page(let page) = document.frontMatter {
      topics = page.topics.map(\.value)
      // A day that nobody signed for is no review.
      reviewed = data.reviews.signatures(of: document.file.path).map(\.reviewed)
        .first { $0 == page.reviews.reviewed?.value }
    }
    // If the title is missing or cannot be read, lists show the file: that is one error, not two.
    let name = document.file.path.split(separator: "/").last.map(String.init) ?? ""
    let title = document.title.value.isEmpty ? name : document.title.value
    return PageEntry(
      kind: document.kind, source: document.file.path, route: route,
      link: route.linkPath(configuration.links), title: title,
      shortTitle: common.shortTitle?.value, summary: common.summary?.value,
      order: common.order?.value, section: section, topics: topics,
      isListed: !common.isHiddenFromSearch && !document.kind.traits.isShownAtAnyAddress,
      isDraft: common.isDraft,
      lastModified: [reviewed, common.published?.value].compactMap(\.self).max())
  }

  private func ordered(_ entries: [PageEntry]) -> [PageEntry] {
    var children: [String: [PageEntry]] = [:]
    var top: [PageEntry] = []
    for entry in entries {
      if let section = entry.section {
        children[section, default: []].append(entry)
      } else {
        top.append(entry)
      }
    }
    let alphabet = Alphabet(language: configuration.language)
    var result: [PageEntry] = []
    func visit(_ entry: PageEntry) {
      result.append(entry)
      for child in inReadingOrder(children[entry.source] ?? [], alphabet) { visit(child) }
    }
    // Home first, then single pages, then sections.
    for rank in 0...2 {
      for entry in inReadingOrder(top.filter { self.rank($0) == rank }, alphabet) { visit(entry) }
    }
    return result
  }

  private func rank(_ entry: PageEntry) -> Int {
    entry.kind == .home ? 0 : entry.kind.traits.isAtTop ? 1 : 2
  }

  /// By `order`, and those without an order last, by title.
  private func inReadingOrder(_ entries: [PageEntry], _ alphabet: Alphabet) -> [PageEntry] {
    entries.map { (entry: $0, key: $0.order == nil ? alphabet.key(of: $0.title) : []) }
      .sorted { left, right in
        let orders = (left.entry.order ?? .max, right.entry.order ?? .max)
        if orders.0 != orders.1 { return orders.0 < orders.1 }
        if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
        return (left.entry.title, left.entry.source) < (right.entry.title, right.entry.source)
      }.map(\.entry)
  }

  private func terms(_ shown: some Sequence<Document>) -> Diagnosed<[Glossary.Term]> {
    GlossaryForms.terms(
      of: shown.compactMap { document in
        guard case .term(let term) = document.frontMatter, !term.term.value.isEmpty else {
          return nil
        }
        return (document, term, Route(of: document).linkPath(configuration.links))
      }, configuration.naturalLanguage)
  }

  private func missingPages(
    sections: Set<String>, _ shown: [Document], _ strays: [StrayFile],
    besides withheld: [String: SiteIndex.Withheld]
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    // A page that only has another name is reported once, with that name.
    let paths = Set(shown.map(\.file.path)).union(strays.compactMap(\.properPath))
    for (path, use) in [
      ("content/index.md", "home page"), ("content/help.md", "help page"),
      ("content/404.md", "page for addresses that lead nowhere"),
    ] where !paths.contains(path) {
      diagnostics.append(
        withheld[path].map { .withheldPage(path, use, $0) } ?? .missingPage(path, use))
    }
    var seen: Set<Substring> = []
    var closed: Set<Substring> = []
    for document in shown {
      let path = document.file.path
      var folders = path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map {
        path[..<$0]
      }.dropFirst()
      guard let own = folders.popLast() else { continue }
      let index = String(own) + "/index.md"
      if seen.insert(own).inserted, withheld[index] == nil, !paths.contains(index) {
        let namesake = String(own) + ".md"
        diagnostics.append(
          paths.contains(namesake)
            ? .pageBesideFolder(namesake, folder: String(own)) : .folderWithoutIndex(index, path))
      }
      for folder in folders + [own] where closed.insert(folder).inserted {
        guard let reason = withheld[folder + "/index.md"] else { continue }
        diagnostics.append(.folderWithheld(folder + "/index.md", reason, path))
      }
    }
    return diagnostics
  }
}

extension Rule {
  package static let missingPage = Rule(
    "missing-page", .error, "A page that every site needs and that is not there.",
    why: "Every site needs a home page, a help page and a page for wrong addresses, and every "
      + "folder a page that lists it. Without them readers meet an error, or find no help.",
    bad: "content/signs/overview.md",
    good: "content/signs/index.md\ncontent/signs/overview.md",
    fix: "Write the page that the message names. A title in its front matter is enough to begin "
      + "with.", in: .files)
}

extension Diagnostic {
  fileprivate static func missingPage(_ path: String, _ use: String) -> Self {
    Diagnostic(
      .missingPage, "the site has no \(use)", at: .file(path), help: "write the file ‘\(path)’")
  }

  fileprivate static func pageBesideFolder(_ page: String, folder: String) -> Self {
    Diagnostic(
      .missingPage, "the page of the folder ‘\(folder)’ is beside it, not in it", at: .file(page),
      help: "move it into the folder and call it ‘index.md’; its links to pages then begin with "
        + "‘../’, and links to it lead to ‘\(folder.split(separator: "/").last ?? "")/index.md’")
  }

  fileprivate static func withheldPage(
    _ path: String, _ use: String, _ reason: SiteIndex.Withheld
  ) -> Self {
    Diagnostic(
      .missingPage, "the \(use) \(reason.description), and no site can do without it",
      at: .file(path), help: "\(reason.remedy) in ‘\(path)’")
  }

  fileprivate static func folderWithheld(
    _ index: String, _ reason: SiteIndex.Withheld, _ file: String
  ) -> Self {
    Diagnostic(
      .missingPage,
      "‘\(index)’ \(reason.description), and the pages of its folder cannot be published without it",
      at: .file(file), notes: [Note("it is here", at: .file(index))],
      help:
        "\(reason.remedy) in ‘\(index)’, or write ‘draft: true’ into the pages of the folder too")
  }

  fileprivate static func folderWithoutIndex(_ index: String, _ file: String) -> Self {
    Diagnostic(
      .missingPage, "the folder of this page has no page of its own", at: .file(file),
      help: "write ‘\(index)’ with a title and a summary")
  }
}

extension SiteIndex.Withheld {
  /// What to do so that the page is shown.
  fileprivate var remedy: String {
    switch self {
    case .draft: "delete ‘draft: true’"
    case .future: "write an earlier day after ‘published’"
    case .expired: "delete ‘expires’, or write a later day"
    }
  }
}
