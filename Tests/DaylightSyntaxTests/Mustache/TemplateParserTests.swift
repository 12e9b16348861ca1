import DaylightSyntax
import TestSupport
import Testing

@Suite struct TemplateParserTests {
  private func findings(_ page: String) -> [String] {
    brief(loadTemplates(["page": page]).diagnostics)
  }

  @Test func `an unclosed tag is located at its opening, up to the end of its line`() {
    #expect(findings("one\n two {{name\nthree") == ["page:2:6-2:12 template-syntax"])
    #expect(renderPage(["page": "one {{name\nthree"]) == "one {{name\nthree")
  }

  @Test func `an unknown kind of tag is reported`() {
    #expect(findings("{{%x}}") == ["page:1:1-1:7 template-syntax"])
    #expect(findings("{{> *x}}") == ["page:1:1-1:9 template-syntax"])
  }

  @Test(arguments: ["{{}}", "{{#}}", "{{a b}}", "{{a..b}}", "{{.a}}", "{{{a}}", "{{a}b}}"])
  func `a tag without a valid name is reported`(tag: String) {
    #expect(
      brief(loadTemplates(["page": "é" + tag]).diagnostics).first?.hasPrefix("page:1:3-") == true)
  }

  @Test func `malformed delimiters are reported`() {
    #expect(
      findings("{{=<%=}}\n{{=a b c=}}{{name}}") == [
        "page:1:1-1:9 template-syntax", "page:2:1-2:12 template-syntax",
      ])
  }

  @Test func `positions are right after a change of delimiters`() {
    #expect(findings("{{=<% %>=}}\n<p><%#open%>") == ["page:2:4-2:13 unclosed-section"])
  }

  @Test func `an unclosed section is located at its opening`() {
    let findings = loadTemplates(["page": "{{#a}}\n  {{^b}}x{{/a}}\n"]).diagnostics
    #expect(brief(findings) == ["page:2:3-2:9 unclosed-section"])
    #expect(findings.first?.notes.first?.location?.start == SourcePosition(line: 2, column: 10))
    #expect(
      self.findings("{{#a}}{{$b}}") == [
        "page:1:1-1:7 unclosed-section", "page:1:7-1:13 unclosed-section",
      ])
  }

  @Test func `a closing tag that closes nothing names the tag that is open`() {
    let findings = loadTemplates(["page": "{{#a}}{{/b}}{{/a}}"]).diagnostics
    #expect(brief(findings) == ["page:1:7-1:13 unclosed-section"])
    #expect(findings.first?.help == "the tag to close here is ‘{{#a}}’")
  }

  @Test func `ten thousand open sections are one finding`() {
    let page = String(repeating: "{{#a}}", count: 10_000)
    #expect(findings(page) == ["page:1:601-1:607 template-syntax"])
    #expect(renderPage(["page": page], .object(["a": .flag(true)])) == "")
  }

  @Test func `a hundred open sections are rendered`() {
    let page =
      String(repeating: "{{#a}}", count: 100) + "x" + String(repeating: "{{/a}}", count: 100)
    #expect(findings(page) == [])
    #expect(renderPage(["page": page], .object(["a": .flag(true)])) == "x")
  }

  @Test func `ten thousand tags without an end are one finding`() {
    #expect(findings(String(repeating: "{{{a}} ", count: 10_000)).count == 1)
  }

  @Test func `bytes that are not UTF-8 are found by line and pass through`() throws {
    let bytes: [UInt8] = Array("one\ntwo ".utf8) + [0xFF] + Array(" {{name}}".utf8)
    let loaded = TemplateSet.load([SourceFile(path: "templates/page.mustache", bytes: bytes)])
    #expect(brief(loaded.diagnostics) == ["page:2:1-2:15 template-syntax"])
    var output: [UInt8] = []
    _ = try #require(loaded.value["page"]).render(.object(["name": .text("x")]), into: &output)
    #expect(output == Array("one\ntwo ".utf8) + [0xFF] + Array(" x".utf8))
  }

  @Test func `lines with only a tag are removed, with either line ending`() {
    let page = "a\r\n  {{#yes}}  \r\nb\r\n{{/yes}}\r\n{{! no }}\r\nc\n {{^yes}}\nd\n{{/yes}}\n"
    #expect(renderPage(["page": page], .object(["yes": .flag(true)])) == "a\r\nb\r\nc\n")
  }

  @Test func `positions count past CRLF`() {
    #expect(findings("a\r\n{{! no }}\r\n é{{> gone}}") == ["page:3:4-3:14 missing-template"])
  }

  @Test func `a lone carriage return does not end a line`() {
    #expect(renderPage(["page": "a\r{{! no }}\rb"]) == "a\r\rb")
  }

  @Test func `an empty file is an empty template`() {
    #expect(findings("") == [])
    #expect(renderPage(["page": ""]) == "")
  }

  @Test func `text is passed once to the rewriter, with its location, and replaced`() {
    var seen: [String] = []
    let loaded = loadTemplates(
      ["page": "{{> part}}{{> part}}", "partials/part": "<a>\n{{root}}assets/site.css\">"]
    ) { text in
      seen.append(String(decoding: text.bytes, as: UTF8.self))
      let name = Array("assets/site.css".utf8)
      guard text.bytes.starts(with: name) else { return Diagnosed(nil) }
      let range = text.bytes.startIndex..<text.bytes.startIndex + name.count
      return Diagnosed(
        Array("assets/site.1.css\">".utf8),
        [Diagnostic(Rule("asset", .note, "."), "found", at: text.location(of: range))])
    }
    #expect(seen == ["<a>\n", "assets/site.css\">"])
    #expect(brief(loaded.diagnostics) == ["partials/part:2:9-2:24 asset"])
    #expect(
      loaded.value.renderPage(.object(["root": .text("../")]))
        == "<a>\n../assets/site.1.css\"><a>\n../assets/site.1.css\">")
  }

  @Test func `files that are not templates are ignored`() {
    let loaded = TemplateSet.load([
      SourceFile(path: "templates/assets/site.css", text: "{{"),
      SourceFile(path: "content/page.mustache", text: "{{"),
      SourceFile(path: "templates/.mustache", text: "{{"),
    ])
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.value["page"] == nil)
  }

  @Test func `a template of many megabytes is refused`() {
    let page = String(repeating: "x", count: 5 << 20)
    #expect(findings(page) == ["page:1:1-1:1 template-size"])
  }
}
