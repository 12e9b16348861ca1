import DaylightAudit
import DaylightSyntax
import Testing

@Suite struct EmptyElementTests {
  private func rules(_ main: String, in part: String = "main", file: Bool = true) -> [String] {
    var policy = AuditPolicy.example
    policy.linksNameFiles = file
    let page = CleanPage.with(part, main)
    let planted = AuditedFile(path: "planted/index.html", bytes: Array(page.html.utf8))
    return OutputAudit.check([planted], policy: policy).map(\.rule.id)
  }

  @Test(arguments: [
    #"<a href="">Safe</a>"#, "<a href>Safe</a>", #"<a href="../">Safe</a>"#,
    #"<a href="../../">Safe</a>"#, #"<a href="./">Safe</a>"#, ##"<a href="#">Safe</a>"##,
    #"<a href=" ">Safe</a>"#, #"<a href=".">Safe</a>"#, #"<a href="?">Safe</a>"#,
    "<ul></ul>", "<ol>\n</ol>", "<dl></dl>", "<ul><li></li><li> </li></ul>",
    "<ul><li>One<ul></ul></li></ul>", #"<ul><li><a href=""></a></li></ul>"#,
  ])
  func `a link or list with nothing in it is refused`(markup: String) {
    #expect(Set(rules(markup)) == ["empty-element"])
  }

  @Test(arguments: [
    #"<a href="../a/index.html">A</a>"#, #"<a href="../a/index.html"><b>A</b></a>"#,
    #"<a href="../a/index.html" aria-label="A"></a>"#,
    #"<a href="../a/index.html"><img src="../assets/a.png" alt="A"></a>"#,
    #"<a href="../a/index.html"><svg viewBox="0 0 1 1"><title>A</title></svg></a>"#,
    #"<a id="place"></a>"#, "<ul><li>A</li></ul>", "<ul><li>A</li><li></li></ul>",
    "<ul><li><ul><li>A</li></ul></li></ul>", "<dl><dt>A</dt><dd>B</dd></dl>",
    "<p>A sentence , with a blank .</p>", ##"<a href="#main">Top</a>"##,
  ])
  func `one with words is not`(markup: String) {
    #expect(rules(markup) == [])
  }

  @Test(arguments: [
    #"<a href="../a/index.html"></a>"#, #"<a href="../a/index.html"> &nbsp;<b> </b></a>"#,
    #"<a href="../a/index.html"><img src="../assets/a.png" alt=""></a>"#,
  ])
  func `a link of a template that says nothing is refused`(markup: String) {
    #expect(rules(markup, in: "after-main") == ["empty-element"])
    #expect(rules(markup) == [])
  }

  @Test func `where links name folders, the way up is the home page`() {
    #expect(rules(#"<a href="../">Home</a>"#, file: false) == [])
    #expect(rules(#"<a href="">Home</a>"#, file: false) == ["empty-element"])
  }

  @Test(arguments: ["<p>This site is by .</p>", "<p>Call , or write.</p>"])
  func `a sentence of a template with a hole in it is refused`(text: String) {
    #expect(rules(text, in: "after-main") == ["empty-element"])
  }
}
