import DaylightSite
import TestSupport
import Testing

@Suite struct ReviewRulesTests {
  private static let people = """
    -- content/people.yaml --
    - {id: cleo, name: Cleo, role: reviewer, credential: MA, register: R 1, url: "https://r.example.org/"}

    """

  /// A reviewed page whose text was signed, or a text with other words.
  private func site(
    _ fields: String, signing signed: String? = "Text.", _ more: String = ""
  ) async -> FixtureBuild {
    let fixture = SiteFixture(page: "Text.", frontMatter: fields, Self.people + more)
    guard let signed else { return await fixture.build() }
    let read = await SiteFixture(page: signed, Self.people).build()
    let document = read.build.index.value.documents[SiteFixture.page]
    let digest = document.map(ReviewDigest.digest(of:)) ?? ""
    return await SiteFixture(
      page: "Text.", frontMatter: fields,
      Self.people + more + "-- content/reviews.lock --\ncontent/page.md \(digest) 2026-01-01 cleo\n"
    ).build()
  }

  private let reviewed = "reviewer: cleo\nreviewed: 2026-01-01"

  @Test func `a signed review is shown with its reviewer`() async {
    let site = await site(reviewed)
    site.expectNoFindings()
    #expect(site.main("page/index.html").contains("Reviewed by Cleo, MA"))
  }

  @Test func `white space may change after a review`() async {
    await site(reviewed, signing: "  Text.\n\n").expectNoFindings()
  }

  @Test func `words may not`() async {
    let site = await site("reviewer: cleo\nreviewed: ⟦1⟧2026-01-01⟦/1⟧", signing: "Other.")
    site.expectFindings(
      .init("review-changed", at: 1, "the text of this page was changed after its review"))
    #expect(site.main("page/index.html").contains("Changed since its review"))
    #expect(!site.main("page/index.html").contains("Cleo"))
  }

  @Test func `a review that nobody signed is a warning`() async {
    let site = await site("reviewer: cleo\nreviewed: ⟦1⟧2026-01-01⟦/1⟧", signing: nil)
    site.expectFindings(.init("review-unsigned", at: 1, "the review of this page is not signed"))
  }

  @Test(arguments: [
    ("2026-08-15", nil), ("2026-08-14", "note"), ("2026-06-15", "note"), ("2026-06-14", "warning"),
    ("2026-05-16", "warning"), ("2026-05-15", "error"),
  ])
  func `a review is announced, then late, then too late`(day: String, level: String?) async {
    let site = await site("\(reviewed)\nreviewBy: \(day)")
    #expect(site.severities == [level].compactMap(\.self))
  }

  @Test func `the site says how late is too late`() async {
    let site = await site(
      "\(reviewed)\nreviewBy: 2026-06-12", signing: "Text.",
      "-- content/site.yaml --\nname: A\nreviewGraceDays: 2\n")
    #expect(site.severities == ["error"])
  }

  @Test func `a page whose review is overdue says so`() async {
    let site = await site("\(reviewed)\nreviewBy: 2026-06-14")
    #expect(site.main("page/index.html").contains("Review overdue"))
  }

  @Test func `three years are the longest time between two reviews`() async {
    await site("\(reviewed)\nreviewBy: 2029-01-01").expectNoFindings()
    await site("\(reviewed)\nreviewBy: ⟦1⟧2029-01-02⟦/1⟧").expectFindings(
      .init("review-cycle", at: 1))
  }
}
