import DaylightModel
import DaylightSite
import DaylightSyntax
import Platform
import TestSupport
import Testing

@testable import DaylightStarter

/// New pages of a site, and that they are right there.
@Suite struct NewPageTests {
  private static let archive = """
    -- content/reading/index.md --
    ---
    title: Reading
    ---
    -- content/reading/rest.md --
    ---
    title: Rest
    order: 3
    ---
    Rest is allowed.
    -- content/practice/index.md --
    ---
    title: Who we are
    ---
    -- content/people.yaml --
    # The people.

    - id: practice
      name: The practice
      role: practice
      # a comment of ours
    """

  private func index(_ more: String = "") async -> SiteIndex {
    await SiteFixture(Self.archive + "\n" + more).build().build.index.value
  }

  private func people(_ text: String) -> SourceFile {
    SourceFile(path: "content/people.yaml", text: text)
  }

  private var people: SourceFile {
    people("# The people.\n\n- id: practice\n  name: The practice\n  role: practice\n")
  }

  private func make(
    _ kind: NewPage.Kind, _ title: String, slug: String? = nil, _ more: String = ""
  ) async throws -> NewPage {
    try NewPage.make(kind, title: title, slug: slug, in: await index(more), people: people)
  }

  private func problem(
    _ kind: NewPage.Kind, _ title: String, slug: String? = nil, _ more: String = ""
  ) async -> String {
    do {
      return try await make(kind, title, slug: slug, more).path
    } catch let problem as NewPageProblem {
      return problem.message + ": " + problem.help
    } catch {
      return "\(error)"
    }
  }

  private let article = NewPage.Kind.article(section: nil)
  private let therapist = NewPerson(role: .therapist)

  @Test func `an article gets the next place in its section`() async throws {
    let page = try await make(article, "Small steps")
    let text = String(decoding: page.file.bytes, as: UTF8.self)
    #expect(page.path == "content/reading/small-steps.md")
    #expect(text.hasPrefix("---\ntitle: Small steps\n"))
    #expect(text.contains("\norder: 4\nauthor: practice\n"))
    #expect(text.contains("\ndraft: true\n---\n"))
    #expect(page.folderPages == [])
  }

