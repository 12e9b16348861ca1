import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

/// A page is signed as it was, and then looked at as it is.
@Suite struct PageReviewTests {
  private static let people = """
    -- content/people.yaml --
    - {id: cleo, name: Cleo, role: reviewer, credential: MA, register: R 1, url: "https://r.example.org/"}
    - {id: bob, name: Bob, role: reviewer, credential: MD, register: R 2, url: "https://r.example.org/"}
    - {id: dana, name: Dana, role: reviewer, reviews: lived-experience}
    - {id: team, name: The team, role: practice}
    - {id: ed, name: Ed, role: author}

    """
  private static let reviewed = "reviewer: cleo\nreviewed: 2026-01-01\nreviewBy: 2027-01-01"

  /// What a page says of its reviews, after it was signed by `signers` as `signed` said.
  private func site(
    _ fields: String = reviewed, _ body: String = "Text.", signed: String? = reviewed,
    _ signedBody: String = "Text.", by signers: [String] = ["cleo"], more: String = "",
    signedMore: String? = nil
  ) async -> FixtureBuild {
    var lock = ""
    if let signed {
      let before = await SiteFixture(
        page: signedBody, frontMatter: signed, Self.people + (signedMore ?? more)
      ).build()
      lock = "-- content/reviews.lock --\n" + lines(of: before.build, by: signers)
    }
    return await SiteFixture(page: body, frontMatter: fields, Self.people + more + lock).build()
  }

  private func lines(of build: SiteBuild, by signers: [String]) -> String {
    let index = build.index.value
    guard let document = build.document(SiteFixture.page),
      let digest = ReviewDigest.digest(
        of: document, build.page(SiteFixture.page), index.glossary),
      let reviewed = document.reviewFields.reviewed?.value,
      let reviewBy = document.reviewFields.reviewBy?.value
    else { return "" }
    return signers.map { signer in
      ReviewLock.Signature(
        reviewed: reviewed, reviewBy: reviewBy, page: SiteFixture.page, digest: digest,
        reviewer: signer, role: index.data.people[signer]?.reviewRole ?? .clinical, scope: .whole,
        note: "", at: .file("")
      ).line
    }.joined()
  }

  private func main(_ site: FixtureBuild) -> String { site.main("page/index.html") }

  @Test func `a signed review is shown with its reviewer and its days`() async {
    let site = await site()
    site.expectNoFindings()
    #expect(main(site).contains("Reviewed by Cleo, MA"))
    #expect(main(site).contains("2026-01-01"))
  }

  @Test(arguments: [
    "  Text.\n\n", "Text.<!-- a note -->", "<!-- a note -->\n\nText.", "Text\\.",
  ])
  func `white space, comments and spellings may change after a review`(body: String) async {
    await site(Self.reviewed, body).expectNoFindings()
  }

  @Test(arguments: [
    "Other.", "Text.\n\nMore.", "## Text.", "- Text.", "[Text.](help.md)",
    "Text.[^1]\n\n[^1]: A note.",
    "`Text.`\n\nx", "~~Text.~~",
  ])
  func `what a reader sees may not`(body: String) async {
    let site = await site(Self.reviewed, body)
    #expect(site.build.diagnostics.map(\.rule.id).contains("review-changed"))
    #expect(main(site).contains("Changed since its review"))
    #expect(!main(site).contains("Cleo"))
  }

  @Test func `the title, the summary and the words of pictures are part of what was read`() async {
    let title = await SiteFixture(
      page: "Text.", frontMatter: Self.reviewed + "\nsummary: New.", Self.people
    ).build()
    let plain = await SiteFixture(page: "Text.", frontMatter: Self.reviewed, Self.people).build()
    #expect(digest(title) != digest(plain))
    let alt = await SiteFixture(
      page: "![A bench](a.svg)", frontMatter: Self.reviewed, Self.people
    ).build()
    let other = await SiteFixture(
      page: "![A tree](a.svg)", frontMatter: Self.reviewed, Self.people
    ).build()
    #expect(digest(alt) != nil && digest(alt) != digest(other))
  }

  private func digest(_ site: FixtureBuild) -> String? {
    site.build.document(SiteFixture.page).flatMap {
      ReviewDigest.digest(
        of: $0, site.build.page(SiteFixture.page), site.build.index.value.glossary)
    }
  }

