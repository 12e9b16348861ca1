import Testing

@Suite struct ReviewTests {
  let folder: CommandFolder

  init() async throws {
    folder = try CommandFolder()
    await folder.run("new", "site", ".", "--defaults", "--starter", "minimal")
    try folder.append(
      """

      - id: ann
        name: Ann Example
        role: reviewer
        credential: MA
        register: R 1
        url: "https://register.example.org/1"

      """, to: "content/people.yaml")
    try folder.write(
      "content/signs.md",
      """
      ---
      title: Signs
      reviewer: ann
      reviewed: 2026-10-01
      reviewBy: 2027-10-01
      ---

      Rest is allowed.

      """)
  }

  private func review(_ arguments: String..., endsWith code: CInt = 0) async -> String {
    await folder.run(["review", "--now", "2026-11-01"] + arguments, endsWith: code)
  }

  @Test func `a page is on the list until it is signed`() async {
    #expect(await review().contains("content/signs.md"))
    #expect(await review("content/signs.md").contains("Signed: content/signs.md by ann"))
    #expect(folder.text("content/reviews.lock")?.contains("\tann\tAnn Example\t") == true)
    #expect(await !review().contains("content/signs.md"))
  }

  @Test func `a signature can be withdrawn`() async {
    await folder.run("review", "--now", "2026-11-01", "content/signs.md")
    let said = await review("content/signs.md", "--scope", "withdrawn")
    #expect(said.contains("Withdrawn: content/signs.md by ann"))
  }

  @Test func `a page that cannot be signed is refused, and nothing is written`() async {
    let said = await review("content/nowhere.md", endsWith: 1)
    #expect(said.contains("error: "))
    #expect(!folder.has("content/reviews.lock"))
  }

  @Test func `the list is also there for programs`() async {
    #expect(await review("--format", "json").contains("\"content/signs.md\""))
    #expect(await review("--format", "sarif", endsWith: 64).contains("error: ‘review’"))
  }

  @Test func `a record of all reviews is written, and covers all pages`() async {
    #expect(await review("--report").contains("Written: review-report.md"))
    #expect(folder.text("review-report.csv")?.contains("content/signs.md") == true)
    #expect(
      await review("--report", "content/signs.md", endsWith: 64).contains("covers all pages"))
  }
}
