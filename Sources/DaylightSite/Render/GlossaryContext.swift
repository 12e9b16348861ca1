import DaylightSyntax

extension ContextBuilder {
  /// What the entry of a term shows.
  func term(_ term: TermFrontMatter, _ entry: PageEntry) -> TemplateValue {
    let slug = index.glossary[source: entry.source]?.slug ?? ""
    let evidence = EvidenceWords(term.evidence?.value, index.words)
    let uses = graph.uses[slug] ?? []
    let shown = Self.shown(uses)
    return [
      .name: .text(term.term.value), .abbreviation: .text(term.abbreviation?.value),
      .aliases: .list(term.forms.map { [.name: .text($0.value)] }),
      .summary: .text(term.summary.value), .evidence: .text(term.evidence?.value.rawValue),
      .evidenceLabel: .text(evidence.label), .evidenceNote: .text(evidence.note),
      .isContested: .flag(evidence.isContested), .not: .text(term.not?.value),
      .see: .list(
        term.see.compactMap { index.glossary[slug: $0.value] }.map {
          [.title: .text($0.name), .path: .text($0.link)]
        }),
      .isUsed: .flag(!uses.isEmpty),
      .usedIn: .list(shown.compactMap { use($0, of: slug) }),
      .otherUses: .number(uses.count - shown.count),
    ]
  }

  /// The uses that an entry shows, in the order of the site: all of them, or of many those with the
  /// most sections that say the word, and the first of those with as many.
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

  /// A page that says a term, with the sections that do.
  private func use(_ use: SiteGraph.TermUse, of slug: String) -> TemplateValue? {
    let page = bodies[use.page]
    guard let mention = page.mentions.first(where: { $0.term == slug }),
      let listing = listings[page.source], case .text(let path) = listing.path
    else { return nil }
    let places = page.sections(of: mention).compactMap(\.self)
    return [
      .title: listing.title, .path: listing.path, .hasPlaces: .flag(!places.isEmpty),
      .places: .list(
        places.map {
          [.title: .text($0.text), .path: .text(path + [UInt8(ascii: "#")] + $0.anchor.utf8)]
        }),
    ]
  }

  /// The terms from A to Z, by the alphabet of the site's language. Letters without terms are shown
  /// and lead nowhere (ACC-18).
  func addLetters(to context: inout TemplateObject) {
    let alphabet = Alphabet(language: index.configuration.language)
    let groups = Dictionary(grouping: index.glossary.terms) { alphabet.heading(of: $0.name) }
    let letters =
      alphabet.letters + groups.keys.filter { !alphabet.letters.contains($0) }.sorted()
    context[.hasTerms] = .flag(!index.glossary.terms.isEmpty)
    context[.total] = .number(index.glossary.terms.count)
    context[.letters] = .list(
      letters.map { letter in
        [
          .letter: .text(letter), .anchor: .text(Self.anchor(of: letter)),
          .present: .flag(groups[letter] != nil),
        ]
      })
    context[.groups] = .list(
      letters.compactMap { letter in groups[letter].map { (letter, $0) } }.map { letter, terms in
        [
          .letter: .text(letter), .anchor: .text(Self.anchor(of: letter)),
          .terms: .list(
            terms.map { (key: alphabet.key(of: $0.name), term: $0) }
              .sorted { left, right in
                left.key == right.key
                  ? left.term.slug < right.term.slug
                  : left.key.lexicographicallyPrecedes(right.key)
              }
              .map { termLine($0.term) }),
        ]
      })
  }

  private func termLine(_ term: Glossary.Term) -> TemplateValue {
    var label: String?
    if case .term(let entry)? = index.documents[term.source]?.frontMatter {
      label = EvidenceWords(entry.evidence?.value, index.words).label
    }
    return [
      .title: .text(term.name), .path: .text(term.link), .summary: .text(term.summary),
      .evidenceLabel: .text(label),
    ]
  }

  private static func anchor(of heading: String) -> String {
    heading == "#" ? "letter-other" : "letter-" + heading.lowercased()
  }
}
