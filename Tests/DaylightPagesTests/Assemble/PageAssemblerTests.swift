import DaylightSyntax
import TestSupport
import Testing

@Suite struct PageAssemblerTests {
  /// What cmark-gfm itself prints.
  private func printed(_ markdown: String) -> String {
    let html = MarkdownTree.withTree(parsing: Array(markdown.utf8)) { $0.html() }
    return html.text
  }

  @Test(arguments: [
    "Plain *text* with **all** ~~sorts~~ of `code`.\n", "- one\n- two\n  1. three\n",
    "> quoted\n\n---\n\n    code\n", "```swift\nlet a = 1\n```\n", "a  \nb\\\nc\n",
    "1. a\n\n2. b\n", "&amp; &lt; \" ' <\n",
    "über 心 🙂 e\u{301}\n", "",
  ])
  func `a page without anything of ours is as cmark-gfm prints it`(markdown: String) async {
    #expect(await SiteFixture(page: markdown).build().body() == printed(markdown + "\n"))
  }

  @Test func `lines may end in any way`() async {
    let site = await SiteFixture(page: "One\r\ntwo.\r\n\r\n## Three\r\n\r\nFour.\r\n").build()
    site.expectNoFindings()
    #expect(site.body().hasPrefix("<p>One\ntwo.</p>\n<h2 id=\"three\""))
  }

  @Test func `raw HTML is shown as it was written, and said`() async {
    let site = await SiteFixture(page: "A ⟦1⟧<b>⟦/1⟧bold⟦2⟧</b>⟦/2⟧ word.").build()
    site.expectFindings(
      .init("raw-html", at: 1, "‘<b>’ is HTML, and readers will see it as text"),
      .init("raw-html", at: 2))
    #expect(site.body() == "<p>A &lt;b&gt;bold&lt;/b&gt; word.</p>\n")
  }

  @Test func `raw HTML is printed where the site allows it`() async {
    let site = await SiteFixture(
      page: "A <b>bold</b> word.", "-- content/site.yaml --\nname: A\nrawHTML: true\n"
    ).build()
    site.expectNoFindings()
    #expect(site.body() == "<p>A <b>bold</b> word.</p>\n")
  }

  @Test func `a comment that is never closed is an error`() async {
    let site = await SiteFixture(page: "Text.\n\n⟦1⟧<!-- hidden⟦/1⟧\nmore\n").build()
    site.expectFindings(.init("unclosed-comment", at: 1, "this comment is never closed"))
  }

  @Test func `a text beyond the limits is refused and not parsed`() async {
    let site = await SiteFixture(
      page: "| " + String(repeating: "a | ", count: 200) + "\n"
        + "|" + String(repeating: "-|", count: 200) + "\n"
    ).build()
    site.expectFindings(.init("text-limit"))
  }

  @Test func `findings are at the same place whatever stands before`() async {
    let site = await SiteFixture(
      "-- content/page.md --\n\u{FEFF}---\r\ntitle: Page\r\n---\r\n\r\nÜber ⟦1⟧[weg](weg.md)⟦/1⟧\r\n"
    ).build()
    site.expectFindings(.init("broken-link", at: 1))
  }

  @Test func `one tilde strikes nothing out`() async {
    let site = await SiteFixture(page: "Stage 1 lasts 2~3 weeks, stage 2 4~6 weeks, ~~not~~ more.")
      .build()
    site.expectNoFindings()
    #expect(
      site.body() == "<p>Stage 1 lasts 2~3 weeks, stage 2 4~6 weeks, <del>not</del> more.</p>\n")
  }

  @Test(arguments: [
    "text\n\n⟦1⟧- [x]⟦/1⟧ done", "⟦1⟧- [ ]⟦/1⟧ open", "- a\n  ⟦1⟧- [X]⟦/1⟧ done",
    "⟦1⟧1. [x]⟦/1⟧ done",
    "⟦1⟧* [x]⟦/1⟧ done\r\n", "> - ⟦1⟧[x]⟦/1⟧ done", "⟦1⟧[ ]⟦/1⟧ open", "- ⟦1⟧[x]⟦/1⟧done",
    "- ⟦1⟧[ ]⟦/1⟧",
  ])
  func `a box outside of a checklist is an error at its place`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectFindings(.init("stray-checkbox", at: 1))
  }

  @Test func `a ticked item says what to write instead`() async {
    let site = await SiteFixture(page: "⟦1⟧- [x]⟦/1⟧ done").build()
    site.expectFindings(
      .init(
        "stray-checkbox", at: 1,
        "this box is ticked before the reader did anything, and so makes a statement about them",
        help: "write ‘- ’ instead of ‘- [x] ’; lists to tick are pages in ‘content/checklists’"))
  }

  @Test(arguments: ["\\[x] done", "- \\[x] done", "`[x]` done", "a [x] done"])
  func `a box may be written on purpose`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectNoFindings()
  }
}
