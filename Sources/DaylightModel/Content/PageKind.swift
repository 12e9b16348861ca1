import DaylightSyntax

/// What a content file is, which its place decides.
package enum PageKind: String, Sendable, Hashable, FieldWord {
  case home, page, notFound, help, questions, section, article, path, checklist, glossary, term
  case practice, person
  /// The list of topics, the page of one, and all pages of a reading path as one; they have no files.
  case topics, topic, booklet

  /// All in which the kinds differ.
  package var traits: PageTraits {
    switch self {
    case .home:
      PageTraits(
        noun: "home page", place: .file("index"), content: .sections, schemaType: .site,
        isOnMap: true, isLinkedByTemplates: true)
    case .page:
      PageTraits(
        noun: "page", place: .top, content: .statement, needsText: true, isOnMap: true)
    case .notFound:
      PageTraits(
        noun: "page", place: .file("404"), template: "not-found", content: .sections,
        needsText: true, isShownAtAnyAddress: true)
    case .help:
      PageTraits(
        noun: "help page", place: .file("help"), content: .regions, isOnMap: true,
        isLinkedByTemplates: true)
    case .questions:
      PageTraits(
        noun: "page of questions", place: .file("questions"), content: .questions, isOnMap: true,
        isLinkedByTemplates: true)
    case .section:
      PageTraits(
        noun: "section", place: .anyIndex, isOnMap: true, isLinkedByTemplates: true)
    case .article:
      PageTraits(
        noun: "article", place: .anyFolder, schemaType: .medicalWebPage, needsText: true,
        isOnHome: true, isInFeed: true, isAsked: true, isRelated: true, hasNeighbours: true,
        isReviewed: true, isOnMap: true)
    case .path:
      PageTraits(noun: "reading path", place: .folder("paths"), content: .steps, isOnMap: true)
    case .checklist:
      PageTraits(
        noun: "checklist", place: .folder("checklists"), content: .checklist,
        schemaType: .medicalWebPage, needsText: true, isOnMap: true)
    case .glossary:
      PageTraits(
        noun: "glossary page", place: .index(of: "glossary"), content: .letters,
        schemaType: .termSet, isOnMap: true, isLinkedByTemplates: true)
    case .term:
      PageTraits(
        noun: "term", place: .folder("glossary"), content: .term, schemaType: .term)
    case .practice:
      PageTraits(
        noun: "page of the practice", place: .index(of: "practice"), content: .practice,
        schemaType: .practice, isOnMap: true, isLinkedByTemplates: true)
    case .person:
      PageTraits(
        noun: "page of a person", place: .folder("practice"), content: .person,
        schemaType: .person, isOnMap: true, isLinkedByTemplates: true)
    case .topics: PageTraits(noun: "list of topics", place: .noFile, content: .topics)
    case .topic: PageTraits(noun: "topic", place: .noFile, content: .topic)
    case .booklet: PageTraits(noun: "booklet", place: .noFile, content: .booklet)
    }
  }

  /// The template that pages of the kind are put into: `templates/NAME.mustache`.
  package var template: String { traits.template ?? rawValue }

  package var noun: String { traits.noun }

  package var meaning: String { noun.prefix(1).uppercased() + noun.dropFirst() + "." }
}

extension PageKind {
  /// The kind of a Markdown file, by its path from the root of the site; nil for files that are not
  /// pages.
  package init?(path: String) {
    guard path.hasPrefix("content/"), path.hasSuffix(".md") else { return nil }
    let name = path.utf8.dropFirst("content/".utf8.count).dropLast(".md".utf8.count)
    let places: (PageTraits.Place, otherwise: PageTraits.Place)
    if let slash = name.firstIndex(of: UInt8(ascii: "/")) {
      let folder = String(decoding: name[..<slash], as: UTF8.self)
      places =
        if name[slash...].elementsEqual("/index".utf8) {
          (.index(of: folder), otherwise: .anyIndex)
        } else if path.hasSuffix("/index.md") {
          (.anyIndex, otherwise: .anyIndex)
        } else {
          (.folder(folder), otherwise: .anyFolder)
        }
    } else {
      places = (.file(String(decoding: name, as: UTF8.self)), otherwise: .top)
    }
    guard let kind = Self.kinds[places.0] ?? Self.kinds[places.otherwise] else { return nil }
    self = kind
  }

  private static let kinds = Dictionary(
    allCases.map { ($0.traits.place, $0) }, uniquingKeysWith: { first, _ in first })
}
