import DaylightSyntax
import Testing

@Suite struct RawHTMLTests {
  private func take(_ text: String, allowed: Bool = false) -> (found: RawHTML, html: String) {
    MarkdownTree.withTree(parsing: text.utf8, firstLine: 3) { tree in
      let found = tree.takeRawHTML(allowed: allowed)
      return (found, tree.html(rawHTML: allowed).text)
    }
  }

  private func list(_ fragments: [RawHTML.Fragment]) -> [String] {
    fragments.map {
      "\($0.position.line):\($0.position.column) \(String(decoding: $0.text, as: UTF8.self))"
    }
  }

  @Test func `a tag in a paragraph is shown as text and listed`() {
    let (found, html) = take("a <b class=\"x\">c</b> d")
    #expect(html == "<p>a &lt;b class=&quot;x&quot;&gt;c&lt;/b&gt; d</p>\n")
    #expect(list(found.tags) == ["3:3 <b class=\"x\">", "3:17 </b>"])
  }

  @Test func `a block of tags is shown as a paragraph and listed line by line`() {
    let (found, html) = take("a\n\n<div>\n  <p>*c*\n</div>\n\nd\n")
    #expect(html == "<p>a</p>\n<p>&lt;div&gt;\n  &lt;p&gt;*c*\n&lt;/div&gt;</p>\n<p>d</p>\n")
    #expect(list(found.tags) == ["5:1 <div>", "6:3 <p>", "7:1 </div>"])
  }

  @Test func `comments are left out and listed`() {
    let (found, html) = take(
      "a <!-- b --> c\n\n<!-- allow: d because e -->\n\n- <!-- f\n  g -->\n- h\n")
    #expect(html == "<p>a  c</p>\n<ul>\n<li></li>\n<li>h</li>\n</ul>\n")
    #expect(
      list(found.comments) == [
        "3:3 <!-- b -->", "5:1 <!-- allow: d because e -->", "7:3 <!-- f\ng -->",
      ])
    #expect(found.tags.isEmpty)
  }

  @Test func `words after a comment on its line are not lost`() {
    let (found, html) = take("<!-- a --> b <i>\n\nc\n")
    #expect(html == "<p> b &lt;i&gt;</p>\n<p>c</p>\n")
    #expect(list(found.tags) == ["3:14 <i>"])
    #expect(list(found.comments) == ["3:1 <!-- a -->"])
  }

  @Test func `an unclosed comment is listed, and what it swallowed is shown`() {
    let (found, html) = take("a\n\n<!-- b\n\nc\n")
    #expect(list(found.unclosedComments) == ["5:1 <!-- b\n\nc\n"])
    #expect(html == "<p>a</p>\n<p>&lt;!-- b\n\nc</p>\n")
  }

  @Test func `allowed tags are printed, comments still left out`() {
    let (found, html) = take("a <b>c</b> <!-- d -->\n\n<div>e</div>\n", allowed: true)
    #expect(html == "<p>a <b>c</b> </p>\n<div>e</div>\n")
    #expect(found.tags.count == 4)
    #expect(found.comments.count == 1)
  }

  @Test func `a tag in code is code`() {
    let (found, html) = take("`<b>`\n\n    <i>\n")
    #expect(found == RawHTML())
    #expect(html == "<p><code>&lt;b&gt;</code></p>\n<pre><code>&lt;i&gt;\n</code></pre>\n")
  }
}
