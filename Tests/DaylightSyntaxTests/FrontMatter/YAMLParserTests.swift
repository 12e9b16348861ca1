import DaylightSyntax
import TestSupport
import Testing

@Suite struct YAMLParserTests {
  /// The tree in one line: `{key: 'text'@2:8-2:12}`.
  private func dump(_ node: YAMLNode?) -> String {
    guard let node else { return "nothing" }
    let start = node.location.start
    let end = node.location.end
    let first = "@\(start.line):\(start.column)"
    let place = "\(first)-\(end.line):\(end.column)"
    switch node.content {
    case .scalar(let text, let style): return "\(style) ‘\(text)’\(place)"
    case .sequence(let elements):
      return "[" + elements.map(dump).joined(separator: ", ") + "]\(first)"
    case .mapping(let fields):
      return "{"
        + fields.map {
          "\($0.key)@\($0.keyLocation.start.line):\($0.keyLocation.start.column)"
            + "-\($0.keyLocation.end.column): \(dump($0.value))"
        }.joined(separator: ", ") + "}\(first)"
    }
  }

  private func parse(_ text: String) -> String {
    let parsed = YAMLNode.parse(SourceFile(path: "a.yaml", text: text))
    #expect(parsed.diagnostics == [])
    return dump(parsed.value)
  }