  @Test func `the definition of a linked word is part of what was read`() async {
    func word(_ summary: String) -> String {
      "-- content/glossary/bond.md --\n---\nterm: Bond\nsummary: \(summary)\nevidence: popular\n---\n\nText.\n"
    }
    let same = await site(Self.reviewed, "A bond.", "A bond.", more: word("A tie."))
    #expect(!same.build.diagnostics.map(\.rule.id).contains("review-changed"))
    let other = await site(
      Self.reviewed, "A bond.", "A bond.", more: word("A knot."), signedMore: word("A tie."))
    #expect(other.build.diagnostics.map(\.rule.id).contains("review-changed"))
  }

  // MARK: Lies

  private func expectSilence(_ site: FixtureBuild, _ rule: String) {
    #expect(site.build.diagnostics.contains { $0.rule.id == rule && $0.severity == .error })
    #expect(site.build.artifacts.isEmpty)
    guard let document = site.build.document(SiteFixture.page) else { return }
    let review = PageReview(
      of: document, site.build.page(SiteFixture.page), in: site.build.index.value)
    #expect(review.state == .never && review.reviewers.isEmpty && review.reviewed == nil)
  }

  @Test func `another reviewer than the one who signed is an error`() async {
    let site = await site(
      "reviewer: ⟦1⟧bob⟦/1⟧\nreviewed: 2026-01-01\nreviewBy: 2027-01-01")
    site.expectFindings(
      .init("review-mismatch", at: 1, "‘cleo’ signed this page, not ‘bob’"))
    expectSilence(site, "review-mismatch")
  }

  @Test func `another day than the one that was signed is an error`() async {
    let site = await site(
      "reviewer: cleo\nreviewed: ⟦1⟧2026-05-01⟦/1⟧\nreviewBy: 2027-01-01")
    site.expectFindings(
      .init(
        "review-mismatch", at: 1, "‘cleo’ signed this page with ‘reviewed: 2026-01-01’"))
    expectSilence(site, "review-mismatch")
  }

  @Test func `another day for the next review is an error`() async {
    let site = await site(
      "reviewer: cleo\nreviewed: 2026-01-01\nreviewBy: ⟦1⟧2028-12-01⟦/1⟧")
    site.expectFindings(.init("review-mismatch", at: 1))
    expectSilence(site, "review-mismatch")
  }

  @Test(arguments: ["team", "ed"])
  func `a person without the role of a reviewer is an error`(id: String) async {
    let fields = "reviewer: ⟦1⟧\(id)⟦/1⟧\nreviewed: 2026-01-01\nreviewBy: 2027-01-01"
    let plain = fields.replacing("⟦1⟧", with: "").replacing("⟦/1⟧", with: "")
    let site = await site(fields, signed: plain, by: [id])
    #expect(site.build.diagnostics.contains { $0.rule.id == "unqualified-reviewer" })
    expectSilence(site, "unqualified-reviewer")
  }

  @Test func `a review by nobody is an error`() async {
    let site = await site("reviewed: ⟦1⟧2026-01-01⟦/1⟧\nreviewBy: 2027-01-01", signed: nil)
    site.expectFindings(.init("unqualified-reviewer", at: 1))
  }

  @Test func `a review without a next one is an error`() async {
    let fields = "reviewer: cleo\nreviewed: ⟦1⟧2026-01-01⟦/1⟧"
    let site = await site(fields)
    site.expectFindings(.init("review-cycle", at: 1, "a review needs a day for the next one"))
    expectSilence(site, "review-cycle")
  }

  @Test func `a review of the future is an error`() async {
    let fields = "reviewer: cleo\nreviewed: 2026-12-24\nreviewBy: 2027-01-01"
    let site = await site(fields, signed: fields)
    expectSilence(site, "date-in-future")
  }

  @Test func `three years are the longest time between two reviews`() async {
    let fields = "reviewer: cleo\nreviewed: 2026-01-01\nreviewBy: "
    await site(fields + "2029-01-01", signed: fields + "2029-01-01").expectNoFindings()
    expectSilence(await site(fields + "2029-01-02", signed: fields + "2029-01-02"), "review-cycle")
  }

