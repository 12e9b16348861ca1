import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct AnchorRuleTests {
  private static let other =
    "-- content/other.md --\n---\ntitle: Other\n---\n## What helps\n\nA.\n\n## B\n\n### What helps\n\nC.\n"

  @Test func `links to headings that are there are fine`() async {
    await SiteFixture(
      page: "[a](other.md#what-helps) [b](other.md#what-helps-1) [c](#here)\n\n## Here\n\nA.",
      Self.other
    ).build().expectNoFindings()
  }

  @Test func `a heading that is not there is reported with the nearest`() async {
    let site = await SiteFixture(page: "⟦1⟧[a](other.md#what-help)⟦/1⟧", Self.other).build()
    site.expectFindings(
      .init(
        "broken-anchor", at: 1, "no heading ‘#what-help’ in ‘other.md’",
        help: "did you mean ‘other.md#what-helps’?"))
  }

  @Test func `a place on the page itself is checked too`() async {
    let site = await SiteFixture(page: "⟦1⟧[a](#heer)⟦/1⟧\n\n## Here\n\nA.").build()
    site.expectFindings(
      .init(
        "broken-anchor", at: 1, "no heading ‘#heer’ in this page",
        help: "did you mean ‘#here’?"))
  }

  @Test func `a heading that resembles none is reported without a guess`() async {
    let site = await SiteFixture(page: "⟦1⟧[a](other.md#nothing-like-it)⟦/1⟧", Self.other).build()
    site.expectFindings(
      .init(
        "broken-anchor", at: 1, "no heading ‘#nothing-like-it’ in ‘other.md’",
        help: "write one of its headings: ‘#what-helps’, ‘#b’, ‘#what-helps-1’"))
  }

  @Test func `only the first hundred of many broken links in a page get a suggestion`() async {
    for (link, suggestion) in [("#heer", "‘#here’"), ("pgae.md", "‘page.md’")] {
      let links = String(repeating: "[a](\(link)) ", count: 150)
      let site = await SiteFixture(page: "## Here\n\n\(links)").build()
      let found = site.build.diagnostics.filter { $0.severity == .error }
      #expect(found.count == 150)
      #expect(found.count { $0.help == "did you mean \(suggestion)?" } == 100)
    }
  }

  @Test func `a page without headings is linked as a whole`() async {
    let site = await SiteFixture(page: "⟦1⟧[a](help.md#numbers)⟦/1⟧").build()
    site.expectFindings(
      .init(
        "broken-anchor", at: 1,
        help: "the page has no headings to link to: link to the page itself"))
  }

  @Test func `a heading of a checklist cannot be linked to`() async {
    let site = await SiteFixture(
      page: "⟦1⟧[a](checklists/a.md#what-happens)⟦/1⟧",
      "-- content/checklists/a.md --\n---\ntitle: A\n---\n"
        + "## What happens\n\n- [ ] I am. [H](../help.md)\n"
    ).build()
    site.expectFindings(
      .init(
        "broken-anchor", at: 1,
        help: "the headings of a checklist cannot be linked to: link to the page itself"))
  }

  @Test func `an anchor outside ASCII may be written as it is or encoded`() async {
    await SiteFixture(page: "[a](#über) [b](#%C3%BCber)\n\n## Über\n\nA.").build()
      .expectNoFindings()
  }
}
