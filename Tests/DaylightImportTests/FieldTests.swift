import DaylightImport
import Testing

@Suite struct `Details at the top of a page` {
  private func page(_ text: String, kind: ForeignKind = .markdown) -> String? {
    let folder = kind == .hugo ? "content/" : ""
    return ImportedSource([folder + "a.md": text], kind: kind)["content/a.md"]
  }

  @Test func `YAML, TOML and JSON say the same`() {
    let expected =
      "---\ntitle: \"Rest: a start\"\nsummary: Short\ntopics: [sleep, rest]\npublished: 2024-05-31\n---\n\nText\n"
    #expect(
      page(
        "---\ntitle: \"Rest: a start\"\ndescription: Short\ntags: [sleep, rest]\ndate: 2024-05-31\n---\nText"
      )
        == expected)
    #expect(
      page(
        "+++\ntitle = 'Rest: a start'\ndescription = \"Short\"\ntags = ['sleep', 'rest']\ndate = 2024-05-31T10:00:00Z\n+++\nText",
        kind: .hugo) == expected)
    #expect(
      page(
        "{\n  \"title\": \"Rest: a start\",\n  \"description\": \"Short\",\n  \"tags\": [\"sleep\", \"rest\"],\n  \"date\": \"2024-05-31\"\n}\nText",
        kind: .hugo) == expected)
  }

  @Test func `what our strict YAML refuses is read line by line`() {
    #expect(
      page("---\ntitle: Rest, lesson #1\nauthor: &a Jo\nlayout: *a\n---\nText")?
        .hasPrefix("---\ntitle: \"Rest, lesson #1\"\n") == true)
  }

  @Test func `what is not TOML is read line by line, and the report says so`() {
    let source = ImportedSource(
      ["content/a.md": "+++\ntitle = \"Rest\"\nx = [\n+++\nText"], kind: .hugo)
    #expect(source["content/a.md"]?.contains("title: Rest\n") == true)
    #expect(source.body("content/a.md") == "Text\n")
    #expect(source.site.report.contains("not TOML, so it was read line by line"))
    #expect(!source.site.findings.contains { $0.kind == .refused })
  }

  @Test func `a page keeps its heading, and the words of the navigation are its short title`() {
    let nav = "site_name: Harbour\nnav:\n  - Rest: rest.md\n  - Sleep: sleep.md\n"
    let source = ImportedSource(
      ["mkdocs.yml": nav, "docs/rest.md": "# How to rest\n\nText", "docs/sleep.md": "Text"],
      kind: .mkdocs)
    #expect(
      source["content/rest.md"]
        == "---\ntitle: How to rest\nshortTitle: Rest\norder: 1\n---\n\nText\n")
    #expect(source["content/sleep.md"]?.hasPrefix("---\ntitle: Sleep\norder: 2\n") == true)
  }

  @Test func `a page without a title takes its first heading, or its name`() {
    #expect(page("# What *helps*\n\nText") == "---\ntitle: What helps\n---\n\nText\n")
    #expect(page("Text") == "---\ntitle: A\n---\n\nText\n")
  }

  @Test func `a draft in any words is a draft`() {
    for line in [
      "draft: true", "published: false", "publish: no", "status: draft", "disabled: true",
    ] {
      #expect(page("---\ntitle: A\n\(line)\n---\nText")?.contains("draft: true") == true)
    }
  }

  @Test func `a page that ends before it begins has no end`() {
    func expires(_ dates: String) -> Bool {
      page("---\ntitle: A\n\(dates)\n---\nText")?.contains("expires: 2025-01-01\n") == true
    }
    #expect(expires("expiryDate: 2025-01-01"))
    #expect(expires("date: 2024-01-01\nexpiryDate: 2025-01-01"))
    #expect(!expires("date: 2026-01-01\nexpiryDate: 2025-01-01"))
  }

  @Test func `a field that has no place is in the report with its line`() {
    let source = ImportedSource(["a.md": "---\ntitle: A\nbanner: wide\n---\nText"], kind: .markdown)
    #expect(source.site.report.contains("- `banner: wide`: a.md:3"))
  }

  @Test func `a summary is plain words`() {
    #expect(
      page("---\ntitle: A\ndescription: 'An *old* <b>tag</b> &amp; more'\n---\nText")?
        .contains("summary: An old tag & more") == true)
  }
}
