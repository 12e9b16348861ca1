import DaylightSyntax
import Testing

@Suite struct HTMLEscaperTests {
  private let escaped = HTMLEscaper.escaped

  @Test func `text can begin no tag and no reference, and end no quotation marks`() {
    #expect(
      escaped("<b> & \"c\" 'd' &amp;") == "&lt;b&gt; &amp; &quot;c&quot; 'd' &amp;amp;")
  }

  @Test func `everything else is copied as it is`() {
    #expect(escaped("Größe = 1?;/\0") == "Größe = 1?;/\0")
    #expect(escaped("") == "")
  }

  @Test(arguments: 0..<24)
  func `the four characters are found at every offset`(place: Int) {
    let before = String(repeating: "é", count: place / 2) + String(repeating: "e", count: place % 2)
    for (character, reference) in ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"] {
      #expect(escaped(before + character + "abc") == before + reference + "abc")
    }
  }

  @Test func `cmark-gfm escapes the same`() {
    let text = "a > b & \"c\" 'd' $ % = ; ! ? é"
    let html = MarkdownTree.withTree(parsing: Array(text.utf8)) { $0.html() }
    #expect(html.text == "<p>\(escaped(text))</p>\n")
  }

  @Test func `escaped text decodes to the same text`() {
    let original = "a<b>&amp;\"'&#39;é"
    let read = HTMLCharacterReference.decode(Array(escaped(original).utf8).span, inAttribute: true)
    #expect(String(decoding: read, as: UTF8.self) == original)
  }
}
