package import DaylightSyntax

/// The terms of a site and the automaton that finds them in text.
package struct Glossary: Sendable {
  /// Sorted by slug.
  package let terms: [Term]
  /// Defines which spellings of a word are the same.
  package let spelling: Spelling
  /// Its phrases carry the number of their term; those that are no term, a number past the last.
  let matcher: PhraseMatcher
  package let hasAbbreviations: Bool
  private let idBySlug: [String: TermID]
  private let idBySource: [String: TermID]

  package struct Term: Sendable, Hashable {
    package let slug: String
    package let source: String
    package let name: String
    /// Short for its name.
    package let abbreviation: String?
    package let summary: String
    /// The path of links to its entry, from the root of the site.
    package let link: String
    package let isLinkedAutomatically: Bool
    package let scope: GlossaryScope?
    package let isExact: Bool
    /// Every form that a text may contain, with its location; generated forms have the location of
    /// the form they come from.
    package let forms: [Located<String>]
    /// Phrases in which a form means something else.
    package let exceptions: [String]

    package init(
      slug: String, source: String, name: String, abbreviation: String? = nil, summary: String,
      link: String,
      isLinkedAutomatically: Bool, scope: GlossaryScope?, isExact: Bool, forms: [Located<String>],
      exceptions: [String]
    ) {
      self.slug = slug
      self.source = source
      self.name = name
      self.abbreviation = abbreviation
      self.summary = summary
      self.link = link
      self.isLinkedAutomatically = isLinkedAutomatically
      self.scope = scope
      self.isExact = isExact
      self.forms = forms
      self.exceptions = exceptions
    }
  }

  package init(terms: [Term], spelling: Spelling) {
    self.terms = terms
    self.spelling = spelling
    var phrases: [PhraseMatcher.Phrase] = []
    for (number, term) in terms.enumerated() {
      for form in term.forms {
        phrases.append(.init(form.value, id: number, isExact: term.isExact))
      }
      for exception in term.exceptions {
        phrases.append(.init(exception, id: terms.count))
      }
    }
    matcher = PhraseMatcher(phrases, spelling: spelling)
    hasAbbreviations = terms.contains { $0.abbreviation != nil }
    idBySlug = Dictionary(
      zip(terms.lazy.map(\.slug), TermID(0)...), uniquingKeysWith: { first, _ in first })
    idBySource = Dictionary(
      zip(terms.lazy.map(\.source), TermID(0)...), uniquingKeysWith: { first, _ in first })
  }

  /// Calls `body` with each place in a text that uses a term, in the order of the text: the longest
  /// at each place, none that overlap, and none within an exception.
  package func forEachUse(
    in text: Span<UInt8>, from starts: WordStarts, _ body: (TermID, Range<Int>) -> Void
  ) {
    matcher.forEachMatch(in: text, from: starts) { match in
      if match.phrase < terms.count { body(TermID(match.phrase), match.range) }
    }
  }

  /// The terms that a text uses.
  package func terms(in text: String) -> [Term] {
    let bytes = Array(text.utf8)
    return matcher.matches(in: bytes.span).filter { $0.phrase < terms.count }.map {
      terms[$0.phrase]
    }
  }

  package subscript(slug slug: String) -> Term? { idBySlug[slug].map { self[$0] } }

  package subscript(source source: String) -> Term? { idBySource[source].map { self[$0] } }

  package subscript(id: TermID) -> Term { terms[id.number] }

  package func id(ofSlug slug: String) -> TermID? { idBySlug[slug] }

  package func id(ofSource source: String) -> TermID? { idBySource[source] }

  package var slugs: [String] { terms.map(\.slug) }
}
