package import DaylightSyntax
import Platform

/// Everything that is known about the site before any body is parsed.
///
/// Routes, terms and sources come from front matter and data files, so that each body can be parsed
/// exactly once with all of them known. A class, because whatever looks at a page holds it, and it
/// has some two hundred parts.
package final class SiteIndex: Sendable {
  package let configuration: SiteConfiguration
  package let data: SiteData
  package let strings: InterfaceStrings
  package let baseURL: BaseURL?
  package let now: CalendarDate
  /// Home, the pages of the top folder, then section by section in reading order; then those
  /// without a file.
  package let entries: [PageEntry]
  /// Pages of each section in reading order, by the section's `source`.
  package let members: [String: [String]]
  /// Sorted by name.
  package let topics: [Topic]
  package let glossary: Glossary
  /// Of the site.
  package let language: Language
  /// The rules of `language.yaml`.
  package let languageRules: LanguageMatcher
  /// Files beside pages, by path.
  package let attachments: [String: AttachedFile]
  /// Files that are not published unchanged, by path.
  package let strays: [String: StrayFile]
  /// Those that should be pages, by the paths that they should have.
  private let awaited: [String: StrayFile]
  package let documents: DocumentTable
  /// Pages that exist and are not shown today, by `source`.
  package let withheld: [String: Withheld]
  /// The same with those that are shown only because of the option for drafts.
  package let unpublished: [String: Withheld]
  package let idBySource: [String: EntryID]
  private let idByRoute: [String: EntryID]
  private let firstOfKind: [PageKind: EntryID]
  /// The place of each page among the members of its section.
  private let placeInSection: [String: Int]
  /// The pages of each reading path in order, by the path's `source`.
  private let stepsOfPaths: [String: [String]]

  /// A word that articles share, with a page that lists them.
  package struct Topic: Sendable, Hashable {
    package let name: String
    package let slug: String
    package let source: String
    /// In reading order.
    package let pages: [String]
  }

  /// Why a page is not shown.
  package enum Withheld: Sendable, Hashable {
    case draft
    case future(CalendarDate)
    case expired(CalendarDate)
  }

  init(
    configuration: SiteConfiguration, data: SiteData, strings: InterfaceStrings, baseURL: BaseURL?,
    now: CalendarDate, entries: [PageEntry], members: [String: [String]], topics: [Topic],
    glossary: Glossary, languageRules: LanguageMatcher, attachments: [AttachedFile],
    strays: [StrayFile], documents: [Document], withheld: [String: Withheld],
    unpublished: [String: Withheld], _ runner: ParallelRunner
  ) async {
    self.configuration = configuration
    self.data = data
    self.strings = strings
    self.baseURL = baseURL
    self.now = now
    self.withheld = withheld
    self.unpublished = unpublished
    self.entries = entries
    self.members = members
    self.topics = topics
    self.glossary = glossary
    language = configuration.naturalLanguage
    self.languageRules = languageRules
    self.attachments = Dictionary(
      attachments.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.strays = Dictionary(strays.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    awaited = Dictionary(
      strays.compactMap { file in file.properPath.map { ($0, file) } },
      uniquingKeysWith: { first, _ in first })
    firstOfKind = Dictionary(
      zip(entries.lazy.map(\.kind), EntryID(0)...), uniquingKeysWith: { first, _ in first })
    ((idBySource, self.documents), (placeInSection, idByRoute)) = await runner.both {
      let ids = Self.ids(entries.lazy.map(\.source))
      return (ids, DocumentTable(documents, ids: ids))
    } and: {
      let placeInSection = Dictionary(
        members.values.flatMap { $0.enumerated().map { ($1, $0) } },
        uniquingKeysWith: { first, _ in first })
      return (placeInSection, Self.ids(entries.lazy.map(\.route.path)))
    }
    let ids = idBySource
    stepsOfPaths = Dictionary(
      documents.lazy.filter { $0.kind.traits.content == .steps }.map { path in
        (path.file.path, path.stepSources.filter { ids[$0] != nil })
      }, uniquingKeysWith: { first, _ in first })
  }

  /// If a name occurs twice, the first.
  private static func ids(_ names: some Collection<String>) -> [String: EntryID] {
    var ids: [String: EntryID] = [:]
    ids.reserveCapacity(names.count)
    ids.merge(zip(names, EntryID(0)...)) { first, _ in first }
    return ids
  }

  /// Whether there is a page, shown or not, or a file beside the pages at a path.
  func hasFile(_ path: String) -> Bool {
    idBySource[path] != nil || withheld[path] != nil || attachments[path] != nil
  }

  /// The file that would be the page at a path if it were called so.
  func stray(awaitedAt path: String) -> StrayFile? { awaited[path] }

  /// Of all entries.
  package var ids: Range<EntryID> { EntryID(0)..<EntryID(entries.count) }

  package subscript(id: EntryID) -> PageEntry { entries[id.number] }

  package subscript(source: String) -> PageEntry? { idBySource[source].map { self[$0] } }

  package func id(of source: String) -> EntryID? { idBySource[source] }

  /// The name of a page and the path of links to it, without a copy of the rest.
  func linkTarget(_ source: String) -> (source: String, link: String)? {
    idBySource[source].map { (self[$0].source, self[$0].link) }
  }

  package func entry(at route: String) -> PageEntry? { idByRoute[route].map { self[$0] } }

  /// The page whose file in the output has this path.
  package func entry(publishedAs path: String) -> PageEntry? {
    let file = "index.html"
    let isFolder = path == file || path.hasSuffix("/" + file)
    return entry(at: isFolder ? String(path.dropLast(file.utf8.count)) : path)
  }

  /// The index with other documents, of which only the bodies are different.
  package func replacing(_ changed: some Sequence<Document>) -> SiteIndex {
    SiteIndex(self, entries: entries, documents: documents.replacing(changed))
  }

  /// The index with other pages, whose order and lists are as they were.
  func replacing(
    _ pages: [(document: Document, entry: PageEntry)], glossary: Glossary, data: SiteData
  ) -> SiteIndex {
    var entries = entries
    for (_, entry) in pages {
      if let id = idBySource[entry.source] { entries[id.number] = entry }
    }
    return SiteIndex(
      self, entries: entries, documents: documents.replacing(pages.lazy.map(\.document)),
      glossary: glossary, data: data)
  }

  private init(
    _ other: SiteIndex, entries: [PageEntry], documents: DocumentTable, glossary: Glossary? = nil,
    data: SiteData? = nil
  ) {
    configuration = other.configuration
    self.data = data ?? other.data
    strings = other.strings
    baseURL = other.baseURL
    now = other.now
    self.entries = entries
    members = other.members
    topics = other.topics
    self.glossary = glossary ?? other.glossary
    language = other.language
    languageRules = other.languageRules
    attachments = other.attachments
    strays = other.strays
    awaited = other.awaited
    self.documents = documents
    withheld = other.withheld
    unpublished = other.unpublished
    idBySource = other.idBySource
    idByRoute = other.idByRoute
    firstOfKind = other.firstOfKind
    placeInSection = other.placeInSection
    stepsOfPaths = other.stepsOfPaths
  }

  /// The first page of a kind of which a site has at most one.
  package func entry(of kind: PageKind) -> PageEntry? { firstOfKind[kind].map { self[$0] } }

  /// The region that the practice chose.
  package var helpRegion: HelpDirectory.Region? {
    data.help.region(chosen: configuration.helpRegion?.value)
  }

  /// What links on a page begin with, to start from the root of the site. The 404 page is shown at
  /// any address, so it alone starts from the root of the host.
  package func root(of entry: PageEntry) -> String {
    entry.kind.traits.isShownAtAnyAddress ? baseURL?.path ?? "/" : root(at: entry.route)
  }

  /// Never empty if links name folders, because it is then a whole link: the one to the home page.
  package func root(at route: Route) -> String {
    configuration.links == .folder && route.root.isEmpty ? "./" : route.root
  }

  /// The pages before and after a page in its section, by `source`.
  package func neighbours(of entry: PageEntry) -> (previous: String?, next: String?) {
    guard let section = entry.section, let members = members[section],
      let place = placeInSection[entry.source]
    else { return (nil, nil) }
    return (
      place > 0 ? members[place - 1] : nil, place + 1 < members.count ? members[place + 1] : nil
    )
  }

  /// The pages of a reading path in order, by `source`.
  package func steps(ofPath source: String) -> [String] { stepsOfPaths[source] ?? [] }
}
