import DaylightSite
import DaylightSyntax
import DaylightTheme
import Platform
import TestSupport
import Testing

@Suite struct StrayFileTests {
  private static let page = "---\ntitle: Partners\ndraft: true\n---\n\nText.\n"

  private func build(_ path: String, _ text: String = page, _ more: String = "") async
    -> FixtureBuild
  {
    var files = [(path: path, text: text)]
    if !more.isEmpty { files.append((more, Self.page)) }
    return await SiteFixture(files: files).build()
  }

  @Test(arguments: [
    ("content/a/p.md.txt", "p.md"), ("content/a/page.MD", "page.md"), ("content/a/p.Md", "p.md"),
    ("content/a/p.markdown", "p.md"), ("content/a/p.MARKDOWN", "p.md"), ("content/a/p.mdx", "p.md"),
    ("content/a/p.mdown", "p.md"), ("content/a/p.mkd", "p.md"), ("content/a/p.md.docx", "p.md"),
    ("content/a/p.markdown.txt", "p.md"), ("content/a/p.md.html", "p.md"), ("content/a/p", "p.md"),
    ("content/a/p.txt", "p.md"), ("content/a/p.md.md", "p.md"), ("content/a/p.txt.md", "p.md"),
    ("content/a/v1.2.mdx", "v1.2.md"), ("content/a/INDEX.MD", "index.md"),
    ("content/a/_index.md.txt", "index.md"), ("content/glossary/Index.markdown", "index.md"),
    ("content/a/b/c.text", "c.md"),
  ])
  func `a page under another name is never published, and its name is said`(
    path: String, name: String
  ) async {
    let site = await build(path)
    let found = site.build.diagnostics.filter { $0.rule.id == "misnamed-page" }
    #expect(found.map(\.help) == ["rename it ‘\(name)’"])
    #expect(found.first?.location == .file(path))
    #expect(site.paths.isEmpty)
    #expect(site.build.rendered?.artifacts[String(path.dropFirst(8))] == nil)
  }

  @Test(arguments: [
    ("content/a/Index.md", "index.md"), ("content/a/_index.md", "index.md"),
    ("content/a/index.md.md", "index.md"), ("content/Help.md", "help.md"),
    ("content/Index.md", "index.md"),
  ])
  func `the page of a folder under another name is one error`(path: String, name: String) async {
    var input = SiteFixture(files: [(path: path, text: Self.page)]).input
    let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
    input.content.removeAll { $0.path == folder + name }
    let build = await SitePipeline(runner: ParallelRunner(width: 1)).build(input)
    // The settings may name the page too.
    let findings = build.diagnostics.filter { $0.location?.path != "content/site.yaml" }
    #expect(findings.map(\.rule.id) == ["misnamed-page"])
    #expect(findings.map(\.help) == ["rename it ‘\(name)’"])
    #expect(findings.first?.location == .file(path))
  }

