import DaylightSite
import TestSupport
import Testing

@Suite struct RawHTMLPassTests {
  private func site(_ markdown: String) -> SiteFixture {
    var site = SiteFixture(
      """
      -- content/a/page.md --
      ---
      title: Page
      ---
      \(markdown)
      -- content/site.yaml --
      name: Room
      rawHTML: true

      """)
    site.attach("content/a/a.png")
    return site
  }

  @Test(arguments: [
    ("<a href=\"../help.md\">help</a>", "href=\"../../help/index.html\""),
    ("<figure><img src=\"a.png\" alt=\"Pic\"></figure>", "src=\"../../a/a.png\""),
    ("Text <img src='a.png' alt=''> more", "src='../../a/a.png'"),
    (
      "<img srcset=\"a.png 1x, a.png 2x\" src=a.png alt=\"\">", "../../a/a.png 1x, ../../a/a.png 2x"
    ),
    ("<a href=\"#there\">there</a>\n\n## There", "href=\"#there\""),
    ("> <a href=\"index.md#x\">x</a>\n", "../../a/index.html#x"),
    (
      "<svg><a xlink:href=\"../help.md\"><text>a</text></a></svg>",
      "xlink:href=\"../../help/index.html\""
    ),
    ("<blockquote cite=\"../help.md\">a</blockquote>", "cite=\"../../help/index.html\""),
    ("<a href=\"tel:999\">call</a>", "href=\"tel:999\""),
    ("<svg><use href=\"a.png#b\"/></svg>", "href=\"../../a/a.png#b\""),
  ])
  func `addresses in HTML are those that Markdown would have`(
    markdown: String, expected: String
  ) async {
    let site = await site(markdown).build()
    #expect(site.body(of: "content/a/page.md").contains(expected))
  }

  @Test func `links and pictures of HTML build a site`() async {
    let site = await site(
      "<figure><img src=\"a.png\" alt=\"Pic\"></figure> <a href=\"../help.md\">help</a>\n"
    ).build()
    site.expectNoFindings()
  }

  @Test(arguments: [
    ("<a href=\"⟦1⟧gone.md⟦/1⟧\">a</a>", "broken-link"),
    ("<div>\n  <img src=\"⟦1⟧gone.png⟦/1⟧\" alt=\"\">\n</div>", "broken-link"),
    ("> <div>\n> <a href=\"⟦1⟧gone.md⟦/1⟧\">a</a>\n> </div>", "broken-link"),
    ("<a href=\"⟦1⟧#gone⟦/1⟧\">a</a>", "broken-anchor"),
    ("<a href=\"⟦1⟧mailto:a@b.org⟦/1⟧\">a</a>", "mail-link"),
    ("<img src=\"⟦1⟧https://example.org/a.png⟦/1⟧\" alt=\"\">", "external-image"),
    ("⟦1⟧<img src=\"a.png\">⟦/1⟧", "missing-alt"),
  ])
  func `what leads nowhere is reported at its place`(markdown: String, rule: String) async {
    await site(markdown).build().expectFindings(.init(rule, at: 1))
  }

  @Test func `an element of HTML can be linked to, and its id is its own`() async {
    let fine = await site("[to](#notes) <a href=\"#notes\">it</a>\n\n<div id=\"notes\">a</div>\n")
      .build()
    fine.expectNoFindings()
    let twice = await site("## Notes\n\n<div id=\"⟦1⟧notes⟦/1⟧\">a</div>\n").build()
    twice.expectFindings(.init("duplicate-anchor", at: 1))
  }

  @Test(arguments: [
    "⟦1⟧<details>⟦/1⟧<summary>More</summary>\n\nText.", "<div>a</div>⟦1⟧</div>⟦/1⟧\n\nText.",
    "- ⟦1⟧<div>⟦/1⟧\n- b", "Text ⟦1⟧<b>⟦/1⟧bold.", "Text bold⟦1⟧</b>⟦/1⟧.",
    "*Text ⟦1⟧<b>⟦/1⟧* bold.",
    "<div>\n⟦1⟧<span>⟦/1⟧a\n</div>", "⟦1⟧<div/>⟦/1⟧\n\nText.", "⟦1⟧<div class=\"a⟦/1⟧\n\nText.",
    "⟦1⟧<textarea>⟦/1⟧\n\nText.", "> ⟦1⟧<section>⟦/1⟧\n\nText.", "| ⟦1⟧<b>⟦/1⟧a |\n|---|\n| b |",
  ])
  func `HTML that does not close what it opens is an error at its place`(markdown: String) async {
    await site(markdown).build().expectFindings(
      .init("unclosed-html", at: 1), except: ["text-input", "embedded-content"])
  }

  @Test(arguments: [
    "<details><summary>More</summary>\n\nText.\n\n</details>", "<ul><li>a<li>b</ul>",
    "a<br>b<br/>c <hr>",
    "<table><tr><td>a<td>b</table>", "<p>a\n\nText.", "Text <b>bold</b>.",
    "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg>", "<dl><dt>a<dd>b</dl>",
  ])
  func `HTML that closes what it opens is fine`(markdown: String) async {
    await site(markdown).build().expectNoFindings()
  }

