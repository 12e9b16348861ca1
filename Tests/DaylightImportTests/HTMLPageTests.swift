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
    #expect(source.body("content/a.md") == "Text.\n")
  }

  // MARK: The frame

  private func page(_ html: String) -> (text: String, frame: [String]) {
    let source = ImportedSource(["a.html": "<!DOCTYPE html><body>\n\(html)"], kind: .markdown)
    let frame = source.site.findings.filter { $0.kind == .frame }
    return (source.body("content/a.md") ?? "", frame.map { "\($0.line): \($0.text)" })
  }

  @Test func `what stands beside the main part is left out, and told`() {
    let found = page(
      """
      <a href="#main">Skip</a>
      <div class="all"><header><h1>The practice</h1></header>
      <div><main id="main"><h1>Rest</h1><nav>Part 1</nav><p>Text.</p><footer>End</footer></main>
      <aside>News</aside></div></div><footer>Imprint</footer><script>run()</script>
      """)
    #expect(found.text == "Part 1\n\nText.\n\nEnd\n")
    #expect(
      found.frame == [
        "2: <a> Skip", "3: <header> The practice", "5: <aside> News", "5: <footer> Imprint",
      ])
  }

  @Test func `without a main part, menus and foot are left out, and a head without a heading`() {
    let found = page(
      """
      <div id="page"><div role="banner">Our practice</div>
      <nav><ul><li>Home</li><li>Rest</li></ul></nav><p>Text.</p></div>
      <center><footer>Imprint</footer></center>
      """)
    #expect(found.text == "Text.\n")
    #expect(
      found.frame == ["2: <div> Our practice", "3: <nav> Home Rest", "4: <footer> Imprint"])
  }

  @Test func `a head with a heading stays, without its menu`() {
    let found = page("<header><nav>Home</nav><h1>Rest</h1><p>Why.</p></header><p>Text.</p>")
    #expect(found.text == "Why.\n\nText.\n")
    #expect(found.frame == ["2: <nav> Home"])
  }

  @Test func `the heading of a page stays if it is beside the main part`() {
    let head = "<title>Harbour</title><header><nav>Home</nav><h1>Rest</h1></header>"
    let html = head + "<main><p>Text.</p></main><footer>Imprint</footer>"
    let source = ImportedSource(["a.html": html], kind: .markdown)
    #expect(source["content/a.md"]?.contains("title: Rest\n") == true)
    #expect(source.body("content/a.md") == "Text.\n")
    #expect(
      source.site.findings.filter { $0.kind == .frame }.map(\.text) == [
        "<footer> Imprint", "<nav> Home",
      ])
  }

  @Test(arguments: [
    "<article><header>By us</header><p>Text.</p><footer>Last</footer></article>",
    "<section><p>Text.</p><nav>Next</nav></section>", "<main><p>A</p></main><main><p>B</p></main>",
  ])
  func `parts of the text stay`(html: String) {
    #expect(page(html).frame == [])
  }

  @Test(arguments: [
    "<nav><a href=\"https://a.example/\">A</a></nav>", "<header>A</header><main></main>",
    "<style>p {}</style><nav>A</nav><main><!-- empty --></main><footer></footer>",
  ])
  func `a page of nothing else stays as it is`(html: String) {
    let found = page(html)
    #expect(found.text.contains("A"))
    #expect(found.frame == [])
  }

  @Test func `the same frame on many pages is told once`() {
    let html = "<nav>Home</nav><p>Text.</p>"
    let source = ImportedSource(["a.html": html, "b.html": html], kind: .markdown)
    #expect(source.site.report.contains("- `<nav> Home`: a.html:1, b.html:1\n"))
  }
}
