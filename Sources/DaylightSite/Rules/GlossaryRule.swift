import DaylightModel
package import DaylightSyntax

/// Checks how the entries of the glossary refer to each other (GLO-03).
enum GlossaryRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    var terms: [String: TermFrontMatter] = [:]
    for document in index.documents.values {
      if case .term(let term) = document.frontMatter {
        terms[GlossaryForms.slug(of: document)] = term
      }
    }
    var diagnostics: [Diagnostic] = []
    for (slug, term) in terms.sorted(by: { $0.key < $1.key }) {
      for other in term.see {
        guard let seen = terms[other.value] else {
          diagnostics.append(
            index.withheldTerm(other.value).map { .withheldTerm(other, $0) }
              ?? .unknownTerm(other, known: index.glossary.slugs))
          continue
        }
        if other.value == slug {
          diagnostics.append(.seesItself(other))
        } else if !seen.see.contains(where: { $0.value == slug }) {
          diagnostics.append(.oneSidedSee(from: term, to: seen, slug: slug, at: other.location))
        }
      }
    }
    return diagnostics + circularDefinitions(index, terms)
  }

  /// Terms whose one-line definitions use each other: a reader who follows them learns nothing.
  private static func circularDefinitions(
    _ index: SiteIndex, _ terms: [String: TermFrontMatter]
  ) -> [Diagnostic] {
    let glossary = index.glossary
    var uses: [String: Set<String>] = [:]
    for term in glossary.terms {
      uses[term.slug] = Set(glossary.terms(in: term.summary).map(\.slug)).subtracting([term.slug])
    }
    var diagnostics: [Diagnostic] = []
    for term in glossary.terms {
      for other in (uses[term.slug] ?? []).sorted() where other > term.slug {
        guard uses[other]?.contains(term.slug) == true, let first = terms[term.slug],
          let second = terms[other]
        else { continue }
        diagnostics.append(.circularDefinition(first, second))
      }
    }
    return diagnostics
  }

  /// Terms that no page uses.
  static func unused(_ index: SiteIndex, uses: [String: [SiteGraph.TermUse]]) -> [Diagnostic] {
    index.glossary.terms.filter { uses[$0.slug]?.isEmpty ?? true }.map { .unusedTerm($0) }
  }
}

extension Rule {
  package static let unknownTerm = Rule(
    "unknown-term", .error, "A reference to a term that the glossary does not have.",
    why: "The reference would lead nowhere.",
    bad: "---\nterm: Love bombing\nsummary: A flood of praise and gifts at the start.\n"
      + "evidence: popular\nsee: [gasligting]\n---",
    good: "---\nterm: Love bombing\nsummary: A flood of praise and gifts at the start.\n"
      + "evidence: popular\nsee: [gaslighting]\n---",
    fix: "Write the name of a file in `content/glossary`, without `.md`.", in: .term)
  package static let oneSidedSee = Rule(
    "one-sided-see", .warning, "An entry that points to another, which does not point back.",
    why: "A reader who comes to the other entry would not find the way back.",
    bad: "`see: [gaslighting]` in love-bombing.md, and no `see` in gaslighting.md",
    good: "`see: [gaslighting]` in love-bombing.md, `see: [love-bombing]` in gaslighting.md",
    fix: "Add the entry to the `see` of the other one.", in: .described)
  package static let circularDefinition = Rule(
    "circular-definition", .warning, "Two terms whose one-line definitions need each other.",
    why: "A reader who knows neither word learns nothing from either of them.",
    bad: "shame.md: “What follows guilt.”\nguilt.md: “What comes before shame.”",
    good: "shame.md: “The feeling of being bad as a person.”\n"
      + "guilt.md: “The feeling of having done something wrong.”",
    fix: "Explain one of them in plain words.", in: .described)
  package static let unusedTerm = Rule(
    "unused-term", .note, "A term that no page uses.",
    why: "Nobody who reads the pages comes to this entry, or the pages use a form that it does "
      + "not know.",
    bad: "an entry ‘Love bombing’, and pages that say only ‘love-bombed’",
    good: "the same entry with `aliases: [love-bombed]`",
    fix: "Use the word where it helps a reader, or add the forms that pages use to `aliases`.",
    in: .described,
    plural: "words of the glossary that no page uses")
}

extension Diagnostic {
  fileprivate static func unknownTerm(_ slug: Located<String>, known: [String]) -> Self {
    Diagnostic(
      .unknownTerm, "the glossary has no ‘\(slug.value)’", at: slug.location,
      help: nearestMatch(to: slug.value, in: known).map { "did you mean ‘\($0)’?" }
        ?? "write the name of a file in ‘content/glossary’, without ‘.md’")
  }

  fileprivate static func withheldTerm(
    _ slug: Located<String>, _ reason: SiteIndex.Withheld
  ) -> Self {
    Diagnostic(
      .unknownTerm, "the entry ‘\(slug.value)’ \(reason.description)", at: slug.location,
      help: "remove it for now, or publish that entry")
  }

  fileprivate static func seesItself(_ slug: Located<String>) -> Self {
    Diagnostic(
      .oneSidedSee, "this entry points to itself", at: slug.location, help: "take it out")
  }

  fileprivate static func oneSidedSee(
    from term: TermFrontMatter, to other: TermFrontMatter, slug: String,
    at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .oneSidedSee, "‘\(other.term.value)’ does not point back to ‘\(term.term.value)’",
      at: location, notes: [.init("its entry is here", at: other.term.location)],
      help: "add ‘\(slug)’ to its ‘see’")
  }

  fileprivate static func circularDefinition(
    _ first: TermFrontMatter, _ second: TermFrontMatter
  ) -> Self {
    Diagnostic(
      .circularDefinition,
      "‘\(first.term.value)’ is explained by ‘\(second.term.value)’, and the other way round",
      at: first.summary.location, notes: [.init("the other is here", at: second.summary.location)],
      help: "explain one of them in plain words")
  }

  fileprivate static func unusedTerm(_ term: Glossary.Term) -> Self {
    Diagnostic(
      .unusedTerm, "no page uses ‘\(term.name)’", at: .file(term.source),
      help: "use it where it helps a reader, or add the forms in which pages say it to ‘aliases’")
  }
}
