import DaylightImport
import Testing

@Suite struct `Pages in HTML` {
  private func body(_ html: String) -> String {
    ImportedSource.body(of: "<p>Start.</p>" + html, as: "a.html")
  }

  @Test func `a link around blocks becomes one around the first of them`() {
    let html = "<a href=\"https://a.example/\"><h3>Rest</h3><p>More</p></a>"
    #expect(body(html).hasSuffix("[Rest](https://a.example/)\n\nMore\n"), "\(body(html))")
    let paragraphs = html.replacing("h3>", with: "p>")
    #expect(body(paragraphs).hasSuffix("\n\n[Rest](https://a.example/)\n\nMore\n"))
  }

  @Test func `a summary without words is no heading`() {
    let details = "<details><summary><a id=\"x\"></a></summary><p>Inside</p></details>"
    #expect(body(details) == "Start.\n\nInside\n")
    #expect(body(details.replacing("</summary>", with: "Open</summary>")).contains("# Open\n"))
  }

  @Test func `one break stays in its paragraph, and two begin another`() {
    #expect(body("<p>a<br><br>b<br>c<br>d</p>") == "Start.\n\na\n\nb\\\nc\\\nd\n")
  }

  @Test func `a break in code is a line`() {
    #expect(body("<pre>one<br>two</pre>").contains("\none\ntwo\n```"))
  }

  @Test(arguments: [
    ("<h1>Our house</h1><p>Text.</p>", "title: Our house"), ("<p>Text.</p>", "title: Head"),
    ("<h1>Head</h1><p>Text.</p>", "title: Head"), ("<h1></h1><p>Text.</p>", "title: Head"),
    ("<h2>Rest</h2><p>Text.</p>", "title: Head"), ("<h2>Head</h2><p>Text.</p>", "title: Head"),
  ])
  func `a page is called by its heading, or else by its head`(body: String, title: String) {
    let head = "<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>Head</title></head><body>"
    let source = ImportedSource(["a.html": head + body + "</body></html>\n"], kind: .markdown)
    #expect(source["content/a.md"]?.contains(title + "\n") == true)
    let text = body.contains("Rest") ? "## Rest\n\nText.\n" : "Text.\n"
    #expect(source.body("content/a.md") == text)
  }

  @Test func `a page is not called by what a drawing in it shows`() {
    let html = "<p>Text.</p><div><svg><title>A star</title></svg></div>"
    let source = ImportedSource(["first-steps.html": html], kind: .markdown)
    #expect(source["content/first-steps.md"]?.contains("title: First steps\n") == true)
  }

  @Test func `a page that begins with a menu is called by its heading all the same`() {
    let html =
      "<title>Head</title><nav><a href=\"b.html\">B</a></nav><h1>Our house</h1><p>Text.</p>"
    let source = ImportedSource(["a.html": html, "b.html": "<p>B</p>"], kind: .markdown)
    #expect(source["content/a.md"]?.contains("title: Our house\n") == true)
    #expect(source.body("content/a.md") == "[B](b.md)\n\n## Our house\n\nText.\n")
  }
}
