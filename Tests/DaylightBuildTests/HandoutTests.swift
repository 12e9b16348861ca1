import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightSyntax
import Platform
import TestSupport
import Testing

@Suite struct HandoutTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func page(_ path: String, _ body: String, fields: String = "") -> String {
    let name = path.split(separator: "/").last?.dropLast(3) ?? ""
    let title = name.prefix(1).uppercased() + name.dropFirst()
    return "-- content/\(path) --\n---\ntitle: \(title)\n\(fields)---\n\(body)\n"
  }

  private static let site =
    page(
      "signs/fear.md", "## Why\nSee [all of it](other.md) and [why](#why). ![A bench](bench.png)")
    + page("signs/other.md", "Other.", fields: "shortTitle: Something quiet\n")
    + page("healing/other.md", "Else.")
    + page("paths/start.md", "Slowly.", fields: "steps: [../signs/fear.md, ../healing/other.md]\n")

  private func handout(_ more: String = "") async throws -> Handout {
    let fixture = SiteFixture(Self.site + more)
    for file in fixture.input.content + fixture.input.templates + fixture.input.assets {
      try folder.write(file.path, file.bytes)
    }
    try folder.write("content/signs/bench.png", Pictures.dot())
    let build = try await SiteBuilder(
      site: folder.path, options: BuildOptions(now: SiteFixture.today),
      pipeline: SitePipeline(runner: ParallelRunner(width: 1))
    ).build()
    return Handout(site: folder.path, build: build)
  }

  private func refusal(_ body: () throws -> Void) -> Handout.Refusal? {
    do {
      try body()
      return nil
    } catch {
      return error as? Handout.Refusal
    }
  }

  // MARK: The page

  @Test(arguments: [
    "content/signs/fear.md", "./content/signs/fear.md", "signs/fear.md", "signs/fear",
    "/signs/fear/", "signs/fear/index.html", "fear", "signs/fear/#why",
  ])
  func `a page is found by its file, its address or its name`(page: String) async throws {
    #expect(try await handout().entry(named: page).source == "content/signs/fear.md")
  }

  @Test(arguments: ["paths/start", "start", "paths/start.md", "paths/start/whole/"])
  func `a reading path is found in the same ways`(page: String) async throws {
    #expect(try await handout().entry(named: page).source == "content/paths/start.md")
  }

  @Test func `a page is found by its whole address`() async throws {
    let handout = try await handout(
      "-- content/site.yaml --\nname: Practice\nbaseURL: https://r.example/a/\n")
    let entry = try handout.entry(named: "https://r.example/a/signs/fear/")
    #expect(entry.source == "content/signs/fear.md")
  }

  @Test(arguments: [
    ("signs/faer", "signs/fear"), ("content/signs/feer.md", "content/signs/fear.md"),
    ("paths/strat", "paths/start"), ("faer", "fear"),
  ])
  func `a name that is misspelt is answered with the one that was meant`(
    page: String, meant: String
  ) async throws {
    let handout = try await handout()
    let refusal = refusal { _ = try handout.entry(named: page) }
    #expect(refusal?.message == "there is no page ‘\(page)’")
    #expect(refusal?.help == "did you mean ‘\(meant)’?")
  }

  @Test func `a name that two pages have is answered with both`() async throws {
    let handout = try await handout()
    #expect(
      refusal { _ = try handout.entry(named: "other") }?.help
        == "write which one: content/healing/other.md, content/signs/other.md")
  }

  @Test func `a page without a text is refused`() async throws {
    let handout = try await handout(Self.page("a/b.md", "B.", fields: "topics: [calm]\n"))
    #expect(refusal { _ = try handout.entry(named: "topics/calm") } != nil)
  }

  // MARK: The file

  @Test func `its name is that of the quiet title`() async throws {
    let file = try await handout().write("signs/other", to: nil)
    #expect(file == folder["handouts/something-quiet.html"])
    #expect(folder.text("handouts/something-quiet.html")?.contains("<p>Other.</p>") == true)
  }

  @Test func `it needs no other file`() async throws {
    _ = try await handout().write("fear", to: nil)
    let text = try #require(folder.text("handouts/fear.html"))
    #expect(text.contains("src=\"data:image/png;base64,iVBORw0KGgo"))
    #expect(text.contains("See all of it and <a href=\"#part-1-why\">why</a>"))
    #expect(text.contains("<h2 id=\"part-1-why\""))
    #expect(!text.contains("<script") && !text.contains("<link"))
  }

  @Test func `it has the practice and the day`() async throws {
    _ = try await handout("-- content/site.yaml --\nname: Practice\n").write("fear", to: nil)
    #expect(folder.text("handouts/fear.html")?.contains("<p>Practice, 2026-06-15</p>") == true)
  }

  @Test func `that of a path has all its pages`() async throws {
    _ = try await handout().write("start", to: nil)
    let text = try #require(folder.text("handouts/start.html"))
    for part in ["<p>Slowly.</p>", "<h3 id=\"part-1-why\"", "<h2 id=\"part-2\">Other</h2>"] {
      #expect(text.contains(part))
    }
  }

  @Test func `a handout is written again`() async throws {
    let handout = try await handout()
    _ = try handout.write("fear", to: nil)
    #expect(throws: Never.self) { try handout.write("fear", to: nil) }
  }

  @Test func `a file of somebody else is left alone`() async throws {
    let handout = try await handout()
    try folder.write("mine.html", "My own words")
    let output = folder["mine.html"]
    #expect(refusal { _ = try handout.write("fear", to: output) } != nil)
    #expect(folder.text("mine.html") == "My own words")
  }

  @Test(arguments: ["content/x.html", "content/signs/x.html", "templates/x.html", "public/x.html"])
  func `it is never written into the site`(output: String) async throws {
    let handout = try await handout()
    try folder.makeFolder("public")
    let output = folder[output]
    #expect(
      refusal { _ = try handout.write("fear", to: output) }?.message.contains("belongs to the site")
        == true)
  }

  @Test func `it is never written into a site that was built elsewhere`() async throws {
    let handout = try await handout()
    try folder.write("elsewhere/.daylight-manifest", "")
    try folder.makeFolder("elsewhere/signs")
    let output = folder["elsewhere/signs/x.html"]
    #expect(refusal { _ = try handout.write("fear", to: output) } != nil)
  }

  @Test func `a link into the site is followed before it is refused`() async throws {
    let handout = try await handout()
    try folder.link("shortcut", to: folder["content"])
    let output = folder["shortcut/x.html"]
    #expect(refusal { _ = try handout.write("fear", to: output) } != nil)
  }

  @Test func `an output that is a folder gets a file of a quiet name`() async throws {
    let handout = try await handout()
    try folder.makeFolder("desk")
    _ = try handout.write("signs/other", to: folder["desk"])
    #expect(folder.text("desk/something-quiet.html") != nil)
  }

  @Test func `a name that browsers do not open is refused`() async throws {
    let handout = try await handout()
    let output = folder["sheet.pdf"]
    #expect(
      refusal { _ = try handout.write("fear", to: output) }?.help
        == "write a name that ends in ‘.html’, as in sheet.html")
  }

  @Test func `a folder that is not there is a system error`() async throws {
    let handout = try await handout()
    let output = folder["nowhere/sheet.html"]
    #expect(throws: BuildFailure.self) { try handout.write("fear", to: output) }
  }

  @Test func `a site with errors makes no handout`() async throws {
    let handout = try await handout(Self.page("a/b.md", "Read [all about it](nowhere.md)."))
    #expect(refusal { _ = try handout.write("fear", to: nil) } != nil)
    #expect(folder.text("handouts/fear.html") == nil)
  }
}
