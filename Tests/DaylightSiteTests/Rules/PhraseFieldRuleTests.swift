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

  private func build(_ files: String) async -> SiteBuild {
    await SiteFixture(rules + files).build().build
  }

  /// Where a rule finds something, as file, line and column.
  private func places(_ rule: String, in build: SiteBuild) -> [String] {
    build.diagnostics.filter { $0.rule.id == rule }.compactMap(\.location).map {
      "\($0.path):\($0.start.line):\($0.start.column)"
    }
  }

  private func page(_ frontMatter: String) -> String {
    "-- content/signs/a.md --\n---\n\(frontMatter)\n---\nText.\n"
  }

  @Test(arguments: [
    ("title: A toxic person", "2:10"), ("title: A\nshortTitle: A toxic person", "3:15"),
    ("title: A\nsummary: A toxic person speaks", "3:12"),
    ("title: A\ntopics: [Toxic person]", "3:10"),
    ("title: A\nextra: {lead: \"A toxic person\"}", "3:18"),
  ])
  func `the front matter of a page is read`(frontMatter: String, place: String) async {
    let build = await build(page(frontMatter))
    #expect(places("labels", in: build) == ["content/signs/a.md:\(place)"])
  }

  @Test func `terms, helplines, people and settings are read`() async {
    let build = await build(
      """
      -- content/site.yaml --
      name: Room
      shortName: The toxic person
      practice: {name: Practice}
      -- content/people.yaml --
      - {id: a, name: Ada, role: author, bio: No toxic person}
      -- content/help.yaml --
      regions:
        - id: here
          name: Here
          emergency: {number: "999", note: A toxic person}
          services:
            - name: Line
              kind: crisis
              phone: "+441632960111"
              hours: 24/7
              source: https://example.org/
              notes: A toxic person
      -- content/glossary/b.md --
      ---
      term: B
      aliases: [toxic person]
      summary: A word.
      not: A toxic person.
      evidence: popular
      sources: [freyd1996]
      ---
      Text.

      """)
    #expect(
      places("labels", in: build) == [
        "content/glossary/b.md:3:11", "content/glossary/b.md:5:8", "content/help.yaml:4:40",
        "content/help.yaml:11:18", "content/people.yaml:1:44", "content/site.yaml:2:16",
      ])
  }

  @Test func `addresses, paths, ids and the titles of works are not read`() async {
    let build = await build(page("title: A\nslug: toxic-person"))
    #expect(places("labels", in: build) == [])
  }

  @Test func `a comment with a reason allows a finding in the field below`() async {
    let build = await build(
      page("title: A\n# allow: labels because the song has this name\nsummary: A toxic person"))
    #expect(places("labels", in: build) == [])
    #expect(build.overrides.map(\.reason) == ["the song has this name"])
  }

  @Test func `such a comment needs a reason, and is for its own line`() async {
    let bare = await build(page("title: A\n# allow: labels\nsummary: A toxic person"))
    #expect(places("invalid-override", in: bare) == ["content/signs/a.md:3:1"])
    #expect(places("labels", in: bare) == ["content/signs/a.md:4:12"])
    let other = await build(
      page(
        "title: A toxic person\n# allow: labels because the song has this name\n"
          + "summary: A toxic person"))
    #expect(places("labels", in: other) == ["content/signs/a.md:2:10"])
  }

  @Test func `a source of a rule that looks like a key is one`() async {
    let known = await build(page("title: A"))
    #expect(places("unknown-source", in: known) == [])
    let site = await SiteFixture(
      rules.replacing("source: freyd1996", with: "source: freyd1966; NHS, 1999")
    ).build()
    let found = site.build.diagnostics.filter { $0.rule.id == "unknown-source" }
    #expect(found.map(\.help) == ["did you mean ‘freyd1996’?"])
  }
}