  @Test(arguments: [
    "<p><div>x</div>⟦1⟧</p>⟦/1⟧", "Text.\n\n<p>\n\nText\n\n⟦1⟧</p>⟦/1⟧",
    "Text ⟦1⟧<div>⟦/1⟧x</div> more.",
    "⟦1⟧<table>⟦/1⟧\n\nText\n\n</table>", "<table><tr><td>a</td></tr>⟦1⟧<div>⟦/1⟧b</div></table>",
    "⟦1⟧<a href=\"../help.md\">⟦/1⟧\n\n[Help](../help.md)\n\n</a>",
    "<a href=\"../help.md\">a ⟦1⟧<a href=\"../help.md\">⟦/1⟧b</a></a>",
    "- ⟦1⟧<li>⟦/1⟧x</li>", "## A\n\nB\n\n## ⟦1⟧<h3>⟦/1⟧x</h3>\n\nC", "<svg>⟦1⟧<p>⟦/1⟧x</p></svg>",
    "> <p><ul><li>x</li></ul>⟦1⟧</p>⟦/1⟧", "- one\n- <p><div>x</div>⟦1⟧</p>⟦/1⟧",
    "<section>\n\n<p><div>x</div>⟦1⟧</p>⟦/1⟧\n\n</section>",
    "Text[^1].\n\n[^1]: A ⟦1⟧<div>⟦/1⟧note</div>.", "| a |\n|---|\n| ⟦1⟧<td>⟦/1⟧b</td> |",
    "⟦1⟧<body>⟦/1⟧\n\nText\n\n</body>", "<h2>a ⟦1⟧<h2>⟦/1⟧b</h2></h2>",
    "<!-- a --><p><div>x</div>⟦1⟧</p>⟦/1⟧",
  ])
  func `HTML that browsers would build otherwise is an error at its place`(markdown: String) async {
    await site(markdown).build().expectFindings(
      .init("page-nesting", at: 1), except: ["repeated-heading"])
  }

  @Test func `each part of a text with HTML that browsers would build otherwise is told`() async {
    await site("<p><div>x</div>⟦1⟧</p>⟦/1⟧\n\nText.\n\n<p><ul></ul>⟦2⟧</p>⟦/2⟧\n").build()
      .expectFindings(.init("page-nesting", at: 1), .init("page-nesting", at: 2))
  }

  @Test(arguments: [
    "<span>\n\nText.\n\n</span>", "<b>\n\nText.\n\n</b>", "<section>\n\n## A\n\n- b\n\n</section>",
    "<p>a</p><p>b</p>", "<p>a<p>b", "Text <kbd>a</kbd>, <b><i>b</i></b>.", "<div><p>x</p></div>",
    "<figure>\n\nText.\n\n<figcaption>b</figcaption></figure>",
    "<ul>\n\n<li>\n\nText.\n\n</li>\n\n</ul>",
    "Text <hr> more.", "<table><caption>a</caption><tr><td>\n\nText.\n\n</td></tr></table>",
    "<x-y>z</x-y>", "<details><summary>More</summary>\n\n## A\n\n| a |\n|---|\n| b |\n\n</details>",
  ])
  func `HTML that browsers build as it is written is fine`(markdown: String) async {
    await site(markdown).build().expectNoFindings()
  }

  @Test(arguments: ["<p ⟦1⟧id=\"\">x</p>", "<p ⟦1⟧id>x</p>", "<p ⟦1⟧id='a b'>x</p>"])
  func `an id that nothing can lead to is an error at its place`(markdown: String) async {
    await site(markdown).build().expectFindings(.init("invalid-id", at: 1))
  }

  @Test(arguments: [
    ("<a href=\"⟦1⟧//host.example/⟦/1⟧\">a</a>", "https://host.example/"),
    ("<a href='⟦1⟧//host.example⟦/1⟧'>a</a>", "https://host.example"),
    (
      "<blockquote cite=\"⟦1⟧//host.example/a?b#c⟦/1⟧\">a</blockquote>",
      "https://host.example/a?b#c"
    ),
  ])
  func `an address that leaves its scheme out is told with it`(
    markdown: String, address: String
  ) async {
    await site(markdown).build().expectFindings(
      .init("broken-link", at: 1, help: "write ‘\(address)’, from ‘https://’ on"))
  }

  @Test func `a picture of another site is told as one without its scheme too`() async {
    await site("<img src=\"⟦1⟧//host.example/a.png⟦/1⟧\" alt=\"\">").build()
      .expectFindings(.init("external-image", at: 1))
  }

  @Test(arguments: [
    "<div>\n⟦1⟧<!secret>⟦/1⟧\n</div>", "Text ⟦1⟧<?secret?>⟦/1⟧.", "<div>⟦1⟧</ secret>⟦/1⟧</div>",
  ])
  func `what browsers take for a comment is an error`(markdown: String) async {
    await site(markdown).build().expectFindings(.init("visible-comment", at: 1))
  }
}
