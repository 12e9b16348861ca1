import DaylightModel
import DaylightSyntax

extension PageContext {
  /// The field that only the page of a term has.
  static let term = [
    Field("term", "the term") { page in
      page.document?.termFields.map { TermContext($0, page.entry, in: page.site) }
    }
  ]
}

/// A term of the glossary, on its own page.
struct TermContext: TemplateModel {
  private let term: TermFrontMatter
  private let evidence: EvidenceWords
  private let see: [Link]
  private let usedIn: [UsingPage]
  private let useCount: Int

  static let fields: [Field] = meaning + EvidenceWords.fields { $0.evidence } + uses

  private static let meaning = [
    Field("name", "the term") { $0.term.term.value },
    Field("abbreviation", "its abbreviation") { $0.term.abbreviation?.value },
    Field("aliases", "other forms of it", list: form) { $0.term.forms },
    Field("summary", "the definition") { $0.term.summary.value },
    Field("not", "what it does not mean") { $0.term.not?.value },
    Field("evidence", "one of \(evidenceNames)") { $0.term.evidence?.value.rawValue },
    Field("evidenceLabel", "the evidence, in words") { $0.evidence.label },
  ]

  private static let form: [TemplateField<Located<String>>] = [
    .init("name", "the form") { $0.value }
  ]

  private static let evidenceNames =
    TermFrontMatter.Evidence.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")

  private static let uses = [
    Field("see", "related terms") { $0.see },
    Field("isUsed", "some page says it") { $0.useCount > 0 },
    Field("usedIn", "up to \(mostUses) pages that say it") { $0.usedIn },
    Field("otherUses", "how many more pages say it") { $0.useCount - $0.usedIn.count },
  ]

  fileprivate init(_ term: TermFrontMatter, _ entry: PageEntry, in site: ContextBuilder) {
    self.term = term
    evidence = EvidenceWords(term.evidence?.value, site.index.strings)
    see = term.see.compactMap { site.index.glossary[slug: $0.value] }.map {
      Link(title: $0.name, path: $0.link)
    }
    let slug = site.index.glossary[source: entry.source]?.slug ?? ""
    let uses = site.graph.uses[slug] ?? []
    useCount = uses.count
    usedIn = Self.shown(uses).compactMap { UsingPage(of: slug, on: $0.page, in: site) }
  }

  /// The uses that an entry shows, in the order of the site: all of them, or if there are many,
  /// those with the most sections that use the term, and the first of those with equally many.
  private static func shown(_ uses: [SiteGraph.TermUse]) -> [SiteGraph.TermUse] {
    guard uses.count > mostUses else { return uses }
    // How many uses there are of each size: sorting thousands would take longer than all the rest.
    var counts: [Int] = []
    for number in uses.indices {
      let size = uses[number].sectionCount
      if size >= counts.count { counts += repeatElement(0, count: size + 1 - counts.count) }
      counts[size] += 1
    }
    var least = counts.count - 1
    var room = mostUses
    while counts[least] < room {
      room -= counts[least]
      least -= 1
    }
    return uses.filter { use in
      if use.sectionCount == least { room -= 1 }
      return use.sectionCount > least || use.sectionCount == least && room >= 0
    }
  }

  /// A longer list helps no reader to choose.
  private static let mostUses = 30
}

/// A page that uses a term, with its sections that do.
struct UsingPage: TemplateModel {
  let page: Prepared<Link>
  let places: [Link]

  static let fields: [Field] =
    Prepared<Link>.fields { $0.page } + [
      Field("places", "the headings of the sections that say it") { $0.places },
      Field("hasPlaces", "there are such headings") { !$0.places.isEmpty },
    ]

  fileprivate init?(of slug: String, on id: EntryID, in site: ContextBuilder) {
    let page = site.bodies[id]
    guard let mention = page.mentions.first(where: { $0.term == slug }),
      let listing = site.shared.listings[page.source]
    else { return nil }
    self.page = listing.link
    let path = site.index[id].link + "#"
    places = page.sections(of: mention).compactMap(\.self).map {
      Link(title: $0.text, path: path + $0.anchor)
    }
  }
}