  @Test func `a signature in another role is an error`() async {
    let fields = "reviewer: dana\nreviewed: 2026-01-01\nreviewBy: 2027-01-01"
    let before = await SiteFixture(page: "Text.", frontMatter: fields, Self.people).build()
    let clinical = Self.people.replacing(
      "role: reviewer, reviews: lived-experience",
      with: "role: reviewer, credential: MA, register: R 3, url: \"https://r.example.org/\"")
    let site = await SiteFixture(
      page: "Text.", frontMatter: fields,
      clinical + "-- content/reviews.lock --\n" + lines(of: before.build, by: ["dana"])
    ).build()
    expectSilence(site, "review-mismatch")
  }

  @Test func `no site can lower a lie`() async {
    for rule in ["review-mismatch", "unqualified-reviewer", "review-cycle"] {
      let site = await SiteFixture(
        page: "Text.", "-- content/site.yaml --\nname: A\nrules:\n  \(rule): off\n"
      ).build()
      #expect(site.build.diagnostics.map(\.rule.id) == ["locked-rule"])
    }
  }

  // MARK: Several reviewers

  @Test func `several reviewers sign one page, each with what they looked for`() async {
    let fields = "reviewer: [cleo, dana]\nreviewed: 2026-01-01\nreviewBy: 2027-01-01"
    let site = await site(fields, signed: fields, by: ["cleo", "dana"])
    site.expectNoFindings()
    #expect(main(site).contains("Reviewed by Cleo") && main(site).contains("Read by Dana"))
  }

  @Test func `without a clinician nobody is said to be one`() async {
    let fields = "reviewer: dana\nreviewed: 2026-01-01\nreviewBy: 2027-01-01"
    let site = await site(fields, signed: fields, by: ["dana"])
    site.expectNoFindings()
    #expect(main(site).contains("Not yet reviewed") && main(site).contains("Read by Dana"))
  }

  @Test func `a reviewer who has not signed is a warning, and not named`() async {
    let fields = "reviewer: [cleo, bob]\nreviewed: 2026-01-01\nreviewBy: 2027-01-01"
    let site = await site(fields, signed: fields)
    site.expectFindings(.init("review-unsigned"))
    #expect(main(site).contains("Cleo") && !main(site).contains("Bob"))
  }

  @Test func `a review that nobody signed is a warning`() async {
    let site = await site(
      "reviewer: ⟦1⟧cleo⟦/1⟧\nreviewed: 2026-01-01\nreviewBy: 2027-01-01", signed: nil)
    site.expectFindings(.init("review-unsigned", at: 1))
    #expect(main(site).contains("Not yet reviewed"))
  }

  @Test func `a person may be named before the review`() async {
    await site("reviewer: cleo", signed: nil).expectNoFindings()
  }

  // MARK: Time

  @Test(arguments: [
    ("2026-08-15", nil), ("2026-08-14", "note"), ("2026-06-15", "note"), ("2026-06-14", "warning"),
    ("2026-05-16", "warning"), ("2026-05-15", "error"),
  ])
  func `a review is announced, then late, then too late`(day: String, level: String?) async {
    let fields = "reviewer: cleo\nreviewed: 2026-01-01\nreviewBy: \(day)"
    #expect(await site(fields, signed: fields).severities == [level].compactMap(\.self))
  }

  @Test func `the site says how late is too late`() async {
    let fields = "reviewer: cleo\nreviewed: 2026-01-01\nreviewBy: 2026-06-12"
    let site = await site(
      fields, signed: fields, more: "-- content/site.yaml --\nname: A\nreviewGraceDays: 2\n")
    #expect(site.severities == ["error"])
  }

  @Test func `a page whose review is overdue says so`() async {
    let fields = "reviewer: cleo\nreviewed: 2026-01-01\nreviewBy: 2026-06-14"
    #expect(main(await site(fields, signed: fields)).contains("Review overdue"))
  }

  @Test func `a line whose page is gone is reported`() async {
    let site = await SiteFixture(
      page: "Text.",
      Self.people
        + "-- content/reviews.lock --\n⟦1⟧2026-01-01\t2027-01-01\tcontent/gone.md\tsha256:00\tcleo\tclinical\twhole\t\n"
    ).build()
    site.expectFindings(.init("review-without-page", at: 1))
  }
}
