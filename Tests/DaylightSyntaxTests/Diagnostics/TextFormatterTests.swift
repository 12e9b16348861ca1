import DaylightSyntax
import Testing

@Suite struct TextFormatterTests {
  private typealias Examples = DiagnosticExamples

  @Test func `a finding shows its message, location, line, carets and help`() {
    #expect(
      Examples.text([Examples.brokenLink]) == """
        error: no page at ‘../topics/groundng.md’ [broken-link]
          --> content/understanding/index.md:14:24
           |
        14 | Read about [grounding](../topics/groundng.md) first.
           |                        ^^^^^^^^^^^^^^^^^^^^^
           = help: did you mean ‘../topics/grounding.md’?

        """)
  }

  @Test func `notes with a location show it, notes without one are beside the help`() {
    let other = SourceLocation(
      path: "content/a.md", start: SourcePosition(line: 12, column: 1),
      end: SourcePosition(line: 12, column: 4))
    let source = "one\n" + String(repeating: "\n", count: 10) + "two\n"
    let finding = Examples.warning(
      "‘bond’ is claimed twice", line: 1, 1..<4,
      notes: [.init("the other one is here", at: other), .init("case does not matter")],
      help: "rename one\nor remove it")
    #expect(
      Examples.text([finding], source: source) == """
        warning: ‘bond’ is claimed twice [example]
          --> content/a.md:1:1
           |
         1 | one
           | ^^^
           = note: case does not matter
           = help: rename one
                   or remove it
        note: the other one is here
          --> content/a.md:12:1
           |
        12 | two
           | ^^^

        """)
  }

  @Test func `findings are separated by a blank line`() {
    var plain = Examples.brokenLink
    plain.location = nil
    plain.help = nil
    #expect(
      Examples.text([plain, plain]) == """
        error: no page at ‘../topics/groundng.md’ [broken-link]

        error: no page at ‘../topics/groundng.md’ [broken-link]

        """)
  }

  @Test func `no findings are no bytes`() {
    #expect(Examples.text([]) == "")
  }

  @Test func `a location in a file that is not available has no excerpt`() {
    #expect(
      Examples.text([Examples.warning(line: 3, 5..<6)]) == """
        warning: found [example]
         --> content/a.md:3:5

        """)
  }

  @Test func `a line that the file does not have is not shown`() {
    let text = Examples.text([Examples.warning(line: 9)], source: "one line")
    #expect(text.hasSuffix("--> content/a.md:9:1\n"))
  }

  @Test func `a range over several lines underlines the rest of the first`() {
    let text = Examples.text(
      [Examples.warning(line: 1, 5..<5, end: SourcePosition(line: 2, column: 3))],
      source: "one two\r\nthree")
    #expect(text.hasSuffix("1 | one two\n  |     ^^^\n"))
  }

  @Test func `colour is used only when asked for`() {
    #expect(!Examples.text([Examples.brokenLink]).utf8.contains(0x1B))
    let coloured = Examples.text([Examples.brokenLink], inColour: true)
    #expect(coloured.hasPrefix("\u{1B}[1;31merror\u{1B}[0m\u{1B}[1m: no page"))
    #expect(coloured.contains("\u{1B}[1;31m^^^^^^^^^^^^^^^^^^^^^\u{1B}[0m\n"))
  }

  @Test func `control characters never reach the terminal`() {
    let hostile = "\u{1B}]0;x\u{07}\u{9B}31m\u{202E}\u{7F}\0"
    let text = Examples.text(
      [Examples.warning(hostile, 1..<2, path: hostile, notes: [.init(hostile)], help: hostile)],
      source: hostile)
    let controls = text.unicodeScalars.filter {
      $0 != "\n" && ($0.properties.generalCategory == .control || $0 == "\u{202E}")
    }
    #expect(controls.isEmpty)
    #expect(text.contains("1 | ␛]0;x␇�31m�␡␀\n"))
  }
}
