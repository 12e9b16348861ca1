import DaylightModel
import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct WithheldTests {
  private static let term = """
    -- content/glossary/b.md --
    ---
    term: Bbb
    summary: A thing people say.
    evidence: popular
    draft: true
    ---

    """

  @Test func `a draft of the glossary is not called missing`() async {
    let site = await SiteFixture(
      """
      -- content/glossary/a.md --
      ---
      term: Aaa
      summary: A thing people say.
      evidence: popular
      see: [⟦1⟧b⟦/1⟧]
      ---
      See [it](term:b).
      \(Self.term)
      """
    ).build()
    site.expectFindings(
      .init("unknown-term", at: 1, "the entry ‘b’ is a draft, and not published"),
      .init("broken-link", "the page at ‘term:b’ is a draft, and not published"),
      except: ["unused-term"])
  }

  @Test(arguments: [
    ("draft: true", "is a draft, and not published"),
    ("published: 2099-01-01", "is not published before 2099-01-01"),
    ("expires: 2020-01-01", "expired on 2020-01-01"),
  ])
  func `nor is the page of a folder`(field: String, said: String) async {
    let site = await SiteFixture(
      """
      -- content/s/index.md --
      ---
      title: S
      \(field)
      ---
      -- content/s/p.md --
      ---
      title: P
      ---
      Text.
      -- content/s/t/q.md --
      ---
      title: Q
      ---
      Text.
      """
    ).build()
    #expect(site.rules == ["missing-page"])
    #expect(
      site.build.diagnostics.first?.message
        == "‘content/s/index.md’ \(said), and the pages of its folder cannot be published without it"
    )
  }

  @Test(arguments: ["index.md", "help.md", "404.md"])
  func `nor is a page that every site needs`(name: String) async {
    let site = await SiteFixture(
      "-- content/\(name) --\n---\ntitle: A\ndraft: true\n---\nText.\n"
        + "-- content/site.yaml --\nname: A\nsafetyPage: safe.md\n"
        + "-- content/safe.md --\n---\ntitle: Safe\n---\nText.\n"
    ).build()
    #expect(site.rules == ["missing-page"])
    #expect(site.build.diagnostics.first?.message.contains("is a draft") == true)
    #expect(site.build.diagnostics.first?.help == "delete ‘draft: true’ in ‘content/\(name)’")
  }

  @Test(arguments: ["navigation: [d.md]", "footer: [d.md]", "safetyPage: d.md"])
  func `nor is a page that the settings name`(setting: String) async {
    let site = await SiteFixture(
      "-- content/d.md --\n---\ntitle: D\ndraft: true\n---\nText.\n"
        + "-- content/site.yaml --\nname: A\n\(setting)\n"
    ).build()
    #expect(
      site.build.diagnostics.map(\.message) == ["the page at ‘d.md’ is a draft, and not published"])
  }

  @Test(arguments: ["next: d.md", "steps: [d.md]"])
  func `nor is a page to read next`(field: String) async {
    let site = await SiteFixture(
      "-- content/paths/d.md --\n---\ntitle: D\ndraft: true\nsteps: [p.md]\n---\nText.\n"
        + "-- content/paths/p.md --\n---\ntitle: P\n\(field)\n"
        + (field.hasPrefix("next") ? "steps: [p.md]\n" : "") + "---\nText.\n"
    ).build()
    #expect(
      site.build.diagnostics.map(\.message) == ["the page at ‘d.md’ is a draft, and not published"])
  }

  @Test func `pages that are shown only as drafts are known as such`() async {
    var site = SiteFixture("-- content/d.md --\n---\ntitle: D\ndraft: true\n---\nText.\n")
    let hidden = await site.build().build.index.value
    #expect(hidden.withheld == ["content/d.md": .draft])
    site.options.drafts = true
    let shown = await site.build().build.index.value
    #expect(shown.withheld.isEmpty && shown.unpublished == ["content/d.md": .draft])
  }
}
