import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct ListRuleTests {
  private func page(_ path: String, _ fields: String) -> String {
    "-- content/\(path) --\n---\n\(fields)\n---\nText.\n"
  }

  @Test func `two pages of one title in a folder are told apart at the second`() async {
    let site = await SiteFixture(
      page("s/a.md", "title: ⟦1⟧Fear⟦/1⟧") + page("s/b.md", "title: ⟦2⟧fear⟦/2⟧")
    ).build()
    site.expectFindings(
      .init("same-title", at: 2, "another page of the same list is called ‘fear’ too"))
    #expect(site.build.diagnostics.first?.notes.first?.location?.path == "content/s/a.md")
  }

  @Test func `two pages of one order in a folder are told apart at the second`() async {
    let site = await SiteFixture(
      page("s/a.md", "title: A\norder: 1") + page("s/b.md", "title: B\norder: ⟦1⟧1⟦/1⟧")
        + page("s/c.md", "title: C\norder: 2")
    ).build()
    site.expectFindings(
      .init("same-order", at: 1, "another page of this folder has the order 1 too"))
  }

  @Test(arguments: [
    ("a.md", "b.md"), ("s/index.md", "t/index.md"), ("a.md", "s/index.md"),
  ])
  func `so are the pages and sections at the top`(first: String, second: String) async {
    let site = await SiteFixture(page(first, "title: Fear") + page(second, "title: Fear")).build()
    #expect(site.rules == ["same-title"])
  }

  @Test func `so are the pages of a topic and the steps of a reading path, once`() async {
    let site = await SiteFixture(
      page("s/a.md", "title: Fear\ntopics: [fear]") + page("t/a.md", "title: Fear\ntopics: [fear]")
        + page("paths/p.md", "title: P\nsteps: [../s/a.md, ../t/a.md, ../s/a.md]")
    ).build()
    #expect(site.rules == ["same-title"])
  }

  @Test func `one title in two lists, and one order in two folders, are no finding`() async {
    let site = await SiteFixture(
      page("s/a.md", "title: Fear\norder: 1") + page("t/a.md", "title: Fear\norder: 1")
    ).build()
    site.expectNoFindings()
  }
}