  @Test func `a plain text is a page that lacks its front matter`() async {
    let site = await build("content/article.txt", "Some words.\n")
    #expect(
      site.build.diagnostics.map(\.help) == [
        "rename it ‘article.md’, and open it with three lines: ‘---’, ‘title: …’ and ‘---’"
      ])
  }

  @Test func `beside the page itself a second text has to go`() async {
    for path in ["content/a/p.md.txt", "content/a/p.mdx"] {
      let site = await build(path, Self.page, "content/a/p.md")
      #expect(
        site.build.diagnostics.map(\.help) == [
          "‘p.md’ is there already: bring over what it lacks, then delete this file"
        ])
    }
  }

  @Test(arguments: [
    "content/humans.txt", "content/a/LICENSE.txt", "content/CNAME", "content/a/tree.webp",
    "content/a/tree.JPG",
  ])
  func `a file that belongs there is published`(path: String) async {
    let site = await build(path, "words")
    #expect(!site.rules.contains("misnamed-page") && !site.rules.contains("unsafe-file"))
  }

  @Test func `a file that says its own name for a search engine is published`() async {
    let name = "0f3c9a7be21d4c6f"
    #expect(await build("content/\(name).txt", name + "\n").rules == [])
  }

  @Test(arguments: [
    ("letter.docx", "copy its text into a page, ‘letter.md’, and move this file out of ‘content’"),
    ("letter.odt", "copy its text into a page, ‘letter.md’, and move this file out of ‘content’"),
    ("letter.Pages", "copy its text into a page, ‘letter.md’, and move this file out of ‘content’"),
    (
      "old page.html",
      "copy its text into a page, ‘old page.md’, and move this file out of ‘content’"
    ),
    (
      "IMG_0423.HEIC",
      "export the photograph as JPEG, put that here, and move this file out of ‘content’"
    ),
    ("a.tiff", "export the photograph as JPEG, put that here, and move this file out of ‘content’"),
    ("a.CR2", "export the photograph as JPEG, put that here, and move this file out of ‘content’"),
    ("leaf.ai", "export the drawing as SVG, put that here, and move this file out of ‘content’"),
    ("bench.jfif", "rename it ‘bench.jpg’"),
    (
      "guide.pdf",
      "write what it says on a page; or, if readers may keep it, write ‘downloads: true’ in "
        + "‘content/site.yaml’"
    ),
    ("numbers.xlsx", "move the file out of ‘content’; write what it says on a page of its own"),
  ])
  func `a file in another form says which form to use`(name: String, help: String) async {
    let site = await build("content/a/" + name, "bytes")
    let found = site.build.diagnostics.filter { $0.rule.id == "unsafe-file" }
    #expect(found.map(\.help) == [help])
    #expect(site.build.rendered?.artifacts["a/" + name] == nil)
  }

  @Test(arguments: [
    "vercel.json", "netlify.toml", "_headers", "_redirects", "staticwebapp.config.json",
    ".htaccess", "web.config", "firebase.json", "Vercel.json", "a/_headers", "wrangler.toml",
  ])
  func `what tells a host to send headers or cookies is refused`(name: String) async {
    let site = await build("content/" + name, "{}")
    #expect(site.rules == ["host-file"])
    #expect(site.build.diagnostics.first?.location == .file("content/" + name))
  }

  @Test(arguments: ["people.yml", "site.YAML", "help.yaml.txt"])
  func `a data file under another name says the right one`(name: String) async {
    let site = await build("content/" + name, "- a: 1\n")
    #expect(site.rules.contains("unknown-data-file") || name.hasSuffix("txt"))
    #expect(site.build.hasErrors)
  }

  @Test func `a link to a PDF says the same whether it is there or not`() async {
    var site = SiteFixture(page: "⟦1⟧[the guide](guide.pdf)⟦/1⟧")
    let reason =
      "the file ‘guide.pdf’ may not be published: it would be in the reader’s Downloads"
      + " folder, where others find it"
    let link = ExpectedFinding(
      "broken-link", at: 1, reason,
      help: "write what it says on a page of its own, or ‘downloads: true’ in ‘content/site.yaml’")
    await site.build().expectFindings(link)
    site.attach("content/guide.pdf", "%PDF-1.7")
    await site.build().expectFindings(link, .init("unsafe-file", reason))
  }

  @Test func `a link to a page under another name says to rename it`() async {
    var site = SiteFixture(page: "⟦1⟧[one](a.md)⟦/1⟧ ⟦2⟧[two](a.MD)⟦/2⟧")
    site.attach("content/a.MD", Self.page)
    await site.build().expectFindings(
      .init(
        "broken-link", at: 1, "the page at ‘a.md’ is still called ‘a.MD’",
        help: "rename that file; this link is right then"),
      .init("broken-link", at: 2, help: "rename that file ‘a.md’, and link to it by that name"),
      .init("misnamed-page", help: "rename it ‘a.md’"))
  }

  private static let team = """
    -- content/team.md --
    ---
    title: Team
    ---
    We.
    -- content/team/ann.md --
    ---
    title: Ann
    ---
    Ann.
    """

  @Test func `the page of a folder that lies beside it is to be moved into it`() async {
    var input = SiteFixture(Self.team).input
    input.content.removeAll { $0.path == "content/team/index.md" }
    let build = await SitePipeline(runner: ParallelRunner(width: 1)).build(input)
    #expect(build.diagnostics.map(\.rule.id) == ["missing-page"])
    #expect(build.diagnostics.first?.location == .file("content/team.md"))
    #expect(
      build.diagnostics.first?.help
        == "move it into the folder and call it ‘index.md’; its links to pages then begin with"
        + " ‘../’, and links to it lead to ‘team/index.md’")
  }

  @Test func `of two pages of one folder one has to go`() async {
    let site = await SiteFixture(Self.team).build()
    #expect(site.rules == ["address-collision"])
    #expect(
      site.build.diagnostics.first?.help
        == "keep one of the two: bring the text of the other into ‘content/team/index.md’, then"
        + " delete that")
  }
}
