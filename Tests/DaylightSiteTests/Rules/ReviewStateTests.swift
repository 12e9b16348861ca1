import DaylightSite
import TestSupport
import Testing

@Suite struct ReviewStateTests {
  private func site(_ lock: String) -> SiteFixture {
    SiteFixture(
      page: "Text.", frontMatter: "reviewer: ada\nreviewed: 2026-05-01\nreviewBy: 2028-05-01",
      """
      -- content/people.yaml --
      - id: ada
        name: Ada Abbot
        role: reviewer
        credential: MA
        register: R 1
        url: https://register.example.org/
      -- content/reviews.lock --
      \(lock)
      """)
  }

  @Test func `a review that nobody signed is not shown`() async {
    let site = await site("").build()
    site.expectFindings(.init("review-unsigned"))
    let main = site.main("page/index.html")
    #expect(main.contains("Not yet reviewed"))
    #expect(!main.contains("Ada Abbot") && !main.contains("Reviewed on"))
  }

  @Test func `a signed review is shown with its reviewer and its day`() async throws {
    let document = try #require(await site("").build().build.document(SiteFixture.page))
    let digest = ReviewDigest.digest(of: document)
    let site = await site("\(SiteFixture.page) \(digest) 2026-05-01 ada").build()
    site.expectNoFindings()
    let main = site.main("page/index.html")
    #expect(main.contains("Reviewed by Ada Abbot") && main.contains("Reviewed on"))
  }

  @Test func `a text that was changed since names no reviewer`() async {
    let site = await site("\(SiteFixture.page) 0123 2026-05-01 ada").build()
    site.expectFindings(.init("review-changed"))
    let main = site.main("page/index.html")
    #expect(main.contains("Changed since its review") && !main.contains("Ada Abbot"))
  }
}
