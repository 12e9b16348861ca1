import DaylightSite
import TestSupport
import Testing

@Suite struct FeedRuleTests {
  private func site(_ settings: String, _ fields: String) async -> FixtureBuild {
    await SiteFixture(
      """
      -- content/site.yaml --
      name: A
      \(settings)
      -- content/s/a.md --
      ---
      title: A
      \(fields)
      ---
      Text.

      """
    ).build()
  }

  @Test func `a feed with an article is fine`() async {
    await site("baseURL: https://a.org/\nfeed: true", "published: 2026-01-01").expectNoFindings()
  }

  @Test func `a feed without a dated article is said to be empty`() async {
    let site = await site("baseURL: https://a.org/\nfeed: ⟦1⟧true⟦/1⟧", "order: 1")
    site.expectFindings(
      .init(
        "empty-feed", at: 1,
        "the feed is empty, because no article says when it was published",
        help: "write ‘published:’ and the day into the front matter of articles, or ‘feed: false’"))
    #expect(site["feed.xml"] != nil)
  }

  @Test func `an article that asks not to be listed is in no feed`() async {
    let site = await site(
      "baseURL: https://a.org/\nfeed: ⟦1⟧true⟦/1⟧", "published: 2026-01-01\nnoindex: true")
    site.expectFindings(.init("empty-feed", at: 1))
  }

  @Test func `a feed of a site without an address is said not to be there`() async {
    let site = await site("feed: ⟦1⟧true⟦/1⟧", "published: 2026-01-01")
    site.expectFindings(
      .init(
        "empty-feed", at: 1,
        "there is no feed, because it has to name the address of the site",
        help: "write it: ‘baseURL: https://resources.example.org/’"))
    #expect(site["feed.xml"] == nil)
  }

  @Test(arguments: ["feed: false", "baseURL: https://a.org/"])
  func `where no feed is asked for there is nothing to say`(settings: String) async {
    await site(settings, "order: 1").expectNoFindings()
  }
}
