import DaylightModel
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

  private func lines(
    of build: SiteBuild, by signers: [String], _ scope: ReviewLock.Scope = .whole
  ) -> String {
    let index = build.index.value
    guard let document = build.document(SiteFixture.page),
      let digest = ReviewDigest.digest(of: document, build.page(SiteFixture.page), in: index),
      let reviewed = document.reviewFields.reviewed?.value,
      let reviewBy = document.reviewFields.reviewBy?.value
    else { return "" }
    return signers.map { id in
      ReviewLine.text(
        of: ReviewLock.Signature(
          reviewed: reviewed, reviewBy: reviewBy, page: SiteFixture.page, digest: digest,
          signer: index.data.people[id]?.signer
            ?? ReviewSigner(
              id: id, name: id, credential: "MA", register: "R 9", role: .clinical),
          scope: scope, note: "", at: .file("")))
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
    "Text. <!-- a note -->", "Text.\r\n", "&#84;ext.", "Text.\u{A0}",
  ])
  func `white space, comments and spellings may change after a review`(body: String) async {
    await site(Self.reviewed, body).expectNoFindings()
  }

  @Test(arguments: [
    "Other.", "Text.\n\nMore.", "## Text.", "- Text.", "[Text.](help.md)",
    "Text.[^1]\n\n[^1]: A note.",
    "`Text.`\n\nx", "~~Text.~~", "*Text.*", "**Text.**", "\\*Text.\\*", "1. Text.",
    "> [!SAFETY]\n> Text.",
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

  @Test(arguments: [
    "aliases: [ties]", "abbreviation: B", "not: A chain.", "evidence: established", "term: Bonds",
    "summary: A knot.",
  ])
  func `what a word means, and its other forms, are part of what was read`(field: String) async {
    func word(_ field: String) async -> FixtureBuild {
      let fields = ["term: Bond", "summary: A tie.", "evidence: popular"].filter {
        $0.prefix { $0 != ":" } != field.prefix { $0 != ":" }
      }
      return await SiteFixture(
        "-- content/glossary/bond.md --\n---\n"
          + (fields + [field, Self.reviewed]).joined(separator: "\n") + "\n---\n\nText.\n"
          + Self.people
      ).build()
    }
    let plain = await digest(word("evidence: popular"), "content/glossary/bond.md")
    let other = await digest(word(field), "content/glossary/bond.md")
    #expect(plain != nil && other != nil && plain != other)
  }

  @Test(arguments: [
    ("[a](help.md) b", "[a](index.md) b"), ("[a](help.md) b", "[a b](help.md)"),
    ("[a](help.md)", "[a](help.md \"A title\")"), ("[a](help.md)", "a"),
    ("[a](https://a.example/ \"b\")", "[a](https://a.example/b)"), ("`a` b", "`a b`"),
    ("`a` b", "a b"), ("- a\n- b", "1. a\n2. b"), ("1. a", "3. a"), ("- a\n- b", "- a b"),
    ("## A", "### A"), ("**a** b", "*a* b"), ("**a** b", "**a b**"), ("a b", "a\n\nb"),
    ("> a", "a"), ("~~a~~ b", "a b"), ("a[^1]\n\n[^1]: b", "a[^1]\n\n[^1]: c"),
    ("| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| c d | |"),
  ])
  func `markup that readers see is part of what was read`(text: String, other: String) async {
    let one = await SiteFixture(page: text, frontMatter: Self.reviewed, Self.people).build()
    let two = await SiteFixture(page: other, frontMatter: Self.reviewed, Self.people).build()
    #expect(digest(one) != nil && digest(one) != digest(two))
  }

  @Test(arguments: [
    ("- a\n- b", "* a\n* b"), ("1. a\n2. b", "1. a\n1. b"), ("*a*", "_a_"), ("a\nb", "a b"),
    ("a  b", "a b"), ("## A", "A\n---"), ("- a\n- b", "- a\n<!-- to do -->\n- b"),
    ("[a](help.md)", "[a][h]\n\n[h]: help.md"), ("a", "a\n\n<!-- a remark -->"),
  ])
  func `how it was typed is not`(text: String, other: String) async {
    let one = await SiteFixture(page: text, frontMatter: Self.reviewed, Self.people).build()
    let two = await SiteFixture(page: other, frontMatter: Self.reviewed, Self.people).build()
    #expect(digest(one) != nil && digest(one) == digest(two))
  }

  private func digest(_ site: FixtureBuild, _ path: String = SiteFixture.page) -> String? {
    site.build.document(path).flatMap {
      ReviewDigest.digest(of: $0, site.build.page(path), in: site.build.index.value)
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

  @Test(arguments: ["none", "n/a", "\"-\"", "\"?\"", "Pending"])
  func `a credential or a register that is none is an error`(value: String) async {
    for field in ["credential: MA", "register: R 1"] {
      let name = field.prefix { $0 != ":" }
      let site = await SiteFixture(
        page: "Text.", frontMatter: "reviewer: ⟦1⟧cleo⟦/1⟧",
        Self.people.replacing(field, with: "\(name): \(value)")
      ).build()
      site.expectFindings(.init("unqualified-reviewer", at: 1))
    }
  }

  @Test func `a review by nobody is an error`() async {
    let site = await site("reviewed: ⟦1⟧2026-01-01⟦/1⟧\nreviewBy: 2027-01-01", signed: nil)
    site.expectFindings(.init("unqualified-reviewer", at: 1))
  }

  @Test func `a review without a next one is an error`() async {
    let fields = "reviewer: cleo\nreviewed: ⟦1⟧2026-01-01⟦/1⟧"
    let site = await site(fields)
    site.expectFindings(.init("review-interval", at: 1, "a review needs a day for the next one"))
    expectSilence(site, "review-interval")
  }

  @Test func `a review of the future is an error`() async {
    let fields = "reviewer: cleo\nreviewed: 2026-12-24\nreviewBy: 2027-01-01"
    let site = await site(fields, signed: fields)
    expectSilence(site, "date-in-future")
  }

  @Test func `three years are the longest time between two reviews`() async {
    let fields = "reviewer: cleo\nreviewed: 2026-01-01\nreviewBy: "
    await site(fields + "2029-01-01", signed: fields + "2029-01-01").expectNoFindings()
    expectSilence(
      await site(fields + "2029-01-02", signed: fields + "2029-01-02"), "review-interval")
  }

  @Test func `a reviewer who never was one is an error before any review`() async {
    await site("reviewer: ⟦1⟧ed⟦/1⟧", signed: nil).expectFindings(
      .init("unqualified-reviewer", at: 1))
  }

  @Test(arguments: [
    "reviewer: ⟦1⟧cleo⟦/1⟧", "reviewer: ⟦1⟧cleo⟦/1⟧\nreviewBy: 2027-01-01",
    "reviewer: [bob, ⟦1⟧cleo⟦/1⟧]", "reviewer: ⟦1⟧bob⟦/1⟧", "reviewBy: ⟦1⟧2027-01-01⟦/1⟧",
    "title: ⟦1⟧Page⟦/1⟧",
  ])
  func `a signed page that names no day is an error`(fields: String) async {
    let site = await rebuilt(fields)
    site.expectFindings(
      .init(
        "review-mismatch", at: 1,
        "‘cleo’ signed this page with ‘reviewed: 2026-01-01’, and it names no day of a review"))
    expectSilence(site, "review-mismatch")
  }

  /// The page with other front matter than when Cleo signed it.
  private func rebuilt(_ fields: String) async -> FixtureBuild {
    let before = await SiteFixture(page: "Text.", frontMatter: Self.reviewed, Self.people).build()
    let title = fields.hasPrefix("title:") ? "" : "title: Page\n"
    return await SiteFixture(
      "-- \(SiteFixture.page) --\n---\n\(title)\(fields)\n---\nText.\n" + Self.people
        + "-- content/reviews.lock --\n" + lines(of: before.build, by: ["cleo"])
    ).build()
  }

  @Test func `a signed page without its reviewer says who signed it`() async {
    let site = await rebuilt("reviewed: ⟦1⟧2026-01-01⟦/1⟧\nreviewBy: 2027-01-01")
    site.expectFindings(.init("unqualified-reviewer", at: 1))
    #expect(site.build.diagnostics.first?.help == "write ‘reviewer: cleo’, as the page was signed")
    expectSilence(site, "unqualified-reviewer")
  }

  @Test func `of days that cannot be read nothing more is said`() async {
    await rebuilt("reviewer: cleo\nreviewed: ⟦1⟧2026-02-30⟦/1⟧\nreviewBy: 2027-01-01")
      .expectFindings(.init("invalid-date", at: 1))
  }

  @Test func `days in the wrong order are not shown, even where that is allowed`() async {
    let fields = "reviewer: cleo\nreviewed: 2026-01-02\nreviewBy: 2026-01-01"
    let site = await site(
      fields, signed: fields, more: "-- content/site.yaml --\nname: A\nrules:\n  date-order: off\n")
    site.expectNoFindings()
    #expect(main(site).contains("Not yet reviewed") && !main(site).contains("Cleo"))
  }

  @Test(arguments: [
    ("name: Cleo", "name: Cleo Jones", "name: Cleo", "name: Cleo Jones"),
    ("credential: MA", "credential: MD", "credential: MA", "credential: MD"),
    ("register: R 1", "register: R 9", "register: R 1", "register: R 9"),
    ("name: Cleo", "name: CLEO", "name: Cleo", "name: CLEO"),
  ])
  func `another person under the id of the one who signed is an error`(
    written: String, other: String, signed: String, now: String
  ) async {
    let before = await SiteFixture(page: "Text.", frontMatter: Self.reviewed, Self.people).build()
    let site = await SiteFixture(
      page: "Text.",
      frontMatter: "reviewer: ⟦1⟧cleo⟦/1⟧\nreviewed: 2026-01-01\nreviewBy: 2027-01-01",
      Self.people.replacing(written, with: other) + "-- content/reviews.lock --\n"
        + lines(of: before.build, by: ["cleo"])
    ).build()
    site.expectFindings(
      .init(
        "review-mismatch", at: 1,
        "‘cleo’ signed this page with ‘\(signed)’, and people.yaml says ‘\(now)’"))
    let note = site.build.diagnostics.first?.notes.first
    #expect(note?.location?.path == "content/people.yaml")
    expectSilence(site, "review-mismatch")
  }

  @Test func `another address of the register is the same person`() async {
    let before = await SiteFixture(page: "Text.", frontMatter: Self.reviewed, Self.people).build()
    await SiteFixture(
      page: "Text.", frontMatter: Self.reviewed,
      Self.people.replacing("https://r.example.org/", with: "https://r.example.org/new/")
        + "-- content/reviews.lock --\n" + lines(of: before.build, by: ["cleo"])
    ).build().expectNoFindings()
  }

  @Test func `who takes the place of an id that is gone has to sign`() async {
    let before = await SiteFixture(page: "Text.", frontMatter: Self.reviewed, Self.people).build()
    let site = await SiteFixture(
      page: "Text.",
      frontMatter: "reviewer: ⟦1⟧bob⟦/1⟧\nreviewed: 2026-01-01\nreviewBy: 2027-01-01",
      Self.people.replacing("id: cleo", with: "id: clio") + "-- content/reviews.lock --\n"
        + lines(of: before.build, by: ["cleo"])
    ).build()
    site.expectFindings(.init("review-mismatch", at: 1))
    #expect(
      site.build.diagnostics.first?.help
        == "when ‘bob’ has read exactly this text, run ‘daylight review content/page.md’")
  }

  @Test func `changes alone are no review of the whole`() async {
    let before = await SiteFixture(page: "Text.", frontMatter: Self.reviewed, Self.people).build()
    func site(_ scopes: ReviewLock.Scope...) async -> FixtureBuild {
      await SiteFixture(
        page: "Text.",
        frontMatter: "reviewer: cleo\nreviewed: ⟦1⟧2026-01-01⟦/1⟧\nreviewBy: 2027-01-01",
        Self.people + "-- content/reviews.lock --\n"
          + scopes.map { lines(of: before.build, by: ["cleo"], $0) }.joined()
      ).build()
    }
    await site(.whole, .changes).expectNoFindings()
    await site(.changes).expectFindings(.init("review-mismatch", at: 1))
    await site(.whole, .withdrawn, .changes).expectFindings(.init("review-mismatch", at: 1))
  }

  @Test func `a review that was withdrawn is an error where it is still claimed`() async {
    let before = await SiteFixture(page: "Text.", frontMatter: Self.reviewed, Self.people).build()
    func site(_ fields: String) async -> FixtureBuild {
      await SiteFixture(
        page: "Text.", frontMatter: fields,
        Self.people + "-- content/reviews.lock --\n" + lines(of: before.build, by: ["cleo"])
          + lines(of: before.build, by: ["cleo"], .withdrawn)
      ).build()
    }
    let claimed = await site(
      "reviewer: ⟦1⟧cleo⟦/1⟧\nreviewed: 2026-01-01\nreviewBy: 2027-01-01")
    claimed.expectFindings(
      .init("review-mismatch", at: 1, "‘cleo’ withdrew the review of this page"))
    expectSilence(claimed, "review-mismatch")
    await site("order: 1").expectNoFindings()
  }

  @Test func `a reviewer who is named twice is shown once`() async {
    let fields = "reviewer: [cleo, cleo]\nreviewed: 2026-01-01\nreviewBy: 2027-01-01"
    let site = await site(fields, signed: fields)
    #expect(main(site).split(separator: "Reviewed by Cleo").count == 2)
  }

  @Test(arguments: ["never", "changed", "overdue"])
  func `words that claim a review where there is none are an error`(state: String) async {
    let strings = SiteFixture.templates.first { $0.path == "templates/strings/en.yaml" }
    let role = "    plain-language: Read for plain language by\n"
    let text = String(decoding: strings?.bytes ?? [], as: UTF8.self).replacing(
      role,
      with: role + "  current: A clinician has reviewed this text.\n"
        + "  \(state): \"A clinician has reviewed this text\"\n")
    let site = await SiteFixture(
      page: "Text.", "-- templates/strings/en.yaml --\n" + text
    ).build()
    #expect(site.rules == ["review-words"])
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
    for rule in [
      "review-mismatch", "unqualified-reviewer", "review-interval", "review-lock", "review-words",
    ] {
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
    site.expectFindings(
      .init(
        "review-unsigned",
        help: "when the reviewer has read exactly this text, run ‘daylight review content/page.md "
          + "--reviewer bob’"))
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
        + "-- content/reviews.lock --\n⟦1⟧" + line(.whole)
    ).build()
    site.expectFindings(.init("review-without-page", at: 1))
  }

  @Test func `a line whose page is gone for good is reported no more`() async {
    await SiteFixture(
      page: "Text.",
      Self.people + "-- content/reviews.lock --\n" + line(.whole) + line(.withdrawn)
    ).build().expectNoFindings()
  }

  private func line(_ scope: ReviewLock.Scope) -> String {
    ReviewLine.text(
      of: ReviewLock.Signature(
        reviewed: SiteFixture.today, reviewBy: SiteFixture.today, page: "content/gone.md",
        digest: "sha256:00",
        signer: ReviewSigner(
          id: "cleo", name: "Cleo", credential: "MA", register: "R 1", role: .clinical),
        scope: scope, note: "", at: .file("")))
  }
}
