import DaylightModel
import TestSupport
import Testing

@Suite struct CitationPassTests {
  private static let sources = """
    -- content/sources.yaml --
    dutton1993:
      title: Bonds
      kind: book
      year: 1993
      checked: 2026-01-01
      checkedBy: ada
    sweet2019:
      title: Gaslighting
      kind: book
      year: 2019
      checked: 2026-01-01
      checkedBy: ada
    -- content/people.yaml --
    - id: ada
      name: Ada
      role: author

    """

  private func site(_ markdown: String) async -> FixtureBuild {
    await SiteFixture(page: markdown, Self.sources).build()
  }

  private func mark(_ key: String, _ use: Int, _ number: Int) -> String {
    "<a class=\"citation\" id=\"cite-\(key)-\(use)\" href=\"#source-\(key)\" "
      + "aria-label=\"Source \(number)\">[\(number)]</a>"
  }

  @Test func `a citation stands close to the word before it`() async {
    let site = await site("A claim [@dutton1993].")
    site.expectNoFindings()
    #expect(site.body() == "<p>A claim.<sup>\(mark("dutton1993", 1, 1))</sup></p>\n")
  }

  @Test func `numbers follow the order of first citation`() async {
    let site = await site("One [@sweet2019], two [@dutton1993], three [@sweet2019].")
    site.expectNoFindings()
    #expect(
      site.body()
        == "<p>One,<sup>\(mark("sweet2019", 1, 1))</sup> two,<sup>\(mark("dutton1993", 1, 2))</sup>"
        + " three.<sup>\(mark("sweet2019", 2, 1))</sup></p>\n")
    #expect(site.page()?.citations.map(\.key) == ["sweet2019", "dutton1993"])
    #expect(site.page()?.citations.map(\.number) == [1, 2])
    #expect(site.page()?.citations.map(\.count) == [2, 1])
  }

  @Test func `a bracket with a backslash is text`() async {
    let site = await site("A *b* \\* \\[@dutton1993] and [@sweet2019], \\[@nobody].")
    site.expectNoFindings()
    #expect(
      site.body()
        == "<p>A <em>b</em> * [@dutton1993] and,<sup>\(mark("sweet2019", 1, 1))</sup> [@nobody].</p>\n"
    )
  }

  @Test func `one bracket may hold several keys`() async {
    let site = await site("A claim [@dutton1993; @sweet2019;@dutton1993].")
    site.expectNoFindings()
    #expect(
      site.body()
        == "<p>A claim.<sup>\(mark("dutton1993", 1, 1)) \(mark("sweet2019", 1, 2)) "
        + "\(mark("dutton1993", 2, 1))</sup></p>\n")
  }

  @Test func `a citation may stand in emphasis, a list and a table`() async {
    let site = await site(
      """
      *Claim [@dutton1993]*

      - Claim [@dutton1993]

      | A |
      |---|
      | Claim [@dutton1993] |
      """)
    site.expectNoFindings()
    #expect(site.page()?.citations.first?.count == 3)
  }

  @Test(arguments: [
    ("A claim [@sweet2019, p. 5].", "", ", p. 5"),
    ("A claim [@sweet2019, pp. 5–7].", "", ", pp. 5–7"),
    ("A claim [@sweet2019 chapter 2].", "", ", chapter 2"), ("A claim [ @sweet2019 ].", "", ""),
    ("A claim [see @sweet2019].", "see ", ""), ("A claim [“@sweet2019].", "“ ", ""),
    ("A claim [see also @sweet2019, p. 5 & 6].", "see also ", ", p. 5 &amp; 6"),
  ])
  func `a citation may say where in the work`(markdown: String, before: String, after: String) async
  {
    let site = await site(markdown)
    site.expectNoFindings()
    #expect(
      site.body() == "<p>A claim.<sup><a class=\"citation\" id=\"cite-sweet2019-1\" "
        + "href=\"#source-sweet2019\" aria-label=\"\(before)Source 1\(after)\">"
        + "[\(before)1\(after)]</a></sup></p>\n")
  }

  @Test func `each key of a bracket may have its own page`() async {
    let site = await site("A claim [@dutton1993, p. 5; see @sweet2019, ch. 2].")
    site.expectNoFindings()
    #expect(site.body().contains(">[1, p. 5]</a> <a"))
    #expect(site.body().contains(">[see 2, ch. 2]</a></sup>"))
  }

  @Test(arguments: [
    ("A claim [@dutton1993,\np. 5].", ">[1, p. 5]</a></sup>"),
    ("A claim [see\n@dutton1993] more.", ">[see 1]</a></sup> more."),
    ("> A claim [@dutton1993, p.\n> 5].", ">[1, p. 5]</a></sup>"),
    ("- A claim [@dutton1993;\n  @sweet2019].", ">[1]</a> <a"),
    ("A claim [\n@dutton1993\n] more.", ">[1]</a></sup> more."),
    ("A claim [@dutton1993,  \np. 5].", ">[1, p. 5]</a></sup>"),
    ("A claim [see\nalso @dutton1993,\np. 5] and [@sweet2019,\np. 6].", ">[see also 1, p. 5]</a>"),
    ("One\ntwo [@dutton1993] three\nfour.", "<p>One\ntwo<sup>"),
  ])
  func `a citation may go on on the next line`(markdown: String, expected: String) async {
    let site = await site(markdown)
    site.expectNoFindings()
    #expect(site.body().contains(expected))
  }

  @Test func `an unknown source on the next line has its place`() async {
    await site("A claim [@dutton1993;\n⟦1⟧@nobody⟦/1⟧, p. 5].").expectFindings(
      .init("unknown-source", at: 1))
  }

  @Test(arguments: [
    "`[@dutton1993]`", "~~~\n[@dutton1993]\n~~~", "Mail me@example.org or [me@example.org].",
    "\\[@dutton1993, p. 5]",
    "Ask \\@dutton1993.", "Follow @anna on Mastodon (@anna@social.example).", "Meet [me @ five].",
    "[@anna](https://social.example/@anna) and https://social.example/@anna.", "a @ b",
    "(@anna_writes)",
    "\\[see @dutton1993]", "\\[\\[@dutton1993]]",
  ])
  func `what is not a citation stays text`(markdown: String) async {
    let site = await site(markdown)
    site.expectNoFindings()
    #expect(site.page()?.citations == [])
    #expect(!site.body().contains("citation"))
  }

  @Test(arguments: ["A claim \\[[@dutton1993]].", "A claim [as she says [@dutton1993]]."])
  func `a citation may be in brackets that are meant to be seen`(markdown: String) async {
    let site = await site(markdown)
    site.expectNoFindings()
    #expect(site.body().contains("[1]</a></sup>]"))
  }

  @Test(arguments: [
    "A claim ⟦1⟧[@dutton1993⟦/1⟧, p. 5.", "A claim ⟦1⟧[@⟦/1⟧ more.", "A claim ⟦1⟧[@]⟦/1⟧.",
    "A claim ⟦1⟧@dutton1993⟦/1⟧].", "A claim ⟦1⟧@dutton1993⟦/1⟧.", "A claim (⟦1⟧@smith2001⟦/1⟧).",
    "A claim ⟦1⟧[@a, @b]⟦/1⟧.", "A claim ⟦1⟧[@a.b]⟦/1⟧.", "A claim ⟦1⟧[@a; p. 5]⟦/1⟧.",
    "A claim ⟦1⟧[-@a]⟦/1⟧.", "A claim [⟦1⟧@dutton1993⟦/1⟧](index.md).",
    "A claim ⟦1⟧[@dutton1993⟦/1⟧, *ibid.*]", "> - A claim ⟦1⟧[@{a}]⟦/1⟧.",
    "A claim ⟦1⟧[@dutton1993⟦/1⟧,\n\np. 5].", "A claim ⟦1⟧[[@dutton1993]]⟦/1⟧.",
    "A claim ⟦1⟧[[@dutton1993, p. 5]]⟦/1⟧.", "A claim ⟦1⟧[[see @dutton1993]]⟦/1⟧.",
    "A claim ⟦1⟧[[@dutton1993]⟦/1⟧; and more].",
  ])
  func `what was meant to cite and does not is an error at its place`(markdown: String) async {
    await site(markdown).expectFindings(.init("invalid-citation", at: 1))
  }

  @Test func `findings behind a citation have their place`() async {
    let site = await site(
      "A claim [@dutton1993], then [⟦1⟧@nobody⟦/1⟧, p. 5] and ⟦2⟧[a](missing.md)⟦/2⟧.")
    site.expectFindings(.init("unknown-source", at: 1), .init("broken-link", at: 2))
  }

  @Test func `a source that there is not is reported at its key`() async {
    let site = await site("A claim [@dutton1993; ⟦1⟧@duton1993⟦/1⟧] and [⟦2⟧@nobody⟦/2⟧].")
    site.expectFindings(
      .init(
        "unknown-source", at: 1, "there is no source ‘duton1993’",
        help: "did you mean ‘dutton1993’?"),
      .init(
        "unknown-source", at: 2, "there is no source ‘nobody’",
        help: "add it to ‘content/sources.yaml’; put a backslash before ‘[’ if no source is meant"))
  }
}
