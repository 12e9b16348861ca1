import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

/// Texts of front matter and data files that readers see.
@Suite struct PhraseFieldRuleTests {
  private let rules = """
    -- content/language.yaml --
    - id: labels
      phrases: toxic person
      level: warning
      why: It labels a person.
      source: freyd1996
      catches: [A toxic person., The toxic person!]
      passes: [A person., A toxic plant.]
    -- content/sources.yaml --
    freyd1996: {title: A toxic person, kind: book}

    """

  private let except: Set<String> = [
    "source-unchecked", "helpline-unverified", "unused-source", "unsourced-term", "review-unsigned",
    "helpline-details",
  ]

  @Test(arguments: [
    "title: A ⟦1⟧toxic person⟦/1⟧", "title: A\nshortTitle: The ⟦1⟧toxic person⟦/1⟧",
    "title: A\nsummary: A ⟦1⟧toxic person⟦/1⟧ speaks", "title: A\ntopics: [⟦1⟧Toxic person⟦/1⟧]",
    "title: A\nextra: {lead: A ⟦1⟧toxic person⟦/1⟧}",
  ])
  func `the front matter of a page is read`(frontMatter: String) async {
    let site = await SiteFixture(
      rules + "-- content/signs/a.md --\n---\n\(frontMatter)\n---\nText.\n"
    ).build()
    #expect(site.build.diagnostics.filter { $0.rule.id == "labels" }.count == 1)
    site.expectFindings(.init("labels", at: 1), except: except)
  }

  @Test func `terms, helplines, people, settings and strings are read`() async {
    let site = await SiteFixture(
      rules + """
        -- content/site.yaml --
        name: Room
        shortName: The ⟦1⟧toxic person⟦/1⟧
        -- content/people.yaml --
        - {id: a, name: Ada, role: author, bio: No ⟦2⟧toxic person⟦/2⟧}
        -- content/help.yaml --
        regions:
          - id: here
            name: Here
            emergency: {number: "999", note: A ⟦3⟧toxic person⟦/3⟧}
            services:
              - {name: Line, kind: crisis, phone: "+441632960111", hours: 24/7, source: https://example.org/, notes: A ⟦4⟧toxic person⟦/4⟧}
        -- content/glossary/b.md --
        ---
        term: B
        aliases: [⟦5⟧toxic person⟦/5⟧]
        summary: A word.
        not: A ⟦6⟧toxic person⟦/6⟧.
        evidence: popular
        sources: [freyd1996]
        ---
        Text.

        """
    ).build()
    site.expectFindings(
      .init("labels", at: 1), .init("labels", at: 2), .init("labels", at: 3),
      .init("labels", at: 4), .init("labels", at: 5), .init("labels", at: 6), except: except)
  }

  @Test func `addresses, paths, ids and the titles of works are not read`() async {
    let site = await SiteFixture(
      rules + "-- content/signs/a.md --\n---\ntitle: A\nslug: toxic-person\n---\nText.\n"
    ).build()
    site.expectNoFindings(except: except)
  }

  @Test(arguments: [
    "# allow: labels because the song has this name\nsummary: A toxic person",
    "summary: A toxic person # allow: labels because the song has this name",
  ])
  func `a comment with a reason allows a finding in a field`(fields: String) async {
    let site = await SiteFixture(
      rules + "-- content/signs/a.md --\n---\ntitle: A\n\(fields)\n---\nText.\n"
    ).build()
    site.expectNoFindings(except: except)
    #expect(site.build.overrides.map(\.reason) == ["the song has this name"])
  }

  @Test func `such a comment needs a reason, and is for its own line`() async {
    let site = await SiteFixture(
      rules + """
        -- content/signs/a.md --
        ---
        title: A
        ⟦1⟧# allow: labels⟦/1⟧
        summary: A ⟦2⟧toxic person⟦/2⟧
        ---
        Text.
        -- content/signs/b.md --
        ---
        title: B ⟦3⟧toxic person⟦/3⟧
        # allow: labels because the song has this name
        summary: A toxic person
        ---
        Text.

        """
    ).build()
    site.expectFindings(
      .init("invalid-override", at: 1, "this override of ‘labels’ gives no reason"),
      .init("labels", at: 2), .init("labels", at: 3), except: except)
  }

  @Test func `a source of a rule that looks like a key is one`() async {
    let site = await SiteFixture(
      rules.replacing("source: freyd1996", with: "source: ⟦1⟧freyd1966; NHS, 1999⟦/1⟧")
    ).build()
    site.expectFindings(
      .init("unknown-source", at: 1, help: "did you mean ‘freyd1996’?"), except: except)
  }
}
