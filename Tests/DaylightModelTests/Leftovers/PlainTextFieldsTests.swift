import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct PlainTextFieldsTests {
  @Test(arguments: [
    "summary: The opposite of ⟦1⟧[Bbb](term:b)⟦/1⟧.", "summary: The opposite of ⟦1⟧*Bbb*⟦/1⟧.",
    "summary: A ⟦1⟧**strong**⟦/1⟧ word.",
    "summary: \"A ⟦1⟧`code`\"".replacing("`code`", with: "`⟦/1⟧code"),
    "summary: A ⟦1⟧_word_⟦/1⟧ here.", "shortTitle: A ⟦1⟧<b>⟦/1⟧bold", "summary: A⟦1⟧&nbsp;⟦/1⟧b",
    "summary: See ⟦1⟧[@key]⟦/1⟧", "summary: See ⟦1⟧[^1]⟦/1⟧", "topics: [\"⟦1⟧*Rest*⟦/1⟧\"]",
    "summary: >\n  Two lines,\n  the second ⟦1⟧**strong**⟦/1⟧ here.",
    "summary: 'It''s ⟦1⟧**so**⟦/1⟧'",
    "extra:\n  note: A ⟦1⟧[link](a.md)⟦/1⟧",
  ])
  func `markup in front matter is an error at its place`(field: String) async {
    let site = await SiteFixture(page: "Text.", frontMatter: field).build()
    let found = site.build.diagnostics.filter { $0.rule.id == "markup-in-field" }
    #expect(
      found.first?.location == site.sources.lazy.compactMap { $0.location(1) }.first, "\(field)")
  }

  @Test func `a title, a definition and another form of a word are plain text`() async {
    let site = await SiteFixture(
      """
      -- content/page.md --
      ---
      title: The ⟦1⟧**title**⟦/1⟧
      ---
      Text.
      -- content/glossary/a.md --
      ---
      term: The ⟦2⟧*term*⟦/2⟧
      summary: A thing ⟦3⟧[people](people.md)⟦/3⟧ say.
      aliases: ["the ⟦4⟧`form`⟦/4⟧"]
      evidence: popular
      ---
      """
    ).build()
    let found = site.build.diagnostics.filter { $0.rule.id == "markup-in-field" }
    #expect(found.count >= 4)
  }

  @Test func `data files and strings are read too`() async {
    let site = await SiteFixture(
      """
      -- content/site.yaml --
      name: The ⟦1⟧**Room**⟦/1⟧
      practice: {name: Practice}
      -- content/people.yaml --
      - id: anna
        name: Anna
        role: author
        bio: Works at ⟦2⟧[a place](https://example.org)⟦/2⟧.
      -- content/language.yaml --
      - id: blame
        phrases: [your fault]
        catches: [It is your fault., Your fault!]
        passes: [It is a fault., Yours.]
        level: warning
        why: It ⟦3⟧*blames*⟦/3⟧.
        instead: "⟦4⟧TODO⟦/4⟧"
      """
    ).build()
    site.expectFindings(
      .init("markup-in-field", at: 1), .init("markup-in-field", at: 2),
      .init("markup-in-field", at: 3), .init("placeholder-text", at: 4))
  }

  @Test func `the notes of a helpline are plain text`() async {
    let site = await SiteFixture(
      """
      -- content/help.yaml --
      regions:
        - id: here
          name: Here
          emergency: {number: "999"}
          services:
            - name: Night Line
              kind: crisis
              phone: "+441632960111"
              display: 01632 960111
              hours: "24/7"
              cost: free
              coverage: Here
              url: https://line.example.org/
              source: https://line.example.org/
              verified: 2026-06-01
              notes: Press ⟦1⟧**two**⟦/1⟧.
      """
    ).build()
    site.expectFindings(.init("markup-in-field", at: 1))
  }

  @Test(arguments: [
    "summary: It’s okay – really; 2 * 3, a_b.", "summary: Why [sic] it is so hard",
    "summary: R&D & Q&A",
    "title2: x", "summary: \"Home | About\"", "summary: Call 999 (free*).", "shortTitle: C*PTSD",
  ])
  func `plain words are fine`(field: String) async {
    let site = await SiteFixture(page: "Text.", frontMatter: field).build()
    site.expectNoFindings(except: ["unknown-key"])
  }

  @Test func `a picture’s words are looked at as well`() async {
    var fixture = SiteFixture(page: "![A bench ⟦1⟧{{< x >}}⟦/1⟧](a.png)")
    fixture.attach("content/a.png")
    await fixture.build().expectFindings(.init("foreign-markup", at: 1))
  }
}
