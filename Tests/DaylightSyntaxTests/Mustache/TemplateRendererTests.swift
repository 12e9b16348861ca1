import DaylightSyntax
import Testing

@Suite struct TemplateRendererTests {
  @Test func `a section over an empty value is skipped, its inverse is rendered`() {
    let empty: [TemplateValue] = [
      .none, .text(""), .html(""), .flag(false), .number(0), .list([]),
    ]
    for value in empty {
      #expect(
        renderPage(["page": "{{#x}}yes{{/x}}{{^x}}no{{/x}}"], .object(["x": value])) == "no")
    }
  }

  @Test func `a section over a value is rendered`() {
    let full: [TemplateValue] = [
      .text(" "), .html("x"), .flag(true), .number(-1), .list([.none]), .object([:]),
    ]
    for value in full {
      #expect(
        renderPage(["page": "{{#x}}yes{{/x}}{{^x}}no{{/x}}"], .object(["x": value])) == "yes")
    }
  }

  @Test func `text is escaped between runs that need no escaping`() {
    let output = renderPage(["page": "{{x}}"], .object(["x": .text("<é & 'x' \"y\">")]))
    #expect(output == "&lt;é &amp; 'x' &quot;y&quot;&gt;")
  }

  @Test(arguments: ["{{{x}}}", "{{&x}}", "{{#x}}{{{.}}}{{/x}}"])
  func `only HTML is printed unescaped, even by a template that was not checked`(page: String) {
    #expect(renderPage(["page": page], .object(["x": .text("<b>")])) == "&lt;b&gt;")
    #expect(renderPage(["page": page], .object(["x": .html("<b>")])) == "<b>")
  }

  @Test func `characters to escape are found at every offset`() {
    for character in ["&", "<", ">", "\""] {
      for place in 0...20 {
        let before = String(repeating: "'", count: place)
        let after = String(repeating: "é", count: 20 - place)
        let output = renderPage(
          ["page": "{{x}}"], .object(["x": .text(before + character + after)]))
        let reference = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"][character]
        #expect(output == before + (reference ?? "") + after)
      }
    }
  }

  @Test func `the text of an inverted section does not leak into what follows`() {
    let page = "a{{^x}}b{{/x}}c{{#x}}d{{/x}}e"
    #expect(renderPage(["page": page], .object(["x": .flag(true)])) == "acde")
    #expect(renderPage(["page": page]) == "abce")
  }

  @Test func `a value of none ends the search further out`() {
    let value = TemplateValue.object(["a": .text("out"), "b": .object(["a": .none])])
    #expect(renderPage(["page": "{{#b}}[{{a}}]{{/b}}"], value) == "[]")
  }

  @Test func `rendering appends to the sink`() throws {
    var sink = Array("before ".utf8)
    let page = try #require(loadTemplates(["page": "after"]).value["page"])
    #expect(page.render(.none, into: &sink).isEmpty)
    #expect(String(decoding: sink, as: UTF8.self) == "before after")
  }

  @Test func `a recursive partial in mid-line drops the indentation around it`() {
    let files: KeyValuePairs = [
      "page": "  {{> list}}\n",
      "partials/list": "a\n{{#items}}\n  {{> list}}\n-{{> list}}\n{{/items}}\n",
    ]
    let value = TemplateValue.object(["items": .list([.object(["items": .list([])])])])
    #expect(renderPage(files, value) == "  a\n    a\n  -a\n\n")
  }

  @Test func `endlessly nested sections over one list are aborted and reported`() throws {
    let open = String(repeating: "{{#a}}", count: 40)
    let close = String(repeating: "{{/a}}", count: 40)
    let value = TemplateValue.object(["a": .list([.text("1"), .text("2")])])
    #expect(renderPage(["page": open + close], value) == "page:1:1-1:1 template-size")
  }

  @Test func `a page of more than 64 MB is aborted and reported`() throws {
    let text = String(repeating: "x", count: 1 << 20)
    let list = TemplateValue.list(Array(repeating: .flag(true), count: 100))
    let page = try #require(loadTemplates(["page": "{{#a}}\(text){{/a}}"]).value["page"])
    var sink: [UInt8] = []
    #expect(brief(page.render(.object(["a": list]), into: &sink)) == ["page:1:1-1:1 template-size"])
  }

  @Test func `an object keeps one value for a name that is set twice`() {
    var object = TemplateObject([("a", .text("1"))])
    object["a"] = .text("2")
    object["b"] = .text("3")
    #expect(renderPage(["page": "{{a}}{{b}}"], .object(object)) == "23")
    object["a"] = nil
    #expect(renderPage(["page": "{{a}}{{b}}"], .object(object)) == "3")
  }
}
