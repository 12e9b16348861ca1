import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct ReferenceRuleTests {
  private static let people =
    "-- content/people.yaml --\n- id: ada\n  name: Ada\n  role: author\n"

  @Test func `an author whom nobody knows is an error`() async {
    let site = await SiteFixture(page: "Text.", frontMatter: "author: ⟦1⟧adda⟦/1⟧", Self.people)
      .build()
    site.expectFindings(
      .init(
        "unknown-person", at: 1, "there is nobody with the id ‘adda’", help: "did you mean ‘ada’?"))
  }

  @Test(arguments: [
    "Anna Smith", "ANNA SMITH", "Smith, Anna", "Dr. Anna Smith", "Anna Smith, MA",
    "anna_smith", "Anna",
  ])
  func `a name in place of an id is answered with the id`(name: String) async {
    let site = await SiteFixture(
      page: "Text.", frontMatter: "author: ⟦1⟧\"\(name)\"⟦/1⟧",
      "-- content/people.yaml --\n- {id: anna-smith, name: Anna Smith, role: author}\n"
        + "- {id: jo, name: Jo Doe, role: author}\n"
    ).build()
    site.expectFindings(
      .init(
        "unknown-person", at: 1,
        help: "write ‘anna-smith’, which is the id of ‘Anna Smith’ in people.yaml"))
  }

  @Test(arguments: ["Annabel Smithson", "Jo Smith", "Sam"])
  func `a name that nobody has is nobody’s id`(name: String) async {
    let site = await SiteFixture(
      page: "Text.", frontMatter: "author: \(name)",
      "-- content/people.yaml --\n- {id: anna-smith, name: Anna Smith, role: author}\n"
        + "- {id: jo, name: Jo Doe, role: author}\n"
    ).build()
    site.expectFindings(.init("unknown-person", at: nil, "there is nobody with the id ‘\(name)’"))
  }

  @Test func `so is a reviewer`() async {
    let site = await SiteFixture(page: "Text.", frontMatter: "reviewer: ⟦1⟧bob⟦/1⟧", Self.people)
      .build()
    site.expectFindings(
      .init("unknown-person", at: 1, help: "add the person to ‘content/people.yaml’"))
  }

  @Test func `so is a person who checked a source`() async {
    let site = await SiteFixture(
      Self.people
        + """
        -- content/sources.yaml --
        a1999:
          title: A
          kind: book
          checked: 2026-01-01
          checkedBy: ⟦1⟧adda⟦/1⟧
        """
    ).build()
    site.expectFindings(.init("unknown-person", at: 1, help: "did you mean ‘ada’?"))
  }

  @Test func `the region of the help must be there`() async {
    let site = await SiteFixture("-- content/site.yaml --\nname: A\nhelpRegion: ⟦1⟧heer⟦/1⟧\n")
      .build()
    site.expectFindings(
      .init(
        "unknown-region", at: 1, "no region is called ‘heer’", help: "did you mean ‘here’?"))
  }

  @Test func `a region that resembles none is answered with those there are`() async {
    let site = await SiteFixture("-- content/site.yaml --\nname: A\nhelpRegion: nowhere-at-all\n")
      .build()
    site.expectFindings(.init("unknown-region", help: "write the id of a region: ‘here’"))
  }

  @Test func `a source of a page as a whole must be known`() async {
    let site = await SiteFixture(page: "Text.", frontMatter: "sources: [⟦1⟧dutton⟦/1⟧]").build()
    site.expectFindings(
      .init(
        "unknown-source", at: 1, "there is no source ‘dutton’",
        help: "add it to ‘content/sources.yaml’"))
  }

  @Test func `a source of a term must be known`() async {
    let site = await SiteFixture(
      "-- content/glossary/a.md --\n---\nterm: A\nsummary: B.\nevidence: mixed\nsources: [⟦1⟧x⟦/1⟧]\n---\n"
    ).build()
    site.expectFindings(.init("unknown-source", at: 1), except: ["unused-term"])
  }

  @Test func `the next page must be there`() async {
    let site = await SiteFixture(page: "Text.", frontMatter: "next: ⟦1⟧halp.md⟦/1⟧").build()
    site.expectFindings(
      .init("broken-link", at: 1, "no page at ‘halp.md’", help: "did you mean ‘help.md’?"))
  }

  @Test(arguments: ["https://example.org/", "term:a", "#top", "tel:1"])
  func `the next page must be a page`(reference: String) async {
    let site = await SiteFixture(page: "Text.", frontMatter: "next: ⟦1⟧\"\(reference)\"⟦/1⟧")
      .build()
    #expect(site.rules == ["broken-link"])
  }

  @Test func `the steps of a reading path must be there`() async {
    let site = await SiteFixture(
      "-- content/paths/a.md --\n---\ntitle: A\nsteps:\n  - ../help.md\n  - ⟦1⟧../gone.md⟦/1⟧\n---\n"
    ).build()
    site.expectFindings(.init("broken-link", at: 1, "no page at ‘../gone.md’"))
  }

  @Test func `the pages of the settings must be there`() async {
    let site = await SiteFixture(
      """
      -- content/site.yaml --
      name: A
      navigation: [help.md, ⟦1⟧halp.md⟦/1⟧]
      footer: [⟦2⟧gone.md⟦/2⟧]
      safetyPage: ⟦3⟧safe.md⟦/3⟧
      """
    ).build()
    site.expectFindings(
      .init("broken-link", at: 1, "no page at ‘halp.md’", help: "did you mean ‘help.md’?"),
      .init("broken-link", at: 2), .init("broken-link", at: 3))
  }
}
