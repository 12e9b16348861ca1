import DaylightModel
import DaylightSite
import TestSupport
import Testing

@Suite struct BookletTests {
  private func page(_ path: String, _ body: String, fields: String = "") -> String {
    let title = path.split(separator: "/").last?.dropLast(3).uppercased() ?? ""
    return "-- content/\(path) --\n---\ntitle: \(title)\n\(fields)---\n\(body)\n"
  }

  private static let template = SiteFixture.template(
    "booklet",
    "{{{page.introduction}}}{{#page.parts}}<h2 id=\"{{anchor}}\">{{title}}</h2>{{{content}}}"
      + "{{/page.parts}}{{#page.words}}<p id=\"word-{{slug}}\" popover>{{term}}</p>{{/page.words}}"
      + "{{#page.sources}}<p id=\"{{anchor}}\">{{number}}</p>{{/page.sources}}")

  private static let twoPages = "../s/a.md, ../s/b.md"

  private func site(
    _ pages: String, steps: String = twoPages, settings: String = ""
  ) -> SiteFixture {
    SiteFixture(
      Self.template + "-- content/site.yaml --\nname: Practice\n\(settings)"
        + page("paths/p.md", "About.", fields: "steps: [\(steps)]\n") + pages)
  }

  private func booklet(_ pages: String, steps: String = twoPages) async -> String {
    await site(pages, steps: steps).build().main("paths/p/whole/index.html")
  }