  @Test func `nothing is resolved and every location is known`() {
    #expect(
      parse("draft: true\nempty:\norder: 012\n")
        == "{draft@1:1-6: plain ‘true’@1:8-1:12, empty@2:1-6: plain ‘’@2:7-2:7,"
        + " order@3:1-6: plain ‘012’@3:8-3:11}@1:1")
  }

  @Test func `columns count bytes and quoted text is covered with its marks`() {
    #expect(
      parse("“é” : 'it''s ü'\nb: \"a\\\"b\" # c\n")
        == "{“é”@1:1-9: singleQuoted ‘it's ü’@1:12-1:22,"
        + " b@2:1-2: doubleQuoted ‘a\"b’@2:4-2:10}@1:1")
  }

  @Test func `the location of multi-line values is their first line`() {
    #expect(
      parse("a: |-\n  one\n  two\nb: >\n  x\nc: one\n  two\nd: \"one\n  two\"\n")
        == "{a@1:1-2: literal ‘one\ntwo’@1:4-1:6, b@4:1-2: folded ‘x\n’@4:4-4:5,"
        + " c@6:1-2: plain ‘one two’@6:4-6:7, d@8:1-2: doubleQuoted ‘one two’@8:4-8:8}@1:1")
  }

  @Test func `lists and groups keep their order`() {
    #expect(
      parse("- z: 1\n  a: [x, {k: v}]\n- b\n")
        == "[{z@1:3-4: plain ‘1’@1:6-1:7, a@2:3-4: [plain ‘x’@2:7-2:8,"
        + " {k@2:11-12: plain ‘v’@2:14-2:15}@2:10]@2:6}@1:3,"
        + " plain ‘b’@3:3-3:4]@1:1")
  }

  @Test func `places in front matter are those of the file`() throws {
    let file = SourceFile(path: "a.md", text: "---\r\ntitle: é x\r\norder: 3\r\n---\r\nBody")
    let range = try #require(FrontMatter.split(file).value.yaml)
    #expect(
      dump(YAMLNode.parse(file, in: range).value)
        == "{title@2:1-6: plain ‘é x’@2:8-2:12, order@3:1-6: plain ‘3’@3:8-3:9}@2:1")
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n# nothing\n"])
  func `a document without content is nil`(text: String) {
    let parsed = YAMLNode.parse(SourceFile(path: "a.yaml", text: text))
    #expect(parsed.diagnostics == [])
    #expect(parsed.value?.isEmpty ?? true)
  }

  @Test(arguments: [
    ("title: ⟦Shame: what helps⟧\n", "invalid-yaml"),
    ("- title: ⟦a: b⟧\n", "invalid-yaml"),
    ("title: a\n  ⟦order: 3⟧\n", "invalid-yaml"),
    ("a: b\n  ⟦c⟧\nd: e\n", ""),
    ("title: a\n⟦just text⟧\norder: 3\n", "invalid-yaml"),
    ("title: ⟦\"open⟧\norder: 3\n", "invalid-yaml"),
    ("title: ⟦'open⟧\norder: 3\n", "invalid-yaml"),
    ("title: 'It'⟦s time'⟧\n", "invalid-yaml"),
    ("title: \"One\" ⟦and two⟧\norder: 3\n", "invalid-yaml"),
    ("title: [draft] ⟦My page⟧\norder: 3\n", "invalid-yaml"),
    ("topics: ⟦[a, b⟧\norder: 3\n", "invalid-yaml"),
    ("topics: ⟦{a: b⟧\norder: 3\n", "invalid-yaml"),
    ("title: Reason ⟦#1 and more⟧ \n", "comment-in-value"),
    ("title: One\n  and reason ⟦#2⟧\n", "comment-in-value"),
    ("title: >⟦#1 and more⟧\n  One\n", "comment-in-value"),
    ("title: |2- ⟦#1⟧\n  One\n", "comment-in-value"),
    ("topics: [one ⟦#1, two]⟧\n", "comment-in-value"),
    ("title: Reason # 1\norder: 3 ## no\nempty: #\nlist: [a] #b\n", ""),
    ("title: ⟦@home⟧\n", "invalid-yaml"),
    ("title: ⟦`code`⟧\n", "invalid-yaml"),
    ("title: \"a ⟦\\ ⟧b\"\n", ""),
    ("title: \"a ⟦\\q⟧ b\"\n", "invalid-yaml"),
    ("title: ⟦\"a \\0 b\"⟧\n", "invalid-yaml"),
    ("topics: ⟦-⟧ a\n", "invalid-yaml"),
    ("a:\n  - b\n ⟦- c⟧\n", "invalid-yaml"),
    ("a:\n  b: c\n ⟦d: e⟧\n", "invalid-yaml"),
    ("a: b\n⟦---⟧\nc: d\n", "invalid-yaml"),
    ("a: b\n...\n⟦c: d⟧\n", "invalid-yaml"),
    ("? ⟦[a, b]⟧\n: c\n", "invalid-yaml"),
    ("a: b⟦\u{8}⟧\n", "invalid-yaml"),
    ("a: \"b⟦\u{2028}⟧c\"\n", "invalid-yaml"),
    ("a:\n⟦\t⟧- b\n", "tab-indentation"),
    ("a:\n ⟦\t⟧b: c\n", "tab-indentation"),
    ("a:\n  b: c\n⟦\t⟧d: e\n", "tab-indentation"),
    ("title: ⟦*really*⟧ good\n", "yaml-alias"),
    ("title: ⟦*⟧ good\n", "yaml-alias"),
    ("title: ⟦&amp;⟧ more\n", "yaml-alias"),
    ("a: ⟦&x⟧ 1\n", "yaml-alias"),
    ("a: ⟦&x⟧ 1\nb: *x\n", "yaml-alias"),
    ("a: ⟦&x⟧ {b: c}\nd:\n  <<: *x\n", "yaml-alias"),
    ("a:\n  ⟦<<⟧: {b: c}\n", "yaml-alias"),
    ("⟦&x⟧ a: b\n", "yaml-alias"),
    ("title: ⟦!wow⟧ this\n", "yaml-tag"),
    ("title: ⟦!!str⟧ 5\n", "yaml-tag"),
    ("a: ⟦!x!y⟧ b\n", "yaml-tag"),
    ("a: [b, ⟦!c⟧, d]\n", "yaml-tag"),
    ("⟦%TAG ! tag:x⟧\n---\na: b\n", "yaml-tag"),
    ("%YAML 1.1\n---\na: 5 %TAG\n", ""),
    ("a: [b, ⟦*c⟧]\n", "yaml-alias"),
    ("a: \"&b\"\nc: \"*b\"\n", ""),
  ])
  func `what cannot be parsed is one finding at the place to fix`(text: String, rule: String) {
    let source = BracketedSource(text, path: "a.yaml")
    let parsed = YAMLNode.parse(source.file)
    let expected = rule.isEmpty ? [] : source.places.map { Finding("error \(rule)", at: $0) }
    #expect(parsed.diagnostics.map(Finding.init) == expected)
    #expect((parsed.value == nil) == !rule.isEmpty)
  }

  @Test(arguments: [
    ("⟦a⟧: 1\nb: 2\n⟦a⟧: 3\n"),
    ("a: {⟦b⟧: 1, c: {b: 2}, ⟦b⟧: 3}\n"),
    ("x:\n  - ⟦\"a b\"⟧: 1\n    c:\n      a b: 2\n\n    # no\n    ⟦\"a b\"⟧ : 3\n"),
  ])
  func `a key written twice names both places`(text: String) {
    let source = BracketedSource(text, path: "a.yaml")
    let findings = YAMLNode.parse(source.file).diagnostics
    #expect(findings.map(Finding.init) == [Finding("error duplicate-key", at: source.places[1])])
    #expect(
      findings.first?.notes == [.init("it is first written here", at: source.places[0])])
  }

  @Test(arguments: [
    (
      "title: Shame: what helps\n", "the value of ‘title’ contains a colon and a space",
      "put the value in quotation marks: title: \"Shame: what helps\""
    ),
    (
      "title: Shame: \"it\"\n", "the value of ‘title’ contains a colon and a space",
      "put the value in quotation marks: title: 'Shame: \"it\"'"
    ),
    (
      "title: a\njust text\norder: 3\n", "there is no colon after a name in ‘just text’",
      "write ‘name: value’; if the line belongs to the value above, indent it"
    ),
    (
      "title: \"open\n", "the quotation mark that opens here is never closed",
      "write the same quotation mark at the end of the value"
    ),
    (
      "title: 'It's time'\n", "nothing can follow the closing ‘'’",
      "write an apostrophe within single quotation marks twice, or use double ones"
    ),
    (
      "title: [draft] Page\n", "nothing can follow the closing ‘]’",
      "if the value is text, put all of it in quotation marks"
    ),
    (
      "title: > quoted\n", "a value cannot begin with ‘>’", "put the value in quotation marks"
    ),
    (
      "title: ] a\n", "a value cannot begin with ‘]’", "put the value in quotation marks"
    ),
    (
      "title: \"a\\q\"\n", "‘\\q’ means nothing inside double quotation marks",
      "write ‘\\’ twice, or put the value in single quotation marks"
    ),
    (
      "a:\n\t- b\n", "this line is indented with a tab, which YAML forbids", "use spaces instead"
    ),
    (
      "title: Reason #1\n", "‘#1’ would be left out as a comment",
      "put the value in quotation marks if this belongs to it;"
        + " write a space after ‘#’ if it is a comment"
    ),
    (
      "title: *so* good\n", "‘*’ has a meaning in YAML that Daylight does not use",
      "if it is text, put the value in quotation marks;"
        + " if it was meant to repeat a value, write the value again"
    ),
    ("a: 1\na: 2\n", "‘a’ is written twice", "keep one of the two"),
  ])
  func `findings say in plain words what to write`(text: String, message: String, help: String) {
    let findings = YAMLNode.parse(SourceFile(path: "a.yaml", text: text)).diagnostics
    #expect(findings.map(\.message) == [message])
    #expect(findings.map(\.help) == [help])
  }

  @Test func `text with the marks of anchors in it is left alone`() {
    #expect(
      parse("a: salt & pepper *x\nb: \"*y* and &z;!\"\nc: [a*b, 'x']\n")
        == "{a@1:1-2: plain ‘salt & pepper *x’@1:4-1:20,"
        + " b@2:1-2: doubleQuoted ‘*y* and &z;!’@2:4-2:18,"
        + " c@3:1-2: [plain ‘a*b’@3:5-3:8, singleQuoted ‘x’@3:10-3:13]@3:4}@1:1")
  }
}
