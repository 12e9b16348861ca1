package import DaylightSyntax

/// The front matter of one entry of the glossary.
package struct TermFrontMatter: Sendable, Hashable {
  package var term: Located<String>
  package var common: CommonFrontMatter
  /// Other forms of the word that are linked too.
  package var forms: [Located<String>]
  /// Phrases that contain a form of the term but mean something else.
  package var exceptions: [Located<String>]
  package var abbreviation: Located<String>?
  /// The definition in one sentence; empty when it is missing.
  package var summary: Located<String>
  /// Nil only if it is missing or misspelt, which is an error.
  package var evidence: Located<Evidence>?
  /// What the term does not mean.
  package var not: Located<String>?
  /// Slugs of related terms.
  package var see: [Located<String>]
  /// Nil if the spelling of the term decides.
  package var match: Located<Match>?
  package var isLinkedAutomatically: Bool
  package var glossary: Located<GlossaryScope>?
  package var reviews: ReviewFields
  /// Keys in `sources.yaml`.
  package var sources: [Located<String>]

  /// How firm the ground is (CNT-07).
  package enum Evidence: String, Sendable, Hashable, FieldWord {
    case established, mixed, emerging, contested, popular

    package var meaning: String {
      switch self {
      case .established: "Many studies support it."
      case .mixed: "Studies do not all agree."
      case .emerging: "Only a few studies have looked at it."
      case .contested: "People who study it do not agree."
      case .popular: "People use the word; research has hardly looked at it."
      }
    }
  }

  package enum Match: String, Sendable, Hashable, FieldWord {
    case word, exact

    package var meaning: String {
      switch self {
      case .word: "Capitals do not matter."
      case .exact: "Only as it is spelt here."
      }
    }
  }

  /// GLO-01.
  static let longestSummary = 30

  package static func decode(
    _ node: YAMLNode?, at location: SourceLocation
  ) -> Diagnosed<Self> {
    var fields = FieldDecoder(
      node, of: PageKind.term.noun, at: location, foreignNames: .page)
    let frontMatter = Self(from: &fields)
    return Diagnosed(frontMatter, fields.finish())
  }

  package static let fields = FieldTable(of: PageKind.term.noun) { Self(from: &$0) }

  private init(from fields: inout FieldDecoder) {
    term = fields.requiredText("term", about: "The word.")
    common = CommonFrontMatter(from: &fields, addressesNamed: "redirects")
    forms = fields.texts(
      "aliases", as: .wordForm,
      about: "Other forms of the word to link. Plurals and possessives are made for you.")
    exceptions = fields.texts(
      "except",
      about: "Phrases that contain the word but mean something else. They are not linked.")
    abbreviation = fields.text(
      "abbreviation", about: "A short form, such as PTSD. It is linked too.")
    if let written = common.summary {
      summary = written
    } else {
      fields.reportMissing("summary", help: "say in one sentence what the term means")
      summary = Located("", at: fields.location)
    }
    evidence = fields.requiredWord("evidence", about: "How firm the ground is.")
    not = fields.text("not", about: "What the word does not mean.")
    see = fields.texts(
      "see", about: "Related words, by the names of their files. They should point back.")
    match = fields.word(
      "match",
      about:
        "How closely a text has to spell the word. Without it, a word that is mostly capitals is "
        + "exact.")
    isLinkedAutomatically =
      fields.flag(
        "autolink", about: "false: the word is never linked by itself.")?.value ?? true
    glossary = fields.word(
      "glossary", about: "How often this word is linked, on all pages.")
    reviews = ReviewFields(from: &fields)
    sources = fields.texts(
      "sources", about: "Keys in sources.yaml. Only a popular word may have none.")
    fields.refuse(
      "title", because: "an entry is named by its term", help: "write ‘term: ’ instead")

    let count = wordCount(summary.value)
    if count > Self.longestSummary { fields.report(.longDefinition(count, at: summary.location)) }
    if let evidence, evidence.value != .popular, sources.isEmpty {
      fields.report(.unsourcedTerm(evidence))
    }
    for form in forms where form.value.utf8.first == UInt8(ascii: "/") {
      fields.report(.addressInAliases(form))
    }
    fields.reportRepeated(forms, in: "aliases")
    fields.reportRepeated(exceptions, in: "except")
    fields.reportRepeated(see, in: "see")
    fields.reportRepeated(sources, in: "sources")
  }
}

