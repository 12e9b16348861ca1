import DaylightSyntax
import TestSupport
import Testing

@Suite struct MarkedSourceTests {
  private let rule = Rule("tone", .warning, "A harsh word.")

  @Test func `marks are removed from the text and give locations`() {
    let source = MarkedSource("é⟦1⟧one\n⟦2⟧two⟦/2⟧ ⟦x", path: "a.md")
    #expect(source.file == SourceFile(path: "a.md", text: "éone\ntwo ⟦x"))
    #expect(source.range(1) == 2..<2)
    #expect(source.range(2) == 6..<9)
    #expect(source.location(1)?.start == SourcePosition(line: 1, column: 3))
    #expect(source.location(2)?.end == SourcePosition(line: 2, column: 4))
    #expect(source.location(3) == nil)
  }

  @Test func `marked ranges may be nested`() {
    let source = MarkedSource("⟦1⟧a⟦2⟧b⟦/2⟧c⟦/1⟧")
    #expect(source.range(1) == 0..<3)
    #expect(source.range(2) == 1..<2)
  }

  @Test func `findings that are all listed pass`() {
    let source = MarkedSource("a ⟦1⟧bad⟦/1⟧ ⟦2⟧word")
    let found = [
      Diagnostic(rule, "two", at: source.location(2), help: "mend"),
      Diagnostic(rule, "one", at: source.location(1)),
      Diagnostic(rule, "nowhere", at: nil),
    ]
    expectFindings(
      found, in: source,
      are: [
        .init("tone", at: 1, "one"), .init("tone", at: 2, help: "mend"),
        .init("tone", at: nil, "nowhere"),
      ])
  }

  @Test func `a finding that is not listed fails`() {
    let source = MarkedSource("⟦1⟧bad")
    withKnownIssue {
      expectFindings([Diagnostic(rule, "one", at: source.location(1))], in: source, are: [])
    }
  }

  @Test func `a listed finding that is missing fails`() {
    let source = MarkedSource("⟦1⟧bad")
    withKnownIssue { expectFindings([], in: source, are: [.init("tone", at: 1)]) }
  }

  @Test func `a finding with a different location, rule, message or help fails`() {
    let source = MarkedSource("⟦1⟧bad⟦/1⟧ ⟦2⟧")
    let found = Diagnostic(rule, "one", at: source.location(1))
    for expected in [
      ExpectedFinding("tone", at: 2), .init("tune", at: 1), .init("tone", at: 1, "two"),
      .init("tone", at: 1, help: "mend"),
    ] {
      withKnownIssue { expectFindings([found], in: source, are: [expected]) }
    }
  }
}
