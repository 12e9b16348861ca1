import DaylightSyntax
import Testing

/// Folding never changes the rendered page.
@Suite struct TemplateFolderTests {
  private static let line: TemplateShape = ["name": .text, "open": .flag]
  private static let shape: TemplateShape = [
    "language": .text, "html": .html, "none": .text, "flag": .flag, "number": .number,
    "lines": .list(line), "site": ["name": .text, "here": .list(line), "owner": ["name": .text]],
    "page": ["title": .text, "lines": .list(line), "child": ["name": .text]], "extra": .anything,
  ]

  private static let known: TemplateObject = [
    "language": .text("e&n"), "html": .html("<b>"), "none": .none, "flag": .flag(true),
    "number": .number(7), "lines": .list([line("one", true), line("two", false)]),
    "site": ["name": .text("Site"), "owner": ["name": .text("Owner")]],
  ]

  private static let root: TemplateObject = {
    var root = known
    root["site"] = [
      "name": .text("Site"), "here": .list([line("here", true)]), "owner": ["name": .text("Owner")],
    ]
    root["page"] = [
      "title": .text("T<"), "lines": .list([line("a", false), line("b", true)]),
      "child": ["name": .text("Child")],
    ]
    root["extra"] = ["name": .text("Extra"), "list": .list([.text("x"), .text("y")])]
    return root
  }()

  private static func line(_ name: String, _ isOpen: Bool) -> TemplateValue {
    ["name": .text(name), "open": .flag(isOpen)]
  }

  private func checked(_ text: String) -> Template? {
    let set = loadTemplates(["page": text]).value
    let result = set.checked(against: ["page": Self.shape])
    #expect(result.diagnostics.isEmpty, "\(text)")
    return result.value["page"]
  }

  private func rendered(_ template: Template?, _ root: TemplateObject = root) -> String {
    var bytes: [UInt8] = []
    _ = template?.render(.object(root), into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "{{language}}{{{html}}}{{number}}[{{none}}]",
    "{{#flag}}yes{{/flag}}{{^flag}}no{{/flag}}{{#none}}no{{/none}}{{^none}}yes{{/none}}",
    "{{#lines}}{{name}}{{#open}}!{{/open}}{{^open}}?{{/open}}{{/lines}}",
    "{{#lines}}{{page.title}}{{#page.lines}}{{name}}{{language}}{{/page.lines}}{{/lines}}",
    "{{#page.lines}}{{name}}{{#lines}}{{name}}{{#open}}+{{/open}}{{/lines}}{{/page.lines}}",
    "{{#page.lines}}{{#lines}}{{#page.child}}{{name}}{{/page.child}}{{name}}{{/lines}}{{name}}{{/page.lines}}",
    "{{#page.child}}{{#number}}{{.}}{{name}}{{/number}}{{/page.child}}",
    "{{site.name}}{{#site.here}}{{name}}{{/site.here}}{{site.owner.name}}",
    "{{#site}}{{name}}{{#here}}{{name}}{{/here}}{{#owner}}{{name}}{{/owner}}{{/site}}",
    "{{#site.owner}}{{name}}{{#page.lines}}{{name}}{{/page.lines}}{{/site.owner}}",
    "{{#extra}}{{name}}{{#list}}{{.}}{{/list}}{{/extra}}",
    "{{#lines}}{{#extra}}{{name}}{{/extra}}{{/lines}}",
    "a{{^page.title}}b{{/page.title}}c{{^none}}d{{/none}}e{{#page.title}}{{language}}f{{/page.title}}",
  ])
  func `folding does not change the page`(text: String) throws {
    let template = try #require(checked(text))
    #expect(rendered(template.folding(Self.known)) == rendered(template))
  }

  @Test func `folded values are not looked up again`() throws {
    let text = "{{language}} {{#lines}}{{name}} {{/lines}}{{site.owner.name}} {{page.title}}"
    let folded = try #require(checked(text)).folding(Self.known)
    #expect(rendered(folded, ["page": ["title": .text("P")]]) == "e&amp;n one two Owner P")
  }

  @Test func `a recursive template is not folded`() throws {
    let files: KeyValuePairs = [
      "page": "{{language}}{{> tree}}",
      "partials/tree": "{{#page.lines}}{{name}}{{#none}}{{> tree}}{{/none}}{{/page.lines}}",
    ]
    let template = try #require(
      loadTemplates(files).value.checked(against: ["page": Self.shape]).value["page"])
    #expect(template.folding(Self.known).fingerprint == template.fingerprint)
    #expect(rendered(template) == "e&amp;nab")
  }
}