extension TextForm {
  fileprivate static let wordForm = Self(
    "^[^/]", "Write another form of the word. Old addresses belong under ‘redirects’.",
    mayBeNumber: true)
}

/// The runs of bytes between blanks that contain a letter or a digit.
private func wordCount(_ text: String) -> Int {
  text.utf8.split { $0 <= UInt8(ascii: " ") }.count { word in
    word.contains { $0.isASCIIDigit || $0.isASCIILetter }
  }
}

extension Rule {
  package static let longDefinition = Rule(
    "long-definition", .warning, "A term whose definition has more than 30 words.",
    why: "The definition is shown beside the text, where a reader wants one short sentence.",
    bad: "---\nterm: Love bombing\nsummary: A time at the start of a relationship in which one "
      + "person gives the other a great\n"
      + "  flood of praise, gifts, messages, plans and promises, which feels like love at first "
      + "and\n  makes it hard to see clearly.\nevidence: popular\n---",
    good: "---\nterm: Love bombing\nsummary: A flood of praise and gifts at the start.\n"
      + "evidence: popular\n---\nAt first it feels like love.",
    fix: "Keep one short sentence of at most 30 words, and put the rest into the text below.",
    in: .term)
  package static let unsourcedTerm = Rule(
    "unsourced-term", .error, "A term without a source that is not called a popular one.",
    why: "The entry says how firm the ground is, so it has to show it.",
    bad: "---\nterm: Love bombing\nsummary: A flood of praise and gifts at the start.\n"
      + "evidence: established\n---",
    good: "---\nterm: Love bombing\nsummary: A flood of praise and gifts at the start.\n"
      + "evidence: established\nsources: [dutton1993]\n---",
    fix: "Name a source, or write `evidence: popular`.", in: .term)
  package static let addressInAliases = Rule(
    "address-in-aliases", .error, "An old address written where a term’s other forms belong.",
    why: "`aliases` are other forms of a word in the glossary, so the old address would not work.",
    bad: "---\nterm: Love bombing\nsummary: A flood of praise and gifts at the start.\n"
      + "evidence: popular\naliases: [/old/bombing/]\n---",
    good: "---\nterm: Love bombing\nsummary: A flood of praise and gifts at the start.\n"
      + "evidence: popular\nredirects: [/old/bombing/]\n---",
    fix: "Write old addresses under `redirects`.", in: .term, formerIDs: ["address-as-form"])
}

extension Diagnostic {
  fileprivate static func longDefinition(_ count: Int, at location: SourceLocation) -> Self {
    Diagnostic(
      .longDefinition,
      "the definition has \(count) words, more than \(TermFrontMatter.longestSummary)",
      at: location, help: "keep one short sentence, and put the rest in the body")
  }

  fileprivate static func unsourcedTerm(_ evidence: Located<TermFrontMatter.Evidence>) -> Self {
    Diagnostic(
      .unsourcedTerm,
      "the evidence is said to be ‘\(evidence.value.rawValue)’, but no source is named",
      at: evidence.location,
      help: "write ‘sources: [key]’ with keys of sources.yaml, or ‘evidence: popular’")
  }

  fileprivate static func addressInAliases(_ form: Located<String>) -> Self {
    Diagnostic(
      .addressInAliases, "‘\(form.value)’ is an address, but ‘aliases’ are other forms of the term",
      at: form.location, help: "write old addresses under ‘redirects’")
  }
}
