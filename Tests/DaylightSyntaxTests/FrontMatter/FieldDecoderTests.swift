import DaylightSyntax
import TestSupport
import Testing

@Suite struct FieldDecoderTests {
  private enum Evidence: String, FieldWord {
    case established, mixed, contested
    var meaning: String { "\(rawValue)." }
  }

  /// Decodes a marked source and expects a finding at each mark, and no other.
  private func expect(
    _ text: String, _ rules: [String], _ body: (inout FieldDecoder) -> Void
  ) -> [Diagnostic] {
    let source = BracketedSource(text, path: "a.yaml")
    let parsed = YAMLNode.parse(source.file)
    #expect(parsed.diagnostics == [])
    var decoder = FieldDecoder(parsed.value, of: "page", at: .file("a.yaml"))
    body(&decoder)
    let findings = decoder.finish()
    #expect(
      findings.map(Finding.init) == zip(rules, source.places).map { Finding("error \($0)", at: $1) }
    )
    #expect(rules.count == source.places.count)
    return findings
  }

  @Test func `fields of the right type are decoded with their locations`() {
    _ = expect(
      """
      title: Grounding
      draft: true
      order: -3
      reviewed: 2025-03-09
      topics: [shame, "fear"]
      evidence: mixed
      """, []
    ) { fields in
      #expect(fields.requiredText("title").value == "Grounding")
      #expect(fields.flag("draft")?.value == true)
      #expect(fields.integer("order")?.value == -3)
      #expect(fields.date("reviewed")?.value.iso == "2025-03-09")
      #expect(fields.date("published") == nil)
      let topics = fields.texts("topics")
      #expect(topics.map(\.value) == ["shame", "fear"])
      #expect(topics.map(\.location.start.column) == [10, 17])
      #expect(fields.word("evidence", as: Evidence.self)?.value == .mixed)
    }
  }

  @Test func `fields without a value read as absent`() {
    _ = expect("a:\nb: ''\nc:\nd:\ne:\nf:\ng:\n", []) { fields in
      #expect(fields.text("a") == nil)
      #expect(fields.text("b") == nil)
      #expect(fields.flag("c") == nil)
      #expect(fields.date("d") == nil)
      #expect(fields.texts("e") == [])
      #expect(fields.openMap("f") == [])
      #expect(fields.nested("g", of: "part") { _ in 1 } == nil)
    }
  }

  @Test func `an unknown name is reported with the nearest known one`() {
    let findings = expect("⟦titel⟧: A\n⟦colour⟧: red\n", ["unknown-key", "unknown-key"]) { fields in
      _ = fields.text("title")
      _ = fields.text("summary")
    }
    #expect(
      findings.map(\.message) == [
        "‘titel’ has no meaning in this page", "‘colour’ has no meaning in this page",
      ])
    #expect(findings.map(\.help) == ["did you mean ‘title’?", "known names: title, summary"])
  }

  @Test(arguments: ["a: 1\n⟦title⟧:\n", "a: 1\n⟦title⟧: ''\n"])
  func `a required name without a value is missing`(text: String) {
    let findings = expect(text, ["missing-field"]) { fields in
      _ = fields.text("a")
      #expect(fields.requiredText("title").value == "")
    }
    #expect(findings.map(\.message) == ["‘title’ is missing from this page"])
  }

  @Test func `a required name that is absent is missing from the whole`() {
    _ = expect("⟦⟧a: 1\n", ["missing-field"]) { fields in
      _ = fields.text("a")
      _ = fields.requiredText("title")
    }
  }

  @Test func `an empty document is missing its required names`() {
    var decoder = FieldDecoder(nil, of: "page", at: .file("a.yaml"))
    _ = decoder.requiredText("title")
    #expect(
      decoder.finish().map(Finding.init) == [Finding("error missing-field", at: .file("a.yaml"))])
  }

  @Test func `values of another type say what was found and what to write`() {
    let findings = expect(
      """
      draft: ⟦maybe⟧
      order: ⟦3.5⟧
      reviewed: ⟦last May⟧
      topics: ⟦shame⟧
      title: ⟦[a, b]⟧
      extra: ⟦no⟧
      steps:
        - ⟦k: v⟧
      """, Array(repeating: "wrong-type", count: 7)
    ) { fields in
      #expect(fields.flag("draft") == nil)
      #expect(fields.integer("order") == nil)
      #expect(fields.date("reviewed") == nil)
      #expect(fields.texts("topics") == [])
      #expect(fields.requiredText("title").value == "")
      #expect(fields.openMap("extra") == [])
      #expect(fields.texts("steps") == [])
    }
    #expect(
      findings.map(\.message) == [
        "‘draft’ should be true or false, but ‘maybe’ is written here",
        "‘order’ should be a whole number, but ‘3.5’ is written here",
        "‘reviewed’ should be a date, but ‘last May’ is written here",
        "‘topics’ should be a list, but ‘shame’ is written here",
        "‘title’ should be text, but a list is written here",
        "‘extra’ should be names with values, but ‘no’ is written here",
        "‘steps’ should be text, but a group of names with values is written here",
      ])
    #expect(findings.first?.help == "write true or false")
  }

  @Test func `a date that does not exist is invalid`() {
    let findings = expect(
      "a: ⟦2025-02-30⟧\nb: ⟦2025-13-01⟧\nc: 2024-02-29\n", ["invalid-date", "invalid-date"]
    ) { fields in
      for name in ["a", "b", "c"] { _ = fields.date(name) }
    }
    #expect(
      findings.map(\.help) == ["this month has 28 days", "months go from 01 to 12, after the year"])
  }

  @Test func `an unknown word is reported with the nearest known one`() {
    let findings = expect(
      "a: ⟦contestd⟧\nb: ⟦weak⟧\n", ["unknown-value", "unknown-value"]
    ) { fields in
      _ = fields.word("a", as: Evidence.self)
      _ = fields.word("b", as: Evidence.self)
    }
    #expect(
      findings.map(\.help) == [
        "did you mean ‘contested’? The words are established, mixed, contested",
        "write one of established, mixed, contested",
      ])
  }

  @Test func `groups and lists of groups report their own unknown names`() {
    _ = expect(
      """
      practice:
        name: A
        ⟦adress⟧: B
      services:
        - name: One
        - ⟦nam⟧: Two
        - ⟦text⟧
      ⟦lines⟧: 1
      """, ["unknown-key", "unknown-key", "wrong-type", "unknown-key"]
    ) { fields in
      _ = fields.nested("practice", of: "practice") { practice in
        _ = practice.text("name")
        _ = practice.text("address")
      }
      let names = fields.list("services", of: "service") { $0.text("name")?.value }
      #expect(names == ["One"])
    }
  }

  @Test func `a misplaced name is refused with a reason`() {
    let findings = expect("⟦steps⟧: [a.md]\n", ["misplaced-key"]) { fields in
      fields.refuse("steps", because: "this is not a path", help: "move the file to paths/")
      fields.refuse("sequence", because: "it is not there", help: "")
    }
    #expect(findings.map(\.message) == ["‘steps’ does not belong here: this is not a path"])
  }

  @Test func `a mapping keeps its author's names and their locations`() {
    _ = expect("extra:\n  colour: red\n  nested: {a: b}\n", []) { fields in
      let extra = fields.openMap("extra")
      #expect(extra.map(\.key) == ["colour", "nested"])
      #expect(extra.map(\.keyLocation.start.line) == [2, 3])
    }
  }

  @Test func `a document that is not a mapping is of the wrong type`() {
    let findings = expect("⟦just text⟧\n", ["wrong-type"]) { _ = $0.text("title") }
    #expect(
      findings.map(\.message) == [
        "the page should be names with values, but ‘just text’ is written here"
      ])
  }

  @Test(arguments: ["\"   \"", "\"\u{A0}\"", "\"\u{200B}\u{2060}\"", "\"\\n\"", "\"\u{3000}\""])
  func `an invisible value counts as missing`(value: String) {
    let findings = expect("⟦title⟧: \(value)\n", ["missing-field"]) { fields in
      #expect(fields.requiredText("title").value == "")
    }
    #expect(findings.map(\.message) == ["‘title’ is missing from this page"])
  }

  @Test
  func `invisible characters at the ends of a value are removed, and line ends become spaces`() {
    _ = expect("a: true\u{A0}\nb: \" x \\n y\u{200B}\"\nc: |\n  one\n  two\nd: 3\u{2003}\n", []) {
      fields in
      #expect(fields.flag("a")?.value == true)
      #expect(fields.text("b")?.value == "x  y")
      #expect(fields.text("c")?.value == "one two")
      #expect(fields.integer("d")?.value == 3)
    }
  }

  @Test func `an invisible character in a wrong value is named`() {
    let findings = expect("evidence: ⟦mi\u{200B}xed⟧\n", ["unknown-value"]) { fields in
      _ = fields.word("evidence", as: Evidence.self)
    }
    #expect(
      findings.first?.notes.map(\.message) == [
        "there is a zero-width space (U+200B) in it, which is not visible"
      ])
  }

  @Test func `the names of other programs are answered with ours`() {
    let source = SourceFile(
      path: "a.yaml", bytes: Array("Tags: a\nlay-out: b\ndate: c\npublished: d\n".utf8))
    let node = YAMLNode.parse(source).value
    let names: ForeignNames = [
      "tags": .ours("topics"), "layout": .none("leave it out"), "date": .ours("published"),
    ]
    var fields = FieldDecoder(node, of: "page", at: .file("a.yaml"), foreignNames: names)
    _ = fields.text("topics")
    _ = fields.text("published")
    #expect(
      fields.finish().map(\.help) == [
        "Daylight calls it ‘topics’", "leave it out",
        "Daylight calls it ‘published’, which is already written: leave this out",
      ])
  }

  @Test(arguments: [
    ("title:P", "title: P"), ("title = \"P\"", "title: \"P\""),
    ("title = 1\ndate = 2", "title: …"),
  ])
  func `without readable fields the line to write is suggested, and none is missing`(
    text: String, line: String
  ) {
    let source = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
    var fields = FieldDecoder(YAMLNode.parse(source).value, of: "page", at: .file("a.yaml"))
    _ = fields.requiredText("title")
    let findings = fields.finish()
    #expect(findings.map(\.rule.id) == ["wrong-type"])
    #expect(findings.first?.help?.contains("write ‘\(line)’") == true)
  }

  @Test func `a value between curly quotation marks is a warning`() {
    let source = MarkedSource("title: ⟦1⟧“P and q”⟦/1⟧\nother: \"“P”\"\nlast: “A” or “B”\n")
    var fields = FieldDecoder(
      YAMLNode.parse(source.file).value, of: "page", at: .file("content/page.md"))
    for name in ["title", "other", "last"] { _ = fields.text(name) }
    expectFindings(
      fields.finish(), in: source,
      are: [.init("curly-quotes", at: 1)])
  }

  @Test func `for a date with a time, the date alone is suggested`() {
    let findings = expect("a: ⟦2024-01-01T10:00:00Z⟧\n", ["wrong-type"]) { _ = $0.date("a") }
    #expect(findings.map(\.help) == ["write the day alone: 2024-01-01"])
  }
}
