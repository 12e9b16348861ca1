import DaylightSite
import TestSupport
import Testing

@Suite struct PageContextTests {
  private func site(_ section: String) async -> FixtureBuild {
    await SiteFixture(
      """
      -- content/signs/index.md --
      ---
      title: Signs
      \(section)
      ---
      -- content/signs/fear.md --
      ---
      title: Fear
      ---
      Text.
      -- content/paths/first.md --
      ---
      title: First
      steps: [../help.md, ../signs/fear.md]
      ---
      """
    ).build()
  }

  @Test func `the pages of a section are numbered where it is a sequence`() async {
    let site = await site("sequence: true")
    #expect(site.main("signs/index.html").contains("<li>1. <a href=\"../signs/fear/index.html\">"))
  }

  @Test func `in any other section they are not`() async {
    let site = await site("sequence: false")
    #expect(site.main("signs/index.html").contains("<li><a href=\"../signs/fear/index.html\">"))
  }

  @Test func `the steps of a path are numbered`() async {
    let site = await site("sequence: false")
    #expect(
      site.main("paths/first/index.html").contains(
        "<li>2. <a href=\"../../signs/fear/index.html\">"))
  }

  @Test(arguments: [("index", false), ("noindex", true)])
  func `a site that search engines should leave alone says so on every page`(
    robots: String, isHidden: Bool
  ) async {
    let site = await SiteFixture(
      page: "Text.", "-- content/site.yaml --\nname: A\nrobots: \(robots)\n"
    ).build()
    for path in ["index.html", "page/index.html", "help/index.html"] {
      #expect(site[path]?.contains("name=\"robots\" content=\"noindex\"") == isHidden, "\(path)")
    }
  }
}
