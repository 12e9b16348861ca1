import DaylightSyntax
import TestSupport
import Testing

@Suite struct YAMLLookalikesTests {
  private func findings(in text: String) -> [Diagnostic] {
    YAMLNode.parse(SourceFile(path: "a.yaml", bytes: Array(text.utf8))).diagnostics
  }

  @Test(arguments: [
    ("title:\u{A0}P", "a no-break space (U+00A0) in column 7", "title: P"),
    ("title: \u{A0}P", "a no-break space (U+00A0) in column 8", "title: P"),
    ("title\u{202F}: P", "a narrow no-break space (U+202F) in column 6", "title : P"),
    ("\u{2002}title: P", "an en space (U+2002) in column 1", "title: P"),
    ("  \u{3000}title: P", "a full-width space (U+3000) in column 3", "title: P"),
    ("ti\u{200B}tle: P", "a zero-width space (U+200B) in column 3", "title: P"),
    ("title\u{2060}: P", "a zero-width character (U+2060) in column 6", "title: P"),
    ("\u{200E}title: P", "a mark of the direction of text (U+200E) in column 1", "title: P"),
    ("title\u{FF1A}P", "a full-width colon (U+FF1A) in column 6", "title: P"),
    ("title\u{2236} P", "a character like a colon (U+2236) in column 6", "title: P"),
    ("topics:\n  -\u{A0}a", "a no-break space (U+00A0) in column 4", "- a"),
    ("topics:\n\u{2013} a", "an en dash (U+2013) in column 1", "- a"),
    ("topics:\n  \u{2022} a", "a bullet (U+2022) in column 3", "- a"),
    ("- -\u{A0}a: b", "a no-break space (U+00A0) in column 4", "- - a: b"),
  ])
  func `a character that looks like one of YAML’s is named, with its column and the line to type`(
    text: String, said: String, line: String
  ) {
    let found = findings(in: text)
    #expect(found.map(\.rule.id) == ["invalid-yaml"])
    #expect(found.first?.message.hasPrefix("there is \(said)") == true)
    #expect(found.first?.help == "delete it and type the line again: ‘\(line)’")
  }

  @Test func `each line with a lookalike is reported`() {
    let found = findings(in: "a:\u{A0}1\nb: 2\nc\u{FF1A}3\n")
    #expect(found.map(\.location?.start.line) == [1, 3])
  }

  @Test(arguments: [
    "title: Café\u{A0}!", "title: “A”\nsummary: It’s – well – fine",
    "summary: >\n  Attention\u{A0}: ceci\n  – et cela\ntitle: P", "topics: [a\u{A0}b]",
    "summary: |\n  – one\n\n  – two\n", "# – a comment\u{A0}: here\ntitle: P",
    "summary: One\n  two\u{A0}three",
  ])
  func `lookalikes inside a text are fine`(text: String) {
    #expect(findings(in: text) == [])
  }

  @Test func `a missing space after a colon is distinguished from bad indentation`() {
    let found = findings(in: "title:Shame\nsummary: One.\n")
    #expect(found.map(\.location?.start.line) == [1])
    #expect(found.map(\.help) == ["write ‘title: Shame’"])
  }

  @Test(arguments: [
    ("\\u0007", "0007"), ("\\e", "001B"), ("\\0", "0000"), ("\\u2028", "2028"), ("\\N", "0085"),
    ("\\x9f", "009F"),
  ])
  func `an escaped control character is refused`(escape: String, code: String) {
    let found = findings(in: "title: \"a\(escape)b\"\n")
    #expect(found.map(\.rule.id) == ["invalid-yaml"])
    #expect(found.first?.message.contains("control character (U+\(code))") == true)
  }
}
