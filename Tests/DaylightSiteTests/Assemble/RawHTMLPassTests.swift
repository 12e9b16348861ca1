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
    "<div>\n⟦1⟧<!secret>⟦/1⟧\n</div>", "Text ⟦1⟧<?secret?>⟦/1⟧.", "<div>⟦1⟧</ secret>⟦/1⟧</div>",
  ])
  func `what browsers take for a comment is an error`(markdown: String) async {
    await site(markdown).build().expectFindings(.init("visible-comment", at: 1))
  }
}
