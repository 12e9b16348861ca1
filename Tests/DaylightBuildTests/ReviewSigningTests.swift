import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightSyntax
import Platform
import Testing

@Suite struct ReviewSigningTests {
  private static let people = """
    - {id: ann, name: Ann, role: reviewer, credential: MA, register: R 1, url: "https://r.example.org/"}
    - {id: dana, name: Dana, role: reviewer, reviews: lived-experience}
    - {id: team, name: The team, role: practice}
    """

  private func folder(_ reviewers: String, _ body: String = "Text.") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("content/people.yaml", Self.people)
    try write(folder, reviewers, body)
    try folder.write(
      "content/glossary/bond.md",
      "---\nterm: Bond\nsummary: A tie.\nevidence: popular\nreviewer: ann\n"
        + "reviewed: 2026-01-01\nreviewBy: 2027-01-01\n---\n\nText.\n")
    return folder
  }

  private func write(_ folder: TemporaryFolder, _ reviewers: String, _ body: String) throws {
    try folder.write(
      "content/a b.md",
      "---\ntitle: A\nreviewer: \(reviewers)\nreviewed: 2026-01-01\nreviewBy: 2027-01-01\n---\n\n\(body)\n"
    )
  }

  private func build(_ folder: TemporaryFolder, drafts: Bool = false) async throws -> SiteBuild {
    let today = try #require(CalendarDate(iso: "2026-06-15"))
    return try await SiteBuilder(
      site: folder.path, options: BuildOptions(now: today, drafts: drafts),
      pipeline: SitePipeline(runner: ParallelRunner(width: 1))
    ).build()
  }

  private func sign(
    _ folder: TemporaryFolder, _ page: String, by reviewer: String? = nil,
    scope: ReviewLock.Scope = .whole, note: String = ""
  ) async throws {
    let signing = ReviewSigning(site: folder.path, build: try await build(folder))
    try signing.append([
      try signing.signature(.init(page: page, reviewer: reviewer, scope: scope, note: note))
    ])
  }

  private func lines(_ folder: TemporaryFolder) throws -> [String] {
    try #require(folder.text("content/reviews.lock")).split(separator: "\n").map(String.init)
  }

  @Test func `signing again keeps the earlier lines`() async throws {
    let folder = try folder("ann")
    try await sign(folder, "content/a b.md", note: "On\tpaper,\u{7}\nread twice.")
    let first = try lines(folder)
    #expect(
      first.count == 2
        && first[1].contains("\tann\tAnn\tMA\tR 1\tclinical\twhole\tOn paper, read twice.\tline:"))
    try write(folder, "ann", "Other.")
    try await sign(folder, "./content/a b.md", scope: .changes)
    let second = try lines(folder)
    #expect(second.count == 3 && Array(second.prefix(2)) == first)
    #expect(second[2].contains("\tchanges\t") && second[1] != second[2])
  }

  @Test func `a glossary entry is signed like a page`() async throws {
    let folder = try folder("ann")
    try await sign(folder, "glossary/bond.md")
    let list = ReviewList(try await build(folder))
    #expect(list.items.map { "\($0.concern) \($0.page)" } == ["unsigned content/a b.md"])
  }

  @Test(arguments: [
    ("content/glossary/bnd.md", nil, "did you mean ‘content/glossary/bond.md’?"),
    ("content/a b.md", "dana", "write ‘dana’ under ‘reviewer’ in its front matter"),
  ])
  func `a page that cannot be signed says what to do`(
    page: String, reviewer: String?, help: String
  ) async throws {
    let folder = try folder("ann")
    let refusal = await #expect(throws: ReviewSigning.Refusal.self) {
      try await sign(folder, page, by: reviewer)
    }
    #expect(refusal?.help == help)
  }

  @Test func `with several reviewers, one must be named`() async throws {
    let folder = try folder("[ann, dana]")
    await #expect(throws: ReviewSigning.Refusal.self) { try await sign(folder, "a b.md") }
    try await sign(folder, "a b.md", by: "dana")
    #expect(try lines(folder).last?.contains("\tdana\tDana\t\t\tlived-experience\t") == true)
  }

  @Test func `only reviewers can sign`() async throws {
    let folder = try folder("team")
    await #expect(throws: ReviewSigning.Refusal.self) { try await sign(folder, "a b.md") }
  }

  @Test func `only a reviewer who has signed the whole page signs changes`() async throws {
    let folder = try folder("ann")
    await #expect(throws: ReviewSigning.Refusal.self) {
      try await sign(folder, "a b.md", scope: .changes)
    }
  }

  @Test func `a page may be named by its whole path`() async throws {
    let folder = try folder("ann")
    try await sign(folder, folder.path + "/content/a b.md")
    #expect(try lines(folder).last?.contains("\tcontent/a b.md\t") == true)
  }

  @Test func `a file whose name would break the line is not signed`() async throws {
    let folder = try folder("ann")
    let text = try #require(folder.text("content/a b.md"))
    try folder.write("content/a\tb.md", text)
    let refusal = await #expect(throws: ReviewSigning.Refusal.self) {
      try await sign(folder, "a\tb.md")
    }
    #expect(refusal?.message == "the name of ‘content/a\tb.md’ has a character that nobody can see")
  }

  @Test func `a signature is withdrawn by a line of its own`() async throws {
    let folder = try folder("ann")
    try await sign(folder, "a b.md")
    let signed = try lines(folder)
    try await sign(folder, "a b.md", scope: .withdrawn, note: "At her own wish.")
    let withdrawn = try lines(folder)
    #expect(Array(withdrawn.prefix(signed.count)) == signed)
    #expect(withdrawn.last?.hasPrefix("2026-06-15\t") == true)
    #expect(withdrawn.last?.contains("\twithdrawn\tAt her own wish.\t") == true)
    let refusal = await #expect(throws: ReviewSigning.Refusal.self) {
      try await sign(folder, "a b.md", scope: .withdrawn)
    }
    #expect(refusal?.message == "there is no signature of ‘content/a b.md’ to withdraw")
  }

  @Test func `whoever took over an id does not sign changes alone`() async throws {
    let folder = try folder("ann")
    try await sign(folder, "a b.md")
    try folder.write(
      "content/people.yaml", Self.people.replacing("name: Ann", with: "name: Bob"))
    await #expect(throws: ReviewSigning.Refusal.self) {
      try await sign(folder, "a b.md", scope: .changes)
    }
    try await sign(folder, "a b.md", note: "New name.")
    #expect(try await ReviewList(build(folder)).items.allSatisfy { $0.page != "content/a b.md" })
  }

  @Test func `nothing is added to a file with a line that was edited`() async throws {
    let folder = try folder("ann")
    try await sign(folder, "a b.md")
    let lock = try #require(folder.text("content/reviews.lock"))
    try folder.write("content/reviews.lock", lock.replacing("2026-01-01", with: "2026-02-01"))
    let refusal = await #expect(throws: ReviewSigning.Refusal.self) {
      try await sign(folder, "a b.md")
    }
    #expect(
      refusal?.message == "line 2 of reviews.lock: this line was changed after Daylight wrote it")
    let list = ReviewList(try await build(folder))
    #expect(list.items.first?.page == "content/reviews.lock")
  }

  @Test func `a word that is a draft is no part of what is signed`() async throws {
    let folder = try folder("ann", "A bond and a tie.")
    try folder.write(
      "content/glossary/tie.md",
      "---\nterm: Tie\nsummary: A knot.\nevidence: popular\ndraft: true\n---\n\nText.\n")
    let drafts = try await build(folder, drafts: true)
    let signing = ReviewSigning(site: folder.path, build: drafts)
    try signing.append([try signing.signature(.init(page: "a b.md"))])
    for build in [try await build(folder), try await build(folder, drafts: true)] {
      #expect(ReviewList(build).items.allSatisfy { $0.page != "content/a b.md" })
    }
  }

  @Test func `the list names the pages that are gone`() async throws {
    let folder = try folder("ann")
    try await sign(folder, "a b.md")
    try folder.remove("content/a b.md")
    let list = ReviewList(try await build(folder))
    #expect(list.items.filter { $0.concern == .gone }.map(\.page) == ["content/a b.md"])
  }

  @Test func `the record names reviewers, registers and versions of every page`() async throws {
    let folder = try folder("ann")
    try await sign(folder, "a b.md")
    let report = ReviewReport(try await build(folder))
    #expect(report.csv.contains("\"content/a b.md\",\"sha256:"))
    #expect(
      report.csv.contains("\"Ann (clinical)\",\"R 1\",\"2026-01-01\",\"2027-01-01\",\"current\""))
    #expect(report.markdown.contains("| content/glossary/bond.md | sha256:"))
  }

  @Test func `the record names what was found on a page, with its severity`() async throws {
    let folder = try folder("ann", "See [the signs](signs.md).")
    let report = ReviewReport(try await build(folder))
    #expect(report.csv.contains("error: no page at ‘signs.md’ [broken-link]"))
  }
}
