import TestSupport
import Testing

/// The quotation marks of every text that a page shows, whoever wrote it.
@Suite struct TypographyOfPagesTests {
  private func page(_ body: String, _ language: String, summary: String = "Rest") async
    -> FixtureBuild
  {
    await SiteFixture(
      page: body, frontMatter: "summary: \(summary)",
      "-- content/site.yaml --\nname: A\nlanguage: \(language)\nrules: {unchecked-language: off}\n"
        + SiteFixture.template("page", "<p>{{page.summary}}</p>\n{{{page.content}}}<p>It's</p>")
    ).build()
  }

  @Test func `texts, fields and templates are set alike`() async {
    let site = await page("She's \"here\".", "en-GB", summary: "Don't \"wait\"")
    #expect(
      site.main("page/index.html")
        == "<p>Don’t “wait”</p>\n<p>She’s “here”.</p>\n<p>It’s</p>")
  }

  @Test func `the language of the site decides`() async {
    let site = await page("Geht's \"gut\"?", "de")
    #expect(site.main("page/index.html").contains("<p>Geht’s „gut“?</p>"))
  }

  @Test(arguments: [
    (#"5\'10\" tall, isn't it"#, "5&#39;10&#34; tall, isn’t it"),
    (#"\"a\" and "b""#, "&#34;a&#34; and “b”"),
    (#"*\"a\"* don't"#, "<em>&#34;a&#34;</em> don’t"),
    ("`don't` don't", "<code>don't</code> don’t"), ("&quot;a&quot;", "“a”"),
    ("[\"a\"](../help.md)'s", "<a href=\"../help/index.html\">“a”</a>’s"),
  ])
  func `code and marks with a backslash stay straight`(markdown: String, expected: String) async {
    let site = await page(markdown.replacing("../help.md", with: "help.md"), "en")
    #expect(site.main("page/index.html").contains("<p>\(expected)</p>"))
  }

  @Test func `words of the glossary are found with either mark`() async {
    let site = await SiteFixture(
      page: "A \"knot's end\" and it's a knot.",
      "-- content/glossary/knot.md --\n---\nterm: Knot\nsummary: A tie.\nevidence: popular\n---\n"
    ).build()
    #expect(site.main("page/index.html").contains("“<button"))
    #expect(site.main("page/index.html").contains("and it’s a"))
  }

  @Test func `an attribute keeps its marks`() async {
    let site = await page("![It's \"so\"](a.png)", "en")
    #expect(!site.main("page/index.html").contains("alt=\"It’s"))
  }
}
