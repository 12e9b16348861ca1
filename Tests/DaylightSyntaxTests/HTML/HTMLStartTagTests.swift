import DaylightSyntax
import Testing

@Suite struct HTMLStartTagTests {
  @Test(
    arguments: [
      "", "text", "<p>a &amp; b", "<P Class=x>a</P>", "<br><img src='a'/>", "</p>", "<li>a<li>b",
      "<a href=\"?a=1&amp;b\">x</a", "<!-- <p> --><p>", "<script>\"<p>\"</script>",
    ] as [HTML])
  func `tags that nobody changes stay byte for byte`(html: HTML) {
    #expect(html.changingTags { _ in } == html)
  }

  @Test func `an element has its new name at both ends`() {
    let html: HTML = "<h2 id=\"a\">A <em>b</em></h2><h3>C</h3>"
    let changed = html.changingTags { if $0.name == "h2" { $0.name = "h3" } }
    #expect(changed.text == "<h3 id=\"a\">A <em>b</em></h3><h3>C</h3>")
  }

  @Test func `an element within one of the same name keeps its own end`() {
    let html: HTML = "<div id=\"x\"><div>a</div></div>"
    let changed = html.changingTags { if $0["id"] != nil { $0.name = "section" } }
    #expect(changed.text == "<section id=\"x\"><div>a</div></section>")
  }

  @Test func `a removed element leaves its content`() {
    let html: HTML = "a <b class=\"x\">b <i>c</i></b> <b>d</b>"
    let changed = html.changingTags { $0.isRemoved = $0["class"] == "x" }
    #expect(changed.text == "a b <i>c</i> <b>d</b>")
  }

  @Test func `elements without an end do not disturb others`() {
    let html: HTML = "<h2>a<br>b<img alt=\"\"></h2><p>c<h2>d</h2>"
    let changed = html.changingTags { if $0.name == "h2" { $0.name = "h3" } }
    #expect(changed.text == "<h3>a<br>b<img alt=\"\"></h3><p>c<h3>d</h3>")
  }

  @Test func `values are read decoded and written escaped`() {
    let html: HTML = "<a href=\"?a&amp;b\" title='\"' hidden>x</a>"
    let changed = html.changingTags { tag in
      tag.changeValues { name, value in name == "href" ? value + "\"><script>" : value }
    }
    #expect(
      changed.text == "<a href=\"?a&amp;b&quot;&gt;&lt;script&gt;\" title=\"&quot;\" hidden>x</a>")
  }

  @Test func `the text after a tag can be replaced`() {
    let html: HTML = "<a id=\"x\">[1 &amp; 2]</a>[1]"
    let changed = html.changingTags { tag in
      #expect(tag.text == "[1 & 2]")
      tag.text = "<3>"
    }
    #expect(changed.text == "<a id=\"x\">&lt;3&gt;</a>[1]")
  }

  @Test func `an attribute that a tag does not have cannot be added`() {
    let html: HTML = "<p>a</p>"
    #expect(html.changingTags { $0["onclick"] = "x" } == html)
  }
}
