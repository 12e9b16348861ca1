import DaylightSyntax
import Testing

@Suite struct HTMLTests {
  private func text(_ html: HTML) -> String { html.text }

  @Test func `a literal is inserted unchanged`() {
    #expect(text("<p class=\"a\">é &amp; b</p>") == "<p class=\"a\">é &amp; b</p>")
  }

  @Test func `interpolated text is escaped`() {
    let title = "<script> & \"b\""
    #expect(text("<cite>\(title)</cite>") == "<cite>&lt;script&gt; &amp; &quot;b&quot;</cite>")
  }

  @Test func `interpolated HTML is not escaped`() {
    let name: HTML = "<b>\("A & B")</b>"
    #expect(text("<p>\(name)</p>") == "<p><b>A &amp; B</b></p>")
  }

  @Test func `pieces are joined by a separator`() {
    #expect(text(["<b>a</b>", "\("<")"].joined(separator: "<br>")) == "<b>a</b><br>&lt;")
    #expect([HTML]().joined(separator: ", ").isEmpty)
  }

  @Test func `interpolated pieces each get a line`() {
    let items: [HTML] = (1...2).map { "<li>\($0)</li>" }
    #expect(text("<ul>\n\(items)\n</ul>") == "<ul>\n<li>1</li>\n<li>2</li>\n</ul>")
  }

  @Test func `JSON cannot end the script element that holds it`() {
    let script = HTML.script(type: "application/ld+json", reserving: 0) { json in
      json.object { $0.member("name", "</script>") }
    }
    #expect(
      text(script) == #"<script type="application/ld+json">{"name":"\u003C/script\u003E"}</script>"#
    )
  }
}
