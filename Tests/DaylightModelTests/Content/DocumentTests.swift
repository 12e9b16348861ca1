import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@Suite struct DocumentTests {
  private func read(_ text: String, _ kind: PageKind, _ rules: [String]) -> Document {
    let source = BracketedSource(text)
    let read = Document.read(source.file, kind: kind)
    expect(read.diagnostics, rules, in: source)
    return read.value
  }

  /// The help of the only finding in an article.
  private func help(_ text: String, _ rule: String) -> String? {
    let source = BracketedSource(text)
    let read = Document.read(source.file, kind: .article)
    expect(read.diagnostics, [rule], in: source)
    return read.diagnostics.first?.help
  }

  @Test func `a page is read with its front matter and the place of its body`() throws {
    let document = read(
      """
      ---
      title: Fear
      shortTitle: On fear
      summary: What fear does.
      order: 3
      draft: true
      published: 2025-01-31
      expires: 2026-01-31
      aliases: [/old/fear/, /fear.html]
      sensitive: false
      noindex: true
      discreet: false
      extra: {colour: red}
      author: practice
      reviewer: ada
      reviewed: 2025-02-01
      reviewBy: 2026-02-01
      topics: [fear, shame]
      sources: [dutton1993]
      glossary: section
      next: shame.md
      ---
      Body
      """, .article, [])
    guard case .page(let page) = document.frontMatter else {
      Issue.record("not a page")
      return
    }
    #expect(document.bodyLine == 23)
    #expect(String(decoding: document.file.bytes[document.body], as: UTF8.self) == "Body")
    #expect(page.title.value == "Fear" && document.title == page.title)
    #expect(page.common.shortTitle?.value == "On fear")
    #expect(page.common.summary?.value == "What fear does.")
    #expect(page.common.order?.value == 3)
    #expect(page.common.isDraft)
    #expect(page.common.published?.value.iso == "2025-01-31")
    #expect(page.common.expires?.value.iso == "2026-01-31")
    #expect(page.common.oldAddresses.map(\.value) == ["/old/fear/", "/fear.html"])
    #expect(!page.common.isSensitive)
    #expect(page.common.isHiddenFromSearch)
    #expect(page.common.isDiscreet == false)
    #expect(page.common.extra.map(\.key) == ["colour"])
    #expect(page.author?.value == "practice" && page.reviews.reviewers.map(\.value) == ["ada"])
    #expect(
      page.reviews.reviewed?.value.iso == "2025-02-01"
        && page.reviews.reviewBy?.value.iso == "2026-02-01")
    #expect(page.topics.map(\.value) == ["fear", "shame"])
    #expect(page.sources.map(\.value) == ["dutton1993"])
    #expect(page.glossary?.value == .section)
    #expect(page.next?.value == "shame.md")
    #expect(!page.isSequence && page.steps.isEmpty)
  }

  @Test func `a page with a title alone has the defaults`() {
    let common = read("---\ntitle: A\n---\nBody\n", .article, []).common
    #expect(!common.isDraft && common.isSensitive && !common.isHiddenFromSearch)
    #expect(common.isDiscreet == nil && common.oldAddresses.isEmpty)
  }

  @Test(arguments: [
    ("⟦⟧", "empty-file"), ("⟦⟧Text only\n", "missing-front-matter"),
    ("⟦---⟧\ntitle: A\n", "unclosed-front-matter"),
    ("---\ntitle: a⟦\0⟧\n---\nText\n", "nul-byte"),
    ("---\ntitle: ⟦A: B⟧\n---\nText\n", "invalid-yaml"),
    ("⟦⟧---\n---\nText\n", "missing-field"), ("⟦⟧---\n# soon\n---\nText\n", "missing-field"),
    ("---\n⟦just text⟧\n---\nText\n", "wrong-type"),
    ("---\ntitle: A\n---\n⟦⟧", "warning empty-body"),
    ("---\ntitle: A\n---\n⟦⟧ \n\n", "warning empty-body"),
  ])
  func `a page that cannot be read gives one finding and a document`(text: String, rule: String) {
    let rules = rule == "wrong-type" ? ["wrong-type"] : [rule]
    let source = BracketedSource(text)
    let read = Document.read(source.file, kind: .article)
    let findings = read.diagnostics.filter { rule != "wrong-type" || $0.rule.id == "wrong-type" }
    expect(findings, rules, in: source)
    #expect(read.value.file == source.file)
  }

  @Test func `bytes that are not UTF-8 are a finding`() {
    let file = SourceFile(path: "content/a.md", bytes: Array("---\ntitle: ".utf8) + [0xE9, 0x0A])
    let read = Document.read(file, kind: .article)
    #expect(
      read.diagnostics.map { "\(Finding($0))" } == ["error invalid-utf8 2:8-2:9"])
  }

  @Test func `a page that lists others may have no text`() {
    _ = read("---\ntitle: A\n---\n", .section, [])
  }

  @Test func `front matter has a limit`() {
    let text = "---\ntitle: " + String(repeating: "a", count: 70_000) + "\n---\nText\n"
    let read = Document.read(SourceFile(path: "content/a.md", text: text), kind: .article)
    #expect(read.diagnostics.map(\.rule.id) == ["yaml-too-large"])
  }

  @Test func `each kind has its own names`() {
    _ = read("---\ntitle: A\nsequence: true\n---\n", .section, [])
    _ = read("---\ntitle: A\nsteps: [../signs/fear.md]\n---\n", .path, [])
    _ = read(
      "---\ntitle: A\n⟦sequence⟧: true\n⟦steps⟧: [a.md]\n⟦evidence⟧: mixed\n---\nText\n", .article,
      ["misplaced-key", "misplaced-key", "unknown-key"])
    _ = read("⟦⟧---\ntitle: A\n---\n", .path, ["missing-field"])
    _ = read("---\ntitle: A\n⟦steps⟧: []\n---\n", .path, ["missing-field"])
  }

  @Test func `old addresses stay within the site`() {
    _ = read(
      """
      ---
      title: A
      aliases:
        - ⟦old/⟧
        - ⟦/⟧
        - ⟦/../up/⟧
        - ⟦/a/./b⟧
        - ⟦/a//b/⟧
        - ⟦//host/⟧
        - ⟦"/a b/"⟧
        - ⟦/a?b⟧
        - ⟦"/a#b"⟧
        - ⟦/%2e%2e/a/⟧
        - ⟦"/a\\\\b"⟧
        - ⟦"/a\\tb"⟧
        - ⟦https://example.org/a/⟧
        - /ok/…/é.html
      ---
      Text
      """, .article, Array(repeating: "invalid-address", count: 13))
  }

  @Test(arguments: [
    ("published: ⟦false⟧", "write ‘draft: true’ instead, so that the page is not published"),
    ("published: ⟦No⟧", "write ‘draft: true’ instead, so that the page is not published"),
    ("published: ⟦true⟧", "leave it out, or write the day on which the page was published"),
    ("published: ⟦soon⟧", "write year, month and day as in 2025-03-09"),
    ("expires: ⟦false⟧", "write year, month and day as in 2025-03-09"),
    ("draft: ⟦yes⟧", "write true"), ("draft: ⟦Off⟧", "write false"),
    ("draft: ⟦maybe⟧", "write true or false"),
  ])
  func `a flag of other programs is answered with ours`(field: String, help: String) {
    #expect(self.help("---\ntitle: A\n\(field)\n---\nText\n", "wrong-type") == help)
  }

  @Test(arguments: [
    "publish: false", "status: draft", "public: no", "visible: false", "Visibility: private",
    "is_draft: true", "isDraft: true", "unpublished: true",
  ])
  func `a name of other programs for a draft is answered with ours`(field: String) {
    let name = field.prefix { $0 != ":" }
    let text = "---\ntitle: A\n⟦\(name)⟧\(field.dropFirst(name.count))\n---\nText\n"
    #expect(help(text, "unknown-key")?.contains("‘draft") == true)
  }

  @Test func `dates follow each other`() {
    _ = read(
      """
      ---
      title: A
      published: 2025-02-01
      expires: ⟦2025-01-31⟧
      reviewed: 2025-02-01
      reviewBy: ⟦2024-02-01⟧
      ---
      Text
      """, .article, ["date-order", "date-order"])
  }

  @Test func `an entry written twice in a list is a warning`() {
    _ = read(
      "---\ntitle: A\ntopics: [fear, shame, ⟦fear⟧]\n---\nText\n", .article,
      ["warning repeated-entry"])
  }
}
