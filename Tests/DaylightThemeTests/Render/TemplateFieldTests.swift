import DaylightSyntax
import Testing

@testable import DaylightTheme

@Suite struct TemplateFieldTests {
  private struct Link: TemplateModel {
    let title: String
    let path: String

    static let fields = [
      Field("title", "the title") { $0.title },
      Field("path", "the path") { $0.path },
    ]
  }

  private struct Article: TemplateModel {
    var body = HTML()
    var author: String?
    var isDraft = false
    var section: Prepared<Link>?
    var related: [Link] = []
    var next = Link(title: "Next", path: "n")

    static let fields: [Field] =
      [
        Field("body", "the text") { $0.body },
        Field("author", "who wrote it") { $0.author },
        Field("draft", "it is a draft") { $0.isDraft },
        Field("count", "how many related pages there are") { $0.related.count },
        Field("section", "where it is") { $0.section },
        Field("related", "more to read") { $0.related },
        Field("review", "of a draft", object: review) { $0.isDraft ? $0.related : nil },
      ] + Link.fields { $0.next }

    private static let review: [TemplateField<[Link]>] = [.init("size", "links") { $0.count }]
  }

  /// The template `page`, checked against the shape of an article.
  private func checked(_ text: String) -> Diagnosed<TemplateSet> {
    TemplateSet.load([SourceFile(path: "templates/page.mustache", text: text)]).value
      .checked(against: ["page": Article.templateShape])
  }

  private func rendered(_ text: String, _ article: Article) -> String {
    var output: [UInt8] = []
    _ = checked(text).value["page"]?.render(article.templateValue, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func `a template prints what the closure of a field returns`() {
    let link = Link(title: "A & B", path: "a")
    let article = Article(
      body: "<p>\("1 < 2")</p>", author: "Ada", isDraft: true, section: Prepared(link),
      related: [link, link])
    let template =
      "{{{body}}} {{author}} {{#draft}}draft{{/draft}} {{count}} {{section.title}} "
      + "{{#related}}[{{title}} {{path}}]{{/related}} {{review.size}} {{title}}"
    #expect(
      rendered(template, article)
        == "<p>1 &lt; 2</p> Ada draft 2 A &amp; B [A &amp; B a][A &amp; B a] 2 Next")
  }

  @Test func `absent values print nothing and skip their sections`() {
    let template =
      "{{{body}}}{{author}}{{#author}}a{{/author}}{{#draft}}d{{/draft}}{{#section}}s{{/section}}"
      + "{{#related}}r{{/related}}{{#review}}v{{/review}}{{count}}"
    #expect(rendered(template, Article()) == "0")
  }

  @Test func `the kind of a field follows from what its closure returns`() {
    let link: TemplateShape = .object([
      .init(name: "title", shape: .text, meaning: "the title"),
      .init(name: "path", shape: .text, meaning: "the path"),
    ])
    #expect(Link.templateShape == link)
    let kinds = Dictionary(
      uniqueKeysWithValues: Article.fields.map { ($0.name.spelling, $0.declaration.shape) })
    #expect(
      kinds == [
        "body": .html, "author": .text, "draft": .flag, "count": .number, "section": link,
        "related": .list(link), "title": .text, "path": .text,
        "review": .object([.init(name: "size", shape: .number, meaning: "links")]),
      ])
  }

  @Test func `text may not be printed like HTML, nor HTML like text`() {
    #expect(
      checked("{{{author}}}{{body}}{{{body}}}{{author}}").diagnostics.map(\.message) == [
        "‘author’ is text, and three braces are for HTML",
        "‘body’ is HTML, and two braces would show its tags as text",
      ])
  }

  @Test func `a prepared value has the fields of the value`() {
    struct Step: TemplateModel {
      let page: Prepared<Link>

      static let fields = Prepared<Link>.fields { (step: Self) in step.page }
    }
    let step = Step(page: Prepared(Link(title: "T", path: "p")))
    #expect(Step.templateShape == Link.templateShape)
    #expect(step.templateValue == Link(title: "T", path: "p").templateValue)
  }

  @Test func `a field can be declared for a model that never has it`() {
    let field = Link.fields[0].absent(in: Article.self)
    #expect(field.declaration == Link.fields[0].declaration)
    #expect(TemplateObject([field], of: Article())[field.name] == TemplateValue.none)
  }
}
