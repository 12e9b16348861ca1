import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@Suite struct ForeignFrontMatterTests {
  private func findings(in text: String, _ kind: PageKind = .article) -> [Diagnostic] {
    Document.read(SourceFile(path: "content/a/p.md", bytes: Array(text.utf8)), kind: kind)
      .diagnostics
  }

  private func expect(_ text: String, _ rule: String, line: Int, said: String, _ help: String) {
    let found = findings(in: text)
    #expect(found.map(\.rule.id) == [rule])
    #expect(found.first?.location?.start.line == line)
    #expect(found.first?.message.contains(said) == true)
    #expect(found.first?.help?.contains(help) == true)
  }

  @Test(arguments: [
    ("+++\ntitle = \"Grief\"\n+++\n\nText.\n", "TOML", "‘title: \"Grief\"’"),
    ("{\n  \"title\": \"Grief\"\n}\n\nText.\n", "JSON", "‘title: …’"),
    ("{\"title\": \"Grief\"}\n\nText.\n", "JSON", "‘title: …’"),
    (";;;\n\"title\": \"Grief\"\n;;;\n\nText.\n", "JSON", "‘title: …’"),
    ("title: Grief\ndraft: true\n\nText.\n", "no line ‘---’ opens", "‘title: Grief’"),
    ("title = \"Grief\"\n\nText.\n", "no line ‘---’ opens", "‘title: \"Grief\"’"),
    ("———\ntitle: Grief\n———\n\nText.\n", "‘———’ is not the three hyphens", "---"),
    ("—-\ntitle: Grief\n—-\n\nText.\n", "‘—-’ is not the three hyphens", "---"),
    ("--\ntitle: Grief\n--\n\nText.\n", "‘--’ is not the three hyphens", "---"),
    ("-----\ntitle: Grief\n-----\n\nText.\n", "‘-----’ is not the three hyphens", "---"),
    ("***\ntitle: Grief\n***\n\nText.\n", "‘***’ is not the three hyphens", "---"),
    ("---yaml\ntitle: Grief\n---\n\nText.\n", "‘---yaml’ is more than", "nothing else"),
    ("```yaml\n---\ntitle: Grief\n---\n```\n", "code block", "in place of ‘```yaml’"),
  ])
  func `front matter of another kind is named, with what to write`(
    text: String, said: String, help: String
  ) {
    expect(text, "missing-front-matter", line: 1, said: said, help)
  }

  @Test(arguments: [
    ("\n\n---\ntitle: Grief\n---\n\nText.\n", 3), (" ---\ntitle: Grief\n---\n\nText.\n", 1),
    ("\u{FEFF}\u{FEFF}---\ntitle: Grief\n---\n\nText.\n", 1),
    ("\u{A0}\n---\ntitle: Grief\n---\n\nText.\n", 2),
    ("<!-- mine -->\n---\ntitle: Grief\n---\n\nText.\n", 2),
    ("Words.\n\n---\ntitle: Grief\n---\n\nText.\n", 3),
  ])
  func `front matter that is not at the start of the file is said to be late`(
    text: String, line: Int
  ) {
    expect(text, "missing-front-matter", line: line, said: "very start of the file", "")
  }

  @Test(arguments: [
    "---\ntitle: Grief\n———\n\nText.\n", "---\ntitle: Grief\n--\n\nText.\n",
    "---\ntitle: Grief\n...\n\nText.\n", "---\ntitle: Grief\n+++\n\nText.\n",
    "---\ntitle: Grief\n ---\n\nText.\n", "---\ntitle: Grief\n———\n\nText: more.\n\n---\n\nText.\n",
  ])
  func `a line that was meant to close front matter is shown`(text: String) {
    expect(text, "unclosed-front-matter", line: 3, said: "does not close", "three hyphens here")
  }

  @Test func `a heading in place of front matter is taken for the title`() {
    expect(
      "# Grief\n\nText.\n", "missing-front-matter", line: 1, said: "no front matter",
      "‘title: Grief’")
  }

  @Test(arguments: [
    ("date", "‘published’"), ("tags", "‘topics’"), ("description", "‘summary’"),
    ("weight", "‘order’"), ("permalink", "‘slug’"), ("excerpt", "‘summary’"),
    ("layout", "the folder of a file"), ("categories", "‘topics’"), ("lastmod", "‘reviewed’"),
    ("language", "site.yaml"), ("Last_Modified", "‘reviewed’"), ("pubDate", "‘published’"),
    ("nav-order", "‘order’"), ("featured_image", "into the text"),
  ])
  func `fields of other generators are answered with ours`(name: String, help: String) {
    let found = findings(in: "---\ntitle: A\n\(name): b\n---\n\nText.\n")
    #expect(found.map(\.rule.id) == ["unknown-key"])
    #expect(found.first?.help?.contains(help) == true)
  }

  @Test func `a term has names of its own`() {
    let found = findings(
      in:
        "---\nterm: A\nevidence: popular\nsummary: B.\nsynonyms: [c]\nredirect_from: [/d/]\n---\n",
      .term)
    #expect(
      found.map(\.help) == ["Daylight calls it ‘aliases’", "Daylight calls it ‘redirects’"])
  }

  @Test func `a title of spaces is missing`() {
    #expect(findings(in: "---\ntitle: \"   \"\n---\n\nText.\n").map(\.rule.id) == ["missing-field"])
  }

  @Test func `a page that cannot be read is one error, and leaves no hole in the lists of others`()
    async
  {
    let site = await SiteFixture("-- content/s/p.md --\n+++\ntitle = \"P\"\n+++\nText.\n").build()
    #expect(site.rules == ["missing-front-matter"])
  }
}
