import Testing

@Suite struct `Pages in HTML` {
  private func body(_ html: String) -> String {
    ImportedSource.body(of: "<p>Start.</p>" + html, as: "a.html")
  }

  @Test func `a link around blocks becomes one around the first of them`() {
    let html = "<a href=\"https://a.example/\"><h3>Rest</h3><p>More</p></a>"
    #expect(body(html).hasSuffix("[Rest](https://a.example/)\n\nMore\n"), "\(body(html))")
  }

  @Test func `a summary without words is no heading`() {
    let details = "<details><summary><a id=\"x\"></a></summary><p>Inside</p></details>"
    #expect(body(details) == "Start.\n\nInside\n")
    #expect(body(details.replacing("</summary>", with: "Open</summary>")).contains("# Open\n"))
  }
}
