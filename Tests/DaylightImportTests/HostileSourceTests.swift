import DaylightImport
import DaylightSyntax
import Testing

@Suite struct `Sources that are broken or hostile` {
  @Test func `HTML that is too deep is reported and its page says so`() {
    let deep = String(repeating: "<div>", count: 50_000) + "words"
    let source = ImportedSource(["a.html": deep], kind: .markdown)
    #expect(source.body("content/a.md")?.contains("copy it by hand") == true)
    #expect(source.site.findings.contains { $0.kind == .refused && $0.path == "a.html" })
  }

  @Test func `Markdown that would take minutes is reported`() {
    let text = String(repeating: "> ", count: 5_000) + "words"
    let source = ImportedSource(["a.md": text], kind: .markdown)
    #expect(source.site.findings.contains { $0.kind == .refused })
  }

  @Test(arguments: [
    "[^a]: md", "[[^a]]", "[ ^ ]", "[a.^b]", "[a.", "[[a]", "[!", "^ = 1", "a.^ = 1", "a. = 1",
    ".a = 1", "\"a\".^ = 1", "a = ^", "a = [^]", "a = {^ = 1}", "a = {b.^ = 1}", "[é]", "[\u{1}]",
    "a = 1^", "[''", "[a]^", "a = \"\\^\"", "[a]\n[a]", "a = 0x", "a = 1979-99-99", "a = '''",
  ])
  func `what is not TOML in any way is read line by line`(toml: String) {
    let page = ImportedSource(
      ["content/a.md": "+++\ntitle = \"Rest\"\n\(toml)\n+++\nText"], kind: .hugo)
    #expect(page["content/a.md"]?.contains("Rest") == true)
    #expect(page.site.report.contains("not TOML, so it was read line by line"))
    let settings = ImportedSource(["hugo.toml": toml, "content/a.md": "Text"], kind: .hugo)
    #expect(settings.body("content/a.md") == "Text\n")
  }

  @Test(arguments: [
    "\u{7F}", "\u{85}", "\u{9F}", "\u{2028}", "\u{FEFF}", "\u{FFFE}", "\u{0}", "\u{1B}",
  ])
  func `characters that YAML refuses are left out of details, and refused in addresses`(
    character: String
  ) {
    let source = ImportedSource(
      [
        "_config.yml": "title: Room \(character)A\npermalink: /blog/:year/m\(character)n/:title/\n",
        "_posts/2020-01-02-rest.md":
          "---\ntitle: A \(character)rest\ntags: [one\(character)s, two]\nauthor: Jo\(character)\n"
          + "redirect_from: [\"/o\(character)ld/\", /older/]\n---\nText",
      ], kind: .jekyll)
    for case (let path, .text(let text)) in source.site.files.map({ ($0.path, $0.content) })
    where path.hasSuffix(".md") || path.hasSuffix(".yaml") {
      #expect(UnseenCharacter.removed(from: text) == text, "\(path)")
    }
  }

  @Test func `files that take each other in end`() {
    let source = ImportedSource(
      [
        "_config.yml": "title: x", "a.md": "{% include b.md %}",
        "_includes/b.md": "B {% include c.md %}",
        "_includes/c.md": "C {% include b.md %}",
      ], kind: .jekyll)
    #expect(source.body("content/a.md")?.hasPrefix("B") == true)
    #expect(source.site.findings.contains { $0.text.hasPrefix("{% include") })
  }

  @Test func `pages above each other in a circle end`() {
    let item = { (id: Int, parent: Int) in
      "<item><title>P\(id)</title><content:encoded>x</content:encoded><wp:post_id>\(id)</wp:post_id>"
        + "<wp:post_parent>\(parent)</wp:post_parent><wp:post_name>p\(id)</wp:post_name>"
        + "<wp:post_type>page</wp:post_type><wp:status>publish</wp:status></item>"
    }
    let xml =
      "<?xml version=\"1.0\"?><rss xmlns:content=\"a\" xmlns:wp=\"b\"><channel><title>x</title>"
      + item(1, 2) + item(2, 1) + "</channel></rss>"
    #expect(ImportedSource(["e.xml": xml], kind: .wordpress).site.pages == 2)
  }

  @Test func `an export with a document type is refused`() {
    let xml =
      "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaa\">]><rss><channel></channel></rss>"
    let site = ImportedSource(["e.xml": xml], kind: .wordpress).site
    #expect(site.findings.map(\.text) == ["it declares a document type, which no export does"])
  }

  @Test func `names that differ only in capitals, or are the same as a slug, get numbers`() {
    let source = ImportedSource(
      ["Rest.md": "# A", "rest.md": "# B", "Rest!.md": "# C"], kind: .markdown)
    let paths = source.site.files.map(\.path).filter { $0.contains("rest") }
    #expect(paths == ["content/rest-2.md", "content/rest-3.md", "content/rest.md"])
  }

  @Test func `a page beside a folder of its name becomes the page of the folder`() {
    let source = ImportedSource(["team.md": "# Team", "team/anna.md": "# Anna"], kind: .markdown)
    #expect(source["content/team/index.md"]?.contains("title: Team") == true)
    #expect(source["content/team.md"] == nil)
  }

  @Test
  func `texts that are not UTF-8, begin with a mark or have the line ends of Windows are read`() {
    let old = ForeignFile(path: "old.md", text: [0x93] + Array("caf".utf8) + [0xE9, 0x94])
    let marked = ForeignFile(
      path: "marked.md",
      text: [0xEF, 0xBB, 0xBF] + Array("---\r\ntitle: Rest\r\n---\r\n\r\nOne\r\ntwo\r\n".utf8))
    let source = ImportedSource([old, marked], kind: .markdown)
    #expect(source.body("content/old.md") == "“café”\n")
    #expect(source["content/marked.md"] == "---\ntitle: Rest\n---\n\nOne two\n")
  }

  @Test func `no link leads out of the site`() {
    let body = ImportedSource.body(
      of: "[a](../../etc/passwd) [b](file:///etc/passwd) [c](javascript:x)")
    #expect(!body.contains("](../../"))
    #expect(body.components(of: "<!-- TODO this was a link to") == 3)
  }

  @Test func `nothing in a text ends the comment that it is kept in`() {
    let body = ImportedSource.body(of: "{{< x \"--> <script> <!-- -->\" >}}", kind: .hugo)
    #expect(body.components(of: "-->") == 1)
  }

  @Test func `the same source gives the same site, in whatever order its files are found`() {
    let files = ["a.md": "# A\n[b](b.md)", "b.md": "# B", "c/d.md": "x"].map {
      ForeignFile(path: $0.key, text: Array($0.value.utf8))
    }
    let first = Importer(files, kind: .markdown, sourceName: "x").run()
    let second = Importer(files.reversed(), kind: .markdown, sourceName: "x").run()
    #expect(first.files == second.files)
    #expect(first.report == second.report)
  }
}

extension String {
  func components(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: text) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