  @Test func `a section that is not there gets its page, and so does the one that it is in`()
    async throws
  {
    let page = try await make(.article(section: "first-steps/at-home"), "A door")
    #expect(page.path == "content/first-steps/at-home/a-door.md")
    #expect(
      page.folderPages.map(\.path) == [
        "content/first-steps/index.md", "content/first-steps/at-home/index.md",
      ])
    let text = String(decoding: page.folderPages[0].bytes, as: UTF8.self)
    #expect(text.hasPrefix("---\ntitle: First steps\n"))
    #expect(text.contains("\ndraft: true\n---\n"))
  }

  @Test func `of several sections one has to be chosen`() async {
    let more = "-- content/signs/index.md --\n---\ntitle: Signs\n---\n"
    #expect(
      await problem(article, "A", more)
        == "the site has several sections: choose one, as in ‘--section reading’; there are reading, "
        + "signs")
  }

  @Test(arguments: [
    ("glossary", "‘glossary’ has pages of its own kind: ‘daylight new term’ makes one"),
    ("Über uns", "‘Über uns’ cannot be the name of a section: write ‘--section über-uns’"),
    ("../x", "‘../x’ cannot be the name of a section: write ‘--section x’"),
    (
      "",
      "‘’ cannot be the name of a section: use small letters, digits and hyphens, as in first-steps"
    ),
  ])
  func `a folder that cannot be a section is refused`(section: String, says: String) async {
    #expect(await problem(.article(section: section), "A") == says)
  }

  @Test func `a page that is there is never written over`() async {
    #expect(
      await problem(article, "Rest")
        == "there is a page ‘content/reading/rest.md’ already: ‘Rest’: choose another title, or "
        + "another name: ‘--slug rest-2’")
  }

  @Test func `an address that another page has is refused`() async {
    let more = "-- content/reading/pause.md --\n---\ntitle: Pause\nslug: small-steps\n---\nText.\n"
    #expect(
      await problem(article, "Small steps", more).hasPrefix(
        "there is a page ‘content/reading/pause.md’"))
  }

  @Test(arguments: [
    ("", "the title is empty: write it in quotation marks, as in \"Small steps\""),
    (" \t\n", "the title is empty: write it in quotation marks, as in \"Small steps\""),
    (
      "🌿 …",
      "no file can be named after ‘🌿 …’: it has no letters and no digits: choose the name yourself, "
        + "as in ‘--slug small-steps’"
    ),
    (
      "Index",
      "no page can be called ‘index’: that name has a meaning of its own: choose another name, as in "
        + "‘--slug index-page’"
    ),
    (
      "Con",
      "no page can be called ‘con’: that name has a meaning of its own: choose another name, as in "
        + "‘--slug con-page’"
    ),
  ])
  func `a title that names no page is refused`(title: String, says: String) async {
    #expect(await problem(article, title) == says)
  }

  @Test func `a title with Markdown is refused with the reason`() async {
    #expect(await problem(article, "A **bold** step").contains("**bold**"))
  }

  @Test func `a name that was chosen has to be one`() async throws {
    #expect(try await make(article, "🌿", slug: "leaf").path == "content/reading/leaf.md")
    #expect(
      await problem(article, "A", slug: "Small Steps")
        == "‘Small Steps’ cannot be the name of a page: write ‘--slug small-steps’")
  }

  @Test func `a long title makes a name of whole words`() async throws {
    let title = Array(repeating: "closeness", count: 12).joined(separator: " ")
    let name = try await make(article, title).path.split(separator: "/").last ?? ""
    #expect(name == "closeness-closeness-closeness-closeness-closeness-closeness.md")
  }

  @Test func `a word goes into the glossary, which is made if there is none`() async throws {
    let page = try await make(.term, "Window: of tolerance")
    #expect(page.path == "content/glossary/window-of-tolerance.md")
    #expect(page.folderPages.map(\.path) == ["content/glossary/index.md"])
    let text = String(decoding: page.file.bytes, as: UTF8.self)
    #expect(text.hasPrefix("---\nterm: \"Window: of tolerance\"\n"))
  }

  @Test func `a word that the glossary has is refused`() async {
    let more =
      "-- content/glossary/grief.md --\n---\nterm: Grief\nsummary: A loss.\nevidence: popular\n---\n"
    #expect(
      await problem(.term, "grief", slug: "grief-2", more)
        == "the glossary has the word ‘Grief’ already: it is in ‘content/glossary/grief.md’")
  }

  @Test func `a reading path leads through the pages that were named, in their order`() async throws
  {
    let page = try await make(.path(steps: ["help", "reading/rest.md"]), "After")
    let text = String(decoding: page.file.bytes, as: UTF8.self)
    #expect(text.contains("steps:\n  - ../help.md\n  - ../reading/rest.md\n---\n"))
  }

  @Test func `a page of a path that is not there is suggested`() async {
    #expect(
      await problem(.path(steps: ["reading/rset.md"]), "After")
        == "there is no page ‘reading/rset.md’: did you mean ‘content/reading/rest.md’?")
  }

  @Test func `a person is added after the others, and nothing else is touched`() async throws {
    let page = try await make(.person(therapist), "Anna: Kowalska")
    let text = String(decoding: page.people?.bytes ?? [], as: UTF8.self)
    #expect(page.path == "content/practice/anna-kowalska.md")
    #expect(text.hasPrefix(String(decoding: people.bytes, as: UTF8.self)))
    #expect(
      text.contains("\n\n- id: anna-kowalska\n  name: \"Anna: Kowalska\"\n  role: therapist\n"))
  }

  @Test func `only therapists are asked for languages and new clients`() async throws {
    for role in [People.Role.therapist, .reviewer, .author] {
      let person = NewPerson(
        role: role, credential: "MA", register: "R 1", url: "https://r.example.org/")
      let page = try await make(.person(person), "Anna")
      let text = String(decoding: page.people?.bytes ?? [], as: UTF8.self)
      #expect(text.contains("# languages: ") == (role == .therapist))
      #expect(text.contains("# jobTitle: ") == (role == .therapist))
    }
  }

  @Test func `without a page of the practice a person has no page`() async throws {
    let index = await SiteFixture(page: "Text.").build().build.index.value
    let page = try NewPage.make(.person(therapist), title: "Anna", in: index, people: nil)
    #expect(page.path == "content/people.yaml")
    #expect(page.people == page.file)
  }

  @Test(arguments: [
    "- id: a\r\n  name: A\r\n  role: author\r\n", "  - id: a\n    name: A\n    role: author",
    "# Only a comment\n", "",
  ])
  func `a list is kept in its own form`(text: String) throws {
    let file = try therapist.added(to: people(text), id: "b", name: "B")
    let new = String(decoding: file.bytes, as: UTF8.self)
    #expect(new.hasPrefix(text))
    #expect(new.contains("\r\n") == text.contains("\r\n"))
    #expect(People.decode(file).value["b"]?.name.value == "B")
  }

  @Test(arguments: ["a: b\n", "[{id: a, name: A, role: author}]\n", "- id: a\n   name: A\n"])
  func `a file to which nobody can be added stays as it is`(text: String) {
    #expect(throws: NewPageProblem.self) {
      try therapist.added(to: people(text), id: "b", name: "B")
    }
  }

  @Test func `a reviewer is added with what readers look up`() throws {
    let reviewer = NewPerson(
      role: .reviewer, credential: "DClinPsy", register: "HCPC # 1",
      url: "https://register.example/1")
    let file = try reviewer.added(to: people, id: "ben", name: "Ben")
    #expect(People.decode(file).diagnostics.isEmpty)
    #expect(People.decode(file).value["ben"]?.register?.value == "HCPC # 1")
  }

  @Test func `whatever is made, the site has nothing to fix, drafts or not`() async throws {
    var site = NewSite(SiteAnswers(), today: SiteFixture.today, version: "1").files
    let kinds: [(NewPage.Kind, String)] = [
      (.article(section: nil), "Small \"steps\": a beginning"),
      (.article(section: "another-part"), "A step"), (.term, "Window of tolerance"),
      (.checklist, "Before you call"), (.path(steps: []), "A first path"),
      (.person(therapist), "Anna Kowalska"),
    ]
    for (kind, title) in kinds {
      let index = await build(site, drafts: true).index.value
      let list = site.first { $0.path == "content/people.yaml" }
      let page = try NewPage.make(kind, title: title, in: index, people: list)
      if let people = page.people { site.removeAll { $0.path == people.path } }
      site += [page.file, page.people].compactMap(\.self) + page.folderPages
    }
    for drafts in [false, true] {
      let found = await build(site, drafts: drafts).diagnostics.filter { $0.severity == .error }
        .map { "\($0.location?.path ?? ""): \($0.message)" }
      #expect(found == [])
    }
  }

  private func build(_ files: [SourceFile], drafts: Bool) async -> SiteBuild {
    var input = SiteInput(
      content: files.filter { $0.path.hasPrefix("content/") }.sorted { $0.path < $1.path },
      templates: files.filter { $0.path.hasPrefix("templates/") },
      options: BuildOptions(now: SiteFixture.today, drafts: drafts))
    input.complete(with: BuiltInTheme.files)
    return await SitePipeline(runner: ParallelRunner(width: 2)).build(input)
  }
}
