import DaylightSyntax
import Testing

/// An item rendered on its own equals the item within its page.
@Suite struct TemplateItemTests {
  private static let shape: TemplateShape = [
    "title": .text,
    "page": [
      "title": .text, "isOpen": .flag,
      "words": .list(["term": .text, "uses": .list(["place": .text]), "isNew": .flag]),
    ],
  ]

  private static let words: [TemplateValue] = [
    [
      "term": .text("a<b"), "isNew": .flag(true),
      "uses": .list([["place": .text("one")], ["place": .text("two")]]),
    ],
    ["term": .text("c"), "isNew": .flag(false)],
  ]

  private static func page(_ words: TemplateValue) -> TemplateValue {
    [
      "title": .text("Site"),
      "page": ["title": .text("Page"), "isOpen": .flag(true), "words": words],
    ]
  }

  private func template(_ text: String) -> Template? {
    let result = loadTemplates(["page": text]).value.checked(against: ["page": Self.shape])
    #expect(result.diagnostics.isEmpty, "\(text)")
    return result.value["page"]
  }

  private func rendered(_ template: Template?, _ value: TemplateValue) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = template?.render(value, into: &bytes)
    return bytes
  }

  @Test(arguments: [
    "{{title}}{{#page.words}}({{term}}){{/page.words}}{{page.title}}",
    "{{#page.isOpen}}{{#page.words}}<{{#isNew}}{{term}}{{/isNew}}>{{/page.words}}{{/page.isOpen}}",
    "{{#page.words}}{{#uses}}{{place}} of {{term}}, {{/uses}}{{^uses}}none{{/uses}};{{/page.words}}!",
    "{{^page.words}}none{{/page.words}}{{#page.words}}-{{/page.words}}",
  ])
  func `rendered items replace their list`(text: String) {
    let template = template(text)
    let item = template?.item(of: "words", in: "page")
    #expect(item != nil)
    let items = Self.words.flatMap { rendered(item, $0) }
    #expect(
      rendered(template, Self.page(.rendered(items)))
        == rendered(template, Self.page(.list(Self.words))))
    #expect(
      rendered(template, Self.page(.rendered([]))) == rendered(template, Self.page(.list([]))))
  }

  @Test(arguments: [
    "{{title}}",
    "{{#page.words}}{{term}} on {{page.title}}{{/page.words}}",
    "{{#page.words}}{{#isNew}}{{title}}{{/isNew}}{{/page.words}}",
    "{{#page.words}}{{term}}{{/page.words}}{{#page.words}}{{term}}{{/page.words}}",
    "{{#page}}{{#words}}{{term}}{{/words}}{{/page}}",
  ])
  func `a list has no item template unless one section prints only its items`(
    text: String
  ) {
    #expect(template(text)?.item(of: "words", in: "page") == nil)
  }
}
