import TestSupport
import Testing

/// The fixture fills in what a site needs, and nothing of it is a finding.
@Suite struct SiteFixtureTests {
  @Test func `a site of one page is whole and without findings`() async {
    let site = await SiteFixture(page: "Hello.").build()
    site.expectNoFindings()
    #expect(site.main("page/index.html") == "<h1>Page</h1>\n<p>Hello.</p>\n<p>Not yet reviewed</p>")
    #expect(
      site.paths.filter { $0.hasSuffix(".html") } == [
        "404.html", "help/index.html", "index.html", "page/index.html",
      ])
  }

  @Test func `a folder gets a page of its own`() async {
    let site = await SiteFixture("-- content/a/b/c.md --\n---\ntitle: C\n---\nText.\n").build()
    site.expectNoFindings()
    #expect(site["a/index.html"] != nil && site["a/b/index.html"] != nil)
  }
}
