import DaylightSite
import TestSupport
import Testing

/// Every comment says “secret”, and no page may.
@Suite struct CommentTests {
  @Test(arguments: [
    "We see Anna <!-- ask -- secret --> on Monday.",
    "Text <!--> and <!---> more.",
    "Text <!--- secret ---> more.",
    "Text <!-- secret --!> more.",
    "Text <!-- > secret --> more.",
    "Text<!-->more <!-- a -->.",
    "## Head <!-- secret -- y -->\n\nText.",
    "## <!-- secret -- y --> Head\n\nText.",
    "Head <!-- secret -- y -->\n---\n\nText.",
    "- item <!-- secret -- 5pm -->\n- other",
    "1. item\n\n   more <!-- secret -- 5pm --> text",
    "| a <!-- secret | -- x --> | b |\n|---|---|\n| c <!-- secret -- --> | d |",
    "A [bench <!-- secret -- x -->](index.md) here.",
    "A note.[^1]\n\n[^1]: Words <!-- secret -- x -->.",
    "> Quoted <!-- secret -- x --> words.",
    "> Quoted <!-- secret\n> -- secret --> words.",
    "> > Quoted <!-- secret\n> > -- secret --> words.",
    "> [!NOTE]\n> Take care <!-- secret -- x -->.",
    "> [!NOTE] <!-- secret -- x -->\n> Take care.",
    "After `code` <!-- secret -- x --> it goes on, with `code`.",
    "Over <!-- secret\nsecret -- secret\nsecret --> lines.",
    "Text <!-- secret -- `x --> and ` too.",
    "Text <!-- secret -- *x --> and* too.",
    "Text <!-- secret -- \n```\nsecret --> goes on.",
    "Text <!-- secret -- \n# secret --> goes on.",
    "- a <!-- secret --\n- secret -->\n- b",
    "<!-- secret -->\n\nText.",
    "<!-- secret -- secret -->\n\nText.",
    "<!-- secret\n\nsecret -- secret\n-->\n\nText.",
    "<!-- secret --!>\n\nText *here*.",
    "<!-- secret\n\nsecret --!>\n\nText *here*.",
    "<!-- secret -- x --> <!-- secret -->\n\nText.",
    "Text.\n<!-- secret -- x -->\nMore.",
    "- <!-- secret -- x --> item",
    "*Text <!-- secret -- x -->* and **<!-- secret -- x -->**.",
    "Text &eacute; <!-- secret -- x --> more.",
    "Text \\* <!-- secret -- x --> more.",
    "-\tText <!-- secret -- x -->",
    "Text  <!-- secret -- x -->\nmore.",
    "Nested <!-- secret <!-- secret --> more.",
    "Text<!-- secret -- x -->.\r\nMore <!-- secret -- x --> text.\r\n",
  ])
  func `no word of a comment is published`(markdown: String) async throws {
    let site = await SiteFixture(page: markdown).build()
    site.expectNoFindings(except: ["unsourced-number"])
    let page = try #require(site["page/index.html"])
    #expect(!page.contains("secret"))
    #expect(!site.body().contains("&lt;!"))
    #expect(!site.body().contains("--&gt;"))
    #expect(!site.body().contains("<x-"))
    #expect(!site.body().contains("aa"))
  }

