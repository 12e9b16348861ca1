import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@Suite struct TermFrontMatterTests {
  private func read(_ yaml: String, _ rules: [String]) -> TermFrontMatter? {
    let source = BracketedSource("---\n\(yaml)\n---\nBody\n")
    let read = Document.read(source.file, kind: .term)
    expect(read.diagnostics, rules, in: source)
    guard case .term(let term) = read.value.frontMatter else { return nil }
    return term
  }

  @Test(arguments: ["aliases", "except", "see", "sources"])
  func `an entry that is written twice in one list is told`(list: String) {
    let fields = "term: A\nsummary: A.\nevidence: popular\n"
    _ = read(fields + "\(list): [one, two, ⟦one⟧]", ["warning repeated-entry"])
  }

  @Test func `a term is read whole`() throws {
    let term = try #require(
      read(
        """
        term: Gaslighting
        aliases: [gaslight]
        abbreviation: GL
        summary: When someone makes you doubt what you saw.
        evidence: mixed
        not: Not every lie.
        see: [darvo]
        match: exact
        autolink: false
        glossary: off
        sources: [sweet2019]
        redirects: [/words/gaslighting/]
        order: 2
        """, []))
    #expect(term.term.value == "Gaslighting")
    #expect(term.forms.map(\.value) == ["gaslight"])
    #expect(term.abbreviation?.value == "GL")
    #expect(term.summary.value == "When someone makes you doubt what you saw.")
    #expect(term.evidence?.value == .mixed)
    #expect(term.not?.value == "Not every lie.")
    #expect(term.see.map(\.value) == ["darvo"])
    #expect(term.match?.value == .exact)
    #expect(!term.isLinkedAutomatically)
    #expect(term.glossary?.value == .off)
    #expect(term.sources.map(\.value) == ["sweet2019"])
    #expect(term.common.oldAddresses.map(\.value) == ["/words/gaslighting/"])
    #expect(term.common.order?.value == 2)
  }

  @Test func `term, summary and evidence are required`() {
    let source = BracketedSource("---\naliases: [a]\n---\n")
    let read = Document.read(source.file, kind: .term)
    #expect(
      read.diagnostics.map(\.message) == [
        "‘term’ is missing from this term", "‘summary’ is missing from this term",
        "‘evidence’ is missing from this term",
      ])
  }

  @Test func `a term is sourced unless it is a popular one`() {
    _ = read("term: A\nsummary: B.\nevidence: ⟦contested⟧", ["unsourced-term"])
    _ = read("term: A\nsummary: B.\nevidence: popular", [])
    _ = read("term: A\nsummary: B.\nevidence: contested\nsources: [a2000]", [])
  }

  @Test func `a definition has thirty words at most`() {
    let thirty = Array(repeating: "word", count: 30).joined(separator: " ")
    _ = read("term: A\nsummary: \(thirty) –\nevidence: popular", [])
    _ = read(
      "term: A\nsummary: ⟦\(thirty) 31⟧\nevidence: popular", ["warning long-definition"])
  }

  @Test func `names and words are checked`() {
    _ = read(
      "term: A\nsummary: B.\nevidence: ⟦popluar⟧\n⟦title⟧: C\naliases: [⟦/old/⟧]\n⟦steps⟧: [a]",
      ["unknown-value", "misplaced-key", "address-in-aliases", "unknown-key"])
  }
}
