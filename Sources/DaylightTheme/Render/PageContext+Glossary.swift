import DaylightModel
import DaylightSyntax

extension PageContext {
  /// The fields that only the glossary has: the terms from A to Z, by the alphabet of the site's
  /// language.
  static let glossary = [
    Field("total", "how many terms there are") { $0.site.index.glossary.terms.count },
    Field("hasTerms", "there are terms") { !$0.site.index.glossary.terms.isEmpty },
    Field("letters", "all letters, also those without a term") { page in
      page.termsByLetter.map { LetterLink(letter: $0.letter, isPresent: !$0.terms.isEmpty) }
    },
    Field("groups", "the letters with terms") { page in
      page.termsByLetter.filter { !$0.terms.isEmpty }.map {
        LetterGroup(letter: $0.letter, terms: page.sorted($0.terms))
      }
    },
  ]

  private var alphabet: Alphabet { Alphabet(language: site.index.configuration.language) }

  /// Letters without terms are shown and lead nowhere (ACC-18).
  private var termsByLetter: [(letter: GlossaryLetter, terms: [Glossary.Term])] {
    let alphabet = alphabet
    let terms = Dictionary(grouping: site.index.glossary.terms) { alphabet.heading(of: $0.name) }
    let others = terms.keys.filter { !alphabet.letters.contains($0) }.sorted()
    return (alphabet.letters + others).map { (GlossaryLetter(letter: $0), terms[$0] ?? []) }
  }

  private func sorted(_ terms: [Glossary.Term]) -> [TermLine] {
    let alphabet = alphabet
    return terms.map { (key: alphabet.key(of: $0.name), term: $0) }
      .sorted { left, right in
        left.key == right.key
          ? left.term.slug < right.term.slug : left.key.lexicographicallyPrecedes(right.key)
      }
      .map { line($0.term) }
  }

  private func line(_ term: Glossary.Term) -> TermLine {
    let evidence = site.index.documents[term.source]?.termFields?.evidence?.value
    return TermLine(
      card: Card(link: Link(title: term.name, path: term.link), summary: term.summary),
      evidence: EvidenceWords(evidence, site.index.strings))
  }
}

/// A heading of the glossary.
struct GlossaryLetter: TemplateModel {
  let letter: String

  static let fields = [
    Field("letter", "the letter") { $0.letter },
    Field("anchor", "for the `id` of its heading") {
      $0.letter == "#" ? "letter-other" : "letter-" + $0.letter.lowercased()
    },
  ]
}

/// A letter in the navigation of the glossary.
struct LetterLink: TemplateModel {
  let letter: GlossaryLetter
  let isPresent: Bool

  static let fields: [Field] =
    GlossaryLetter.fields { $0.letter } + [
      Field("present", "there are terms under it") { $0.isPresent }
    ]
}

/// A letter with its terms.
struct LetterGroup: TemplateModel {
  let letter: GlossaryLetter
  let terms: [TermLine]

  static let fields: [Field] =
    GlossaryLetter.fields { $0.letter } + [Field("terms", "its terms") { $0.terms }]
}

/// A term in the glossary.
struct TermLine: TemplateModel {
  let card: Card
  let evidence: EvidenceWords

  static let fields: [Field] =
    Card.fields { $0.card } + [
      Field("evidenceLabel", "the evidence, in words") { $0.evidence.label }
    ]
}