  @Test func `what stands round a comment is read as if it were not there`() async {
    let site = await SiteFixture(
      page:
        "<!-- a -- b --> Some **bold** words.\n\n## Head <!-- c -- d -->\n\n- one <!-- e -- f -->\n"
    ).build()
    site.expectNoFindings()
    #expect(
      site.body() == """
        <p> Some <strong>bold</strong> words.</p>
        <h2 id="head" tabindex="-1">
        Head \n</h2>
        <ul>
        <li>one </li>
        </ul>

        """)
  }

  @Test func `a comment in code is shown`() async {
    let site = await SiteFixture(
      page: "`<!-- a -- b -->`\n\n    <!-- c -- d -->\n\n- x\n\n  ```\n  <!-- e -- f --!>\n  ```\n"
    ).build()
    site.expectNoFindings()
    for comment in ["<!-- a -- b -->", "<!-- c -- d -->", "<!-- e -- f --!>"] {
      let shown = comment.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      #expect(site.body().contains(shown))
    }
  }

  @Test(arguments: [
    "Text \\<!-- shown -->.", "Text <\\!-- shown -->.", "Fear --> anger --> shame.",
    "Read on -->", "2 < 3 and 4 > 3, wow!", "a <-- b", "x <- y -> z", "I <3 you --- always -->",
    "She said (well!) -- no > yes.", "A <https://www.example.org/a--b> address.",
  ])
  func `what is no comment, or is written with a backslash, is left alone`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectNoFindings()
  }

  @Test(arguments: [
    "Text ⟦1⟧<! -- secret -->⟦/1⟧ more.", "Text ⟦1⟧<!- secret ->⟦/1⟧ more.",
    "Text ⟦1⟧< !-- secret -->⟦/1⟧ more.", "Text ⟦1⟧<!secret>⟦/1⟧ more.",
    "Text ⟦1⟧<!NOTE secret>⟦/1⟧ more.", "Text ⟦1⟧<?secret?>⟦/1⟧ more.",
    "Text ⟦1⟧&lt;!-- secret --&gt;⟦/1⟧ more.", "Text ⟦1⟧&#60;!-- secret -->⟦/1⟧ more.",
    "Text ⟦1⟧/* secret */⟦/1⟧ more.", "Text ⟦1⟧<%-- secret --%>⟦/1⟧ more.",
    "Text ⟦1⟧<# secret #>⟦/1⟧ more.", "Text ⟦1⟧<-- secret -->⟦/1⟧ more.",
    "Text ⟦1⟧<!—— secret ——>⟦/1⟧ more.",
    "Text ⟦1⟧<– secret –>⟦/1⟧ more.", "Text ⟦1⟧＜!-- secret --＞ more.⟦/1⟧",
    "Text\n⟦1⟧[//]: # (secret)⟦/1⟧", "⟦1⟧[comment]: secret words⟦/1⟧",
    "> - Text ⟦1⟧<!- secret ->⟦/1⟧ more.", "Text\n>   more ⟦1⟧<!- secret ->⟦/1⟧ more.",
    "Text <!-- <!-- --> secret ⟦1⟧-->⟦/1⟧ more.", "<!-- <!-- --> secret ⟦1⟧-->⟦/1⟧",
    "<!--\na -->\nsecret ⟦1⟧-->⟦/1⟧", "Text !-- secret ⟦1⟧-->⟦/1⟧.", "secret\n⟦1⟧-->⟦/1⟧",
    "Text ⟦1⟧<!-- secret⟦/1⟧\n\nsecret --> more.",
    "- Text ⟦1⟧<!-- secret⟦/1⟧\n\n  secret --> more.",
    "⟦1⟧[a](index.md \"<!-- secret -->\")⟦/1⟧",
  ])
  func `what only looks like a comment is an error at its place`(markdown: String) async {
    let site = await SiteFixture(page: markdown).build()
    site.expectFindings(.init("visible-comment", at: 1), except: ["broken-anchor"])
  }

  @Test func `a comment in a paragraph that is never closed is an error`() async {
    let site = await SiteFixture(page: "Text &amp; more ⟦1⟧<!-- a⟦/1⟧\n\nMore.").build()
    site.expectFindings(.init("unclosed-comment", at: 1, "this comment is never closed"))
  }

  @Test func `a comment in front matter or data is an error at its value`() async {
    let site = await SiteFixture(
      page: "Text.\n",
      frontMatter: "summary: ⟦1⟧Some <!-- secret --> words⟦/1⟧\n# <!-- not this -->",
      "-- content/people.yaml --\n- id: a\n  name: ⟦2⟧\"A <!- secret\"⟦/2⟧\n"
    ).build()
    site.expectFindings(
      .init(
        "visible-comment", at: 1,
        "‘<!-- secret -->’ looks like a comment, and readers would see it",
        help: "delete it, or write it on a line of its own that begins with ‘#’"),
      .init("visible-comment", at: 2), except: ["missing-field"])
  }

  @Test func `comments are not published where HTML is allowed`() async throws {
    let site = await SiteFixture(
      page: "<div>\n<!-- secret -->\n<p>a</p>\n</div>\n\nText <!-- secret -- x --> <b>b</b>.\n",
      "-- content/site.yaml --\nname: Room\nrawHTML: true\n"
    ).build()
    site.expectNoFindings()
    #expect(!site.body().contains("secret"))
    #expect(site.body().contains("<p>a</p>"))
  }

  @Test func `an override may hold dashes`() async {
    let site = await SiteFixture(
      page: "<!-- allow: vague-link because we -- all four -- agreed -->\n[here](index.md)\n"
    ).build()
    site.expectNoFindings()
  }

  @Test func `findings behind a comment have their place`() async {
    let site = await SiteFixture(
      page: "> A <!-- b\n> -- c --> ⟦1⟧[d](missing.md)⟦/1⟧ and\n> ⟦2⟧[e](lost.md)⟦/2⟧."
    ).build()
    site.expectFindings(.init("broken-link", at: 1), .init("broken-link", at: 2))
  }
}
