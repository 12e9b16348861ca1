import DaylightModel
import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct FootnotePassTests {
  @Test func `a footnote with its note is printed at the end`() async {
    let site = await SiteFixture(page: "A claim.[^1]\n\n[^1]: The note.\n").build()
    site.expectNoFindings()
    #expect(site.body().contains("<section class=\"footnotes\""))
    #expect(site.body().contains("The note."))
  }

  @Test func `the way back to the text is said in the words of the site`() async {
    let words = String(
      decoding: SiteFixture.templates.first { $0.path == "templates/strings/en.yaml" }?.bytes ?? [],
      as: UTF8.self
    ).replacing("back: Back to the text", with: "back: Zurück & weiter")
    let site = await SiteFixture(
      page: "A claim.[^1] Again.[^1]\n\n[^1]: The note.\n",
      "-- templates/strings/en.yaml --\n\(words)"
    ).build()
    site.expectNoFindings()
    let label = "aria-label=\"Zurück &amp; weiter\""
    #expect(site.body().split(separator: label, omittingEmptySubsequences: false).count == 3)
    #expect(!site.body().contains("Back to content"))
  }

  @Test func `a mark without a note is reported`() async {
    let site = await SiteFixture(page: "A claim.⟦1⟧[^one]⟦/1⟧\n").build()
    site.expectFindings(
      .init(
        "undefined-footnote", at: 1, "there is no note ‘one’",
        help: "write the note on a line of its own: ‘[^one]: …’"))
  }

  @Test func `a note without a mark is reported`() async {
    let site = await SiteFixture(page: "A claim.\n\n⟦1⟧[^one]⟦/1⟧: The note.\n").build()
    site.expectFindings(
      .init(
        "unused-footnote", at: 1, "no mark leads to the note ‘one’, so it is not shown",
        help: "write ‘[^one]’ where it belongs, or delete the note"))
  }

  @Test func `two notes of one name are reported`() async {
    let site = await SiteFixture(
      page: "A claim.[^a]\n\n[^a]: One.\n\n⟦1⟧[^a]⟦/1⟧: Two.\n"
    ).build()
    site.expectFindings(.init("duplicate-footnote", at: 1, "there is already a note ‘a’"))
  }

  @Test(arguments: [
    "`[^1]`", "```\n[^1]\n```", "~~~\n[^1]\n~~~", "2^3 and 10^-3", "\\[^1]", "\\[^my note]",
    "A ^ and [a].",
  ])
  func `what only looks like a footnote is left alone`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectNoFindings()
  }

  @Test func `several marks may lead to one note`() async {
    let site = await SiteFixture(page: "One.[^a] Two.[^a]\n\n[^a]: Note.\n").build()
    site.expectNoFindings()
  }

  @Test func `a name with spaces is an error at the mark and at the note`() async {
    let site = await SiteFixture(
      page: "Some say so.⟦1⟧[^my note]⟦/1⟧\n\n⟦2⟧[^my note]⟦/2⟧: The word differs.\n"
    ).build()
    let help =
      "write ‘[^my-note]’, both in the text and before its note; put a backslash before ‘[’ "
      + "if it is meant to be seen"
    site.expectFindings(
      .init(
        "misnamed-footnote", at: 1, "a footnote’s name has no spaces, and is on one line",
        help: help),
      .init("misnamed-footnote", at: 2))
  }

  @Test(arguments: [
    "Text.⟦1⟧[^ 1]⟦/1⟧", "Text.⟦1⟧[^]⟦/1⟧", "Text.⟦1⟧[^note⟦/1⟧ more", "Text.⟦1⟧^[A note.]⟦/1⟧",
    "> - Text.⟦1⟧[^a b]⟦/1⟧", "Text.⟦1⟧[ ^a]⟦/1⟧",
    "Text.⟦1⟧[^my\nnote]⟦/1⟧ more", "Text.⟦1⟧[^my-\nnote]⟦/1⟧ more\n\n[^my-note]: Note.",
    "> Text.⟦1⟧[^note\n> ]⟦/1⟧ more\n\n[^note]: Note.", "Text.⟦1⟧[^\nnote]⟦/1⟧\n\n[^note]: Note.",
    "Text.⟦1⟧[^my note]⟦/1⟧ more\n\n[^my note]: word", "Text.\n\n⟦1⟧[^my note]: word⟦/1⟧",
  ])
  func `what was meant as a footnote is an error at its place`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectFindings(.init("misnamed-footnote", at: 1))
  }

  @Test(arguments: [
    ("Text.[^my\nnote] more", "my-note"), ("Text.[^my-\nnote] more", "my-note"),
    ("Text.[^note\n] more", "note"),
  ])
  func `a name that is broken over two lines is told how to be written`(
    markdown: String, name: String
  ) async {
    let site = await SiteFixture(page: markdown).build()
    let help = site.build.diagnostics.first?.help
    #expect(help?.hasPrefix("write ‘[^\(name)]’, both in the text and before its note") == true)
  }

  @Test func `no id of a footnote comes twice, whatever it is called`() async {
    let site = await SiteFixture(
      page:
        "A[^1] b[^1] c[^1-2]. A[^fn].\n\n## Fn 1\n\n## Fnref 1 2\n\n## Fn\n\n[^1]: one\n[^1-2]: two\n[^fn]: three\n\n    - a list\n"
    ).build()
    site.expectNoFindings(except: ["empty-section"])
    #expect(
      site.page()?.headings.map(\.anchor) == ["section-fn-1", "section-fnref-1-2", "fn"])
    for id in ["fnref-1", "fnref-1-2", "fnref-2", "fn-1", "fn-2", "fn-3"] {
      #expect(
        site.body().split(separator: "id=\"\(id)\"", omittingEmptySubsequences: false).count == 2)
    }
    #expect(site.body().contains("</ul>\n<p><a href=\"#fnref-3\""))
  }
}
