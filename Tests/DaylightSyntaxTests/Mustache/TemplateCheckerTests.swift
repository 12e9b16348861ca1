import DaylightSyntax
import Testing

@Suite struct TemplateCheckerTests {
  private let shape: TemplateShape = [
    "title": .text, "content": .html, "isDraft": .flag, "count": .number, "extra": .anything,
    "page": ["path": .text, "summary": .text],
    "topics": .list(["title": .text, "links": .list(["path": .text])]),
    "tags": .list(.text),
  ]

  private func check(_ page: String, partial: String = "") -> [Diagnostic] {
    loadTemplates(["page": page, "partials/part": partial]).value
      .checked(against: ["page": shape]).diagnostics
  }

  @Test func `a template that fits the shape has no findings`() {
    let page = """
      {{title}} {{{content}}} {{count}} {{page.path}} {{extra.anything.at.all}}
      {{#topics}}{{title}}{{#links}}{{title}}{{path}}{{page.path}}{{/links}}{{/topics}}
      {{#tags}}{{.}}{{/tags}}{{^isDraft}}{{/isDraft}}{{#isDraft}}{{title}}{{/isDraft}}
      {{#content}}{{{content}}}{{{.}}}{{/content}}{{#extra}}{{whatever}}{{title}}{{/extra}}
      """
    #expect(check(page) == [])
  }

  @Test func `an unknown name is reported, with the nearest one in scope`() {
    let findings = check("{{#topics}}\n  {{titel}}{{/topics}}")
    #expect(brief(findings) == ["page:2:3-2:12 unknown-template-name"])
    #expect(findings.first?.help == "did you mean ‘title’?")
  }

  @Test func `an unknown part of a name is reported, with the nearest one`() {
    let findings = check("{{page.sumary}}{{pag.path}}{{title.path}}")
    #expect(
      brief(findings) == [
        "page:1:1-1:16 unknown-template-name", "page:1:16-1:28 unknown-template-name",
        "page:1:28-1:42 unknown-template-name",
      ])
    #expect(findings[0].help == "did you mean ‘page.summary’?")
    #expect(findings[1].help == "did you mean ‘page.path’?")
  }

  @Test func `a name that is one level deeper is suggested`() {
    #expect(check("{{summary}}").first?.help == "did you mean ‘page.summary’?")
  }

  @Test func `a name is not in scope outside its section`() {
    #expect(
      brief(check("{{#topics}}{{/topics}}{{links}}")) == [
        "page:1:23-1:32 unknown-template-name"
      ])
  }

  @Test func `inside an unknown section nothing more is reported`() {
    #expect(
      brief(check("{{#nope}}{{{what}}}{{.}}{{/nope}}{{^nope}}{{/nope}}")) == [
        "page:1:1-1:10 unknown-template-name", "page:1:34-1:43 unknown-template-name",
      ])
  }

  @Test func `HTML in two braces is reported`() {
    let findings = check("{{content}}")
    #expect(brief(findings) == ["page:1:1-1:12 template-value"])
    #expect(findings.first?.help == "write three braces, ‘{{{content}}}’")
  }

  @Test(arguments: ["title", "count", "extra.x"])
  func `text in three braces is reported`(name: String) {
    #expect(check("{{{\(name)}}}").map(\.rule) == [.templateValue])
    #expect(check("{{&\(name)}}").map(\.rule) == [.templateValue])
  }

  @Test(arguments: ["isDraft", "topics", "page"])
  func `values that cannot be printed are reported`(name: String) {
    #expect(check("{{\(name)}}").map(\.rule) == [.templateValue])
  }

  @Test func `a finding in a partial is located there and names the template`() {
    let findings = check("{{#topics}}\n{{> part}}\n{{/topics}}", partial: "<i>{{gone}}</i>\n")
    #expect(brief(findings) == ["partials/part:1:4-1:12 unknown-template-name"])
    #expect(findings.first?.notes.map(\.message) == ["it is part of ‘templates/page.mustache’"])
  }

  @Test func `a finding in a shared partial is reported once`() {
    let set = loadTemplates([
      "page": "{{> part}}", "other": "{{> part}}", "partials/part": "{{gone}}",
    ])
    let findings = set.value.checked(against: ["page": shape, "other": shape]).diagnostics
    #expect(brief(findings) == ["partials/part:1:1-1:9 unknown-template-name"])
  }

  @Test func `values in a string are checked where the string is used`() {
    let set = loadTemplates(
      ["page": "{{strings.a}}{{#page}}{{strings.a}}{{/page}}"], strings: ["a": "{{path}}"])
    #expect(
      brief(set.value.checked(against: ["page": shape]).diagnostics) == [
        "strings/en.yaml:3:9-3:9 unknown-template-name"
      ])
  }

  @Test func `a recursive partial is checked inside itself`() {
    let tree: TemplateShape = [
      "name": .text, "items": .list(["name": .text, "items": .list(["name": .text])]),
    ]
    let set = loadTemplates([
      "page": "{{> item}}", "partials/item": "{{name}}{{gone}}{{#items}}{{> item}}{{/items}}",
    ])
    #expect(
      brief(set.value.checked(against: ["page": tree]).diagnostics) == [
        "partials/item:1:9-1:17 unknown-template-name"
      ])
  }

  @Test func `a missing template is reported`() {
    let findings = loadTemplates([:]).value.checked(against: ["article": shape]).diagnostics
    #expect(brief(findings) == ["article:1:1-1:1 missing-template"])
  }

  @Test func `an absent declared value is not searched for further out`() {
    let topics = TemplateValue.list([.object(["title": .text("T")]), .object([:])])
    let value = TemplateValue.object(["title": .text("Page"), "topics": topics])
    let set = loadTemplates(["page": "{{#topics}}[{{title}}]{{/topics}}"]).value
    #expect(set.renderPage(value) == "[T][Page]")
    #expect(set.checked(against: ["page": shape]).value.renderPage(value) == "[T][]")
  }

  @Test func `checking a template does not change what it renders`() {
    let page =
      "{{#topics}}{{title}}{{#links}}{{title}}{{path}}{{page.path}}{{/links}}{{/topics}}{{extra.a.b}}"
    let value = TemplateValue.object([
      "topics": .list([
        .object(["title": .text("T"), "links": .list([.object(["path": .text("p")])])])
      ]),
      "page": .object(["path": .text("q")]),
      "extra": .object(["a": .object(["b": .text("r")])]),
    ])
    let set = loadTemplates(["page": page]).value
    #expect(set.renderPage(value) == "TTpqr")
    #expect(set.checked(against: ["page": shape]).value.renderPage(value) == "TTpqr")
  }
}