  @Test func `the texts follow each other, with their headings one level lower`() async {
    let text = await booklet(page("s/a.md", "## Why\nFirst.") + page("s/b.md", "Second."))
    #expect(
      text == """
        <p>About.</p>
        <h2 id="part-1">A</h2><h3 id="part-1-why" tabindex="-1">
        Why
        </h3>
        <p>First.</p>
        <h2 id="part-2">B</h2><p>Second.</p>
        """)
  }

  @Test func `each page is there once`() async {
    let text = await booklet(
      page("s/a.md", "First.") + page("s/b.md", "Second."),
      steps: "../s/b.md, ../s/a.md, ../s/b.md")
    #expect(text.ranges(of: "Second.").count == 1)
  }

  @Test func `an id that two pages have is two ids`() async {
    let text = await booklet(
      page("s/a.md", "## Why\n[Why](#why).[^1]\n\n[^1]: Note.")
        + page("s/b.md", "## Why\n[Why](#why).[^1]\n\n[^1]: Note."))
    for part in 1...2 {
      for id in ["why", "fn-1", "fnref-1"] {
        #expect(text.contains("id=\"part-\(part)-\(id)\""))
        #expect(text.contains("href=\"#part-\(part)-\(id)\""))
      }
    }
  }

  @Test(arguments: [
    ("b.md", "#part-2"), ("b.md#inside", "#part-2-inside"),
    ("../help.md", "../../../help/index.html"),
    ("../s/c.md#there", "../../../s/c/index.html#there"), ("../index.md", "../../../index.html"),
    ("https://example.org/a", "https://example.org/a"), ("tel:+441632960111", "tel:+441632960111"),
    ("../paths/p.md", "../../../paths/p/index.html"),
  ])
  func `a link leads to a part, or away from it`(reference: String, address: String) async {
    let text = await booklet(
      page("s/a.md", "Read [this page of it](\(reference)).")
        + page("s/b.md", "## Inside\nText.") + page("s/c.md", "## There\nText."))
    #expect(text.contains("href=\"\(address)\""), "\(text)")
  }

  @Test func `links between folders keep their form`() async {
    let pages =
      page("s/a.md", "Read [that](../help.md) and [this](b.md) and [home](../index.md).")
      + page("s/b.md", "Text.")
    let text = await site(pages, settings: "links: folder\n").build()
      .main("paths/p/whole/index.html")
    for address in ["../../../help/", "#part-2", "../../../"] {
      #expect(text.contains("href=\"\(address)\""), "\(text)")
    }
  }

  @Test func `a picture is found from the booklet`() async {
    var site = site(page("s/a.md", "![A bench](bench.png)") + page("s/b.md", "Text."))
    site.attach("content/s/bench.png")
    let text = await site.build().main("paths/p/whole/index.html")
    #expect(text.contains("src=\"../../../s/bench.png\""), "\(text)")
  }

  private static let sources =
    "-- content/sources.yaml --\n"
    + ["x", "y", "z"].map { "\($0):\n  title: Work \($0)\n  kind: book\n" }.joined()

  @Test func `citations have the numbers of one list`() async {
    let text = await booklet(
      page("s/a.md", "So [@x].") + page("s/b.md", "And [see 1, in @y, p. 1]. Also [@x].")
        + Self.sources)
    #expect(text.contains("id=\"part-1-cite-x-1\" href=\"#source-x\" aria-label=\"Source 1\">[1]"))
    #expect(
      text.contains(
        "id=\"part-2-cite-y-1\" href=\"#source-y\" aria-label=\"see 1, in Source 2, p. 1\">"
          + "[see 1, in 2, p. 1]"), "\(text)")
    #expect(text.contains("id=\"part-2-cite-x-1\" href=\"#source-x\" aria-label=\"Source 1\">[1]"))
  }

  @Test func `the list of sources leads back to every part`() async {
    let list = SiteFixture.template(
      "booklet",
      "{{#page.parts}}{{{content}}}{{/page.parts}}<ul>{{#page.sources}}<li id=\"{{anchor}}\">"
        + "{{number}}{{#backlinks}} {{href}}{{/backlinks}}</li>{{/page.sources}}</ul>")
    let build = await SiteFixture(
      list + page("paths/p.md", "About.", fields: "steps: [../s/a.md, ../s/b.md]\n")
        + page("s/a.md", "So [@x].", fields: "sources: [z]\n") + page("s/b.md", "And [@y; @x].")
        + Self.sources
    ).build()
    #expect(
      build.main("paths/p/whole/index.html").contains(
        "<ul><li id=\"source-x\">1 #part-1-cite-x-1 #part-2-cite-x-1</li>"
          + "<li id=\"source-y\">2 #part-2-cite-y-1</li><li id=\"source-z\">3</li></ul>"))
  }

  @Test func `a word is explained where it is first used`() async {
    let text = await booklet(
      page("s/a.md", "Grief is allowed.") + page("s/b.md", "Your grief is *yours*.")
        + "-- content/glossary/grief.md --\n---\nterm: Grief\nsummary: Sorrow.\n"
        + "evidence: popular\n---\nText.\n")
    #expect(text.ranges(of: "popovertarget=\"word-grief\"").count == 1)
    #expect(text.contains("<p>Your grief is <em>yours</em>.</p>"))
  }

  @Test func `search engines are sent to the path`() async {
    let build = await site(
      page("s/a.md", "A.") + page("s/b.md", "B."), settings: "baseURL: https://r.example/\n"
    ).build()
    let whole = build["paths/p/whole/index.html"] ?? ""
    #expect(whole.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(whole.contains("href=\"https://r.example/paths/p/\""))
    #expect(build["sitemap.xml"]?.contains("whole") == false)
  }

  @Test func `the path leads to it`() async {
    let build = await site(page("s/a.md", "A.") + page("s/b.md", "B.")).build()
    #expect(build.main("paths/p/index.html").contains("href=\"../../paths/p/whole/index.html\""))
  }

  @Test(arguments: ["../s/a.md", "../s/a.md, ../s/a.md", "../s/a.md, p.md", "../s/a.md, ../s/d.md"])
  func `a path of one page needs no booklet`(steps: String) async {
    let build = await site(
      page("s/a.md", "A.") + page("s/d.md", "D.", fields: "draft: true\n"), steps: steps
    ).build()
    #expect(!build.paths.contains("paths/p/whole/index.html"))
  }

  @Test func `a page at the address of a booklet is an error`() async {
    let build = await site(
      page("s/a.md", "A.")
        + page("s/b.md", "B.", fields: "aliases: [⟦1⟧/paths/p/whole/⟦/1⟧]\n")
    ).build()
    build.expectFindings(.init("address-collision", at: 1))
  }

  @Test func `an error in a page is not reported again in its booklet`() async {
    let build = await site(
      page("s/a.md", "Read [all about it](nowhere.md).") + page("s/b.md", "B.")
    ).build()
    #expect(build.rules == ["broken-link"])
  }
}
