import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@Suite struct LanguageRulesTests {
  private func decode(_ text: String, _ rules: [String]) -> LanguageRules {
    let source = BracketedSource(text, path: "content/language.yaml")
    let decoded = LanguageRules.decode(source.file)
    // Most of these rules have no examples, which is tested on its own.
    expect(decoded.diagnostics.filter { $0.rule != .fewExamples }, rules, in: source)
    return decoded.value
  }

  @Test func `rules are read in order`() {
    let rules = decode(
      """
      - id: person-first
        phrases: [victim of, suffers from]
        level: warning
        why: It makes a person into what was done to them.
        instead: person who was
        source: NHS
        kinds: [article, term]
        even: [negated]
        allowIn: [safety, glossary]
      """, [])
    #expect(rules.all.map(\.id.value) == ["person-first"])
    #expect(rules.all.first?.phrases.map(\.line.value) == ["victim of", "suffers from"])
    #expect(rules.all.first?.level?.value == .warning)
    #expect(rules.all.first?.kinds == [.article, .term])
    #expect(rules.all.first?.even == [.negated])
    #expect(rules.all.first?.allowedPlaces == [.safety, .glossary])
    #expect(rules.all.first?.instead?.value == "person who was")
  }

  @Test func `ids and phrases are used once`() {
    _ = decode(
      """
      - {id: a, phrases: [Just leave], level: error, why: It is not simple.}
      - {id: ⟦a⟧, phrases: [⟦just leave⟧], level: error, why: It is not simple.}
      """, ["duplicate-id", "duplicate-id"])
  }

  @Test func `rules for different kinds of page may share a phrase`() {
    _ = decode(
      """
      - {id: a, phrases: [test], level: error, why: Why., kinds: [checklist]}
      - {id: b, phrases: [test], level: note, why: Why.}
      - {id: c, phrases: [⟦test⟧], level: note, why: Why., kinds: [checklist]}
      """, ["duplicate-id"])
  }

  @Test func `places and kinds are known words`() {
    _ = decode(
      "- {id: a, phrases: [b], why: c, level: note, kinds: [⟦artcle⟧], allowIn: [⟦quote⟧]}\n",
      ["unknown-value", "unknown-value"])
  }

  @Test func `phrases, level and reason are required`() {
    _ = decode("- ⟦⟦⟦id: a⟧⟧⟧\n", ["missing-field", "missing-field", "missing-field"])
    _ = decode("- {id: a, phrases: [b], why: c, level: ⟦off⟧}\n", ["unknown-value"])
    _ = decode("- {id: a, phrases: [b], why: c, level: note, ⟦whi⟧: d}\n", ["unknown-key"])
  }

  @Test func `blocks and lists of phrases say the same`() {
    let rules = decode(
      """
      - id: a
        level: note
        why: Why.
        phrases: |
          # a comment
          just leave

          walk out
      """, [])
    #expect(rules.all.first?.phrases.map(\.line.value) == ["just leave", "walk out"])
  }

  @Test func `a line that is no phrase is reported where it is wrong`() {
    _ = decode(
      """
      - id: a
        level: note
        why: Why.
        phrases: |
          tell him
          tell ⟦(⟧him
      """, ["phrase-syntax"])
  }

  @Test func `a list that is not there, and one that contains itself, are reported`() {
    let rules = decode(
      """
      - {list: ⟦them⟧, words: "{they}"}
      - {list: they, words: "he | {them}"}
      - id: a
        level: note
        why: Why.
        phrases: |
          tell {they}
          ⟦tell {thm}⟧
      """, ["unknown-list", "unknown-list"])
    #expect(rules.all.first?.phrases.count == 1)
  }

  @Test func `lists that are inside each other too deep are reported, and left out`() {
    let deep = (0..<40).map { "- {list: \(name($0)), words: \"{\(name($0 + 1))} | he\"}\n" }
    let rules = decode(
      deep.joined().replacing("list: \(name(15)),", with: "list: ⟦\(name(15))⟧,")
        .replacing("list: \(name(31)),", with: "list: ⟦\(name(31))⟧,")
        + "- {list: \(name(40)), words: she}\n", ["unknown-list", "unknown-list"])
    #expect(rules.lists.filter(\.phrases.isEmpty).map(\.name.value) == [name(15), name(31)])
  }

  @Test func `a list that is inside many others by many ways is looked at once for each`() {
    let wide = (0..<12).map { number in
      let inner = (number + 1...12).map { "{\(name($0))}" }.joined(separator: " | ")
      return "- {list: \(name(number)), words: \"\(inner)\"}\n"
    }
    _ = decode(wide.joined() + "- {list: \(name(12)), words: she}\n", [])
  }

  private func name(_ number: Int) -> String {
    String((number < 26 ? "a" : "b") + String(UnicodeScalar(UInt8(97 + number % 26))))
  }

  @Test func `what a negation did before is refused with advice`() {
    _ = decode(
      "- {id: a, phrases: [b], why: c, level: note, ⟦unlessNegated⟧: true}\n", ["misplaced-key"])
  }

  @Test func `what had to be written for quotations is refused with advice`() {
    _ = decode(
      "- {id: a, phrases: [b], why: c, level: note, allowIn: [⟦quotation⟧, safety]}\n",
      ["misplaced-key"])
  }

  @Test(arguments: [
    ("", "catches: |", "passes: |"), ("catches: [x, y], passes: [z]", "", "passes: |"),
    ("catches: [x], passes: [y, z]", "catches: |", ""), ("catches: [x, y], passes: [z, w]", "", ""),
  ])
  func `each rule has two examples of each kind`(
    fields: String, catches: String, passes: String
  ) throws {
    let source = BracketedSource(
      "- {id: a, phrases: [b], why: c, level: note, \(fields)}\n", path: "content/language.yaml")
    let found = LanguageRules.decode(source.file).diagnostics
    if catches.isEmpty && passes.isEmpty {
      #expect(found.isEmpty)
    } else {
      #expect(found.map(\.rule.id) == ["few-examples"])
      #expect(found.map(\.severity) == [.warning])
      let help = try #require(found.first?.help)
      #expect(help.contains("catches: |") == !catches.isEmpty)
      #expect(help.contains("passes: |") == !passes.isEmpty)
    }
  }
}
