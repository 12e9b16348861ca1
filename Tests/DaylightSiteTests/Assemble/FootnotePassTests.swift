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

  @Test(arguments: ["`[^1]`", "```\n[^1]\n```", "    [^1]", "2^3 and [^ 1]", "\\[^1]"])
  func `what only looks like a footnote is left alone`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectNoFindings()
  }

  @Test func `several marks may lead to one note`() async {
    let site = await SiteFixture(page: "One.[^a] Two.[^a]\n\n[^a]: Note.\n").build()
    site.expectNoFindings()
  }
}
