import DaylightSyntax
import TestSupport
import Testing

@Suite struct MarkdownLimitsTests {
  private func check(_ text: String) -> Diagnostic? {
    MarkdownLimits.check(text.utf8, path: "content/a.md", firstLine: 4)
  }

  private func place(_ text: String) -> SourcePosition? { check(text)?.location?.start }

  private func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  @Test func `an ordinary text passes`() {
    #expect(
      check("# A\n\n> b\n\n- [ ] c [d](e)\n\n|f|g|\n|-|-|\n|h|i|\n\n[j]: /k\n\n* * *\n") == nil)
    #expect(check("") == nil)
  }

  @Test func `a text of a million bytes passes, a larger one does not`() {
    let page = times(16_384, times(63, "a") + "\n")
    #expect(page.utf8.count == MarkdownLimits.bytes)
    #expect(check(page) == nil)
    #expect(place(page + "a") == SourcePosition(line: 4, column: 1))
    #expect(
      check(page + "a")?.message
        == "this text has 1,048,577 bytes; the limit for one page is 1,048,576"
    )
  }

  @Test func `a heading of 100,000 characters passes and is printed`() {
    let text = "# " + times(100_000, "a") + "\n"
    #expect(check(text) == nil)
    let count = MarkdownTree.withTree(parsing: text.utf8) { $0.html().bytes.count }
    #expect(count == 100_000 + "<h1></h1>\n".utf8.count)
  }

  @Test func `10,000 nested quotations or lists are refused at their line`() {
    for mark in [">", "> ", "- ", "1. ", "> - "] {
      let found = check("a\n\n" + times(10_000, mark) + "b\n")
      #expect(found?.location?.start == SourcePosition(line: 6, column: 1), "\(mark)")
      #expect(found?.help != nil)
    }
  }

  @Test func `lists that nest line by line are refused`() {
    let text = (0..<200).map { times(2 * $0, " ") + "- a\n" }.joined()
    #expect(place(text) == SourcePosition(line: 104, column: 1))
  }

  @Test func `the deepest nesting that passes is read and printed`() {
    for mark in [">", "- "] {
      let text = times(100, mark) + "a\n"
      #expect(check(text) == nil)
      MarkdownTree.withTree(parsing: text.utf8) { #expect($0.dump().contains("\"a\"")) }
    }
  }

  @Test func `a thematic break does not count as lists`() {
    #expect(check(times(200, "- ") + "\n\n" + times(200, "* ") + "\n") == nil)
  }

  @Test func `10,000 brackets pass and are printed unchanged`() {
    let text = times(10_000, "[") + "a" + times(10_000, "]") + "\n"
    #expect(check(text) == nil)
    MarkdownTree.withTree(parsing: text.utf8) { tree in
      #expect(tree.html().bytes.count == text.utf8.count + "<p></p>".utf8.count)
    }
  }

  @Test func `a table of 5,000 columns is refused at its row of dashes`() {
    let found = check(times(5_000, "|a") + "|\n" + times(5_000, "|-") + "|\n")
    #expect(found?.location?.start == SourcePosition(line: 5, column: 1))
    #expect(found?.message == "this table has 5,000 columns; the limit is 100")
  }

  @Test func `a table of 100 columns passes, one of 101 does not`() {
    #expect(check(times(100, "|a") + "|\n" + times(100, "|-") + "|\n") == nil)
    #expect(check(times(101, "|a") + "|\n" + times(101, "|-") + "|\n") != nil)
    #expect(check("> - " + times(101, "|a") + "|\n>   " + times(101, "|-") + "|\n") != nil)
  }

  @Test func `short rows in a wide table are refused where there are too many cells`() {
    let found = check(times(100, "|a") + "|\n" + times(100, "|-") + "|\n" + times(5_000, "|a\n"))
    #expect(found?.location.map { (900...1_100).contains($0.start.line) } == true)
  }

  @Test func `a definition that would be copied too often is refused`() {
    let text = "b\n\n[a]: /" + times(50_000, "x") + "\n\n" + times(1_000, "[a]") + "\n"
    #expect(place(text) == SourcePosition(line: 6, column: 1))
  }

  @Test(
    arguments: [
      ("![[]()", 20_000), ("a<?", 30_000), ("<![CDATA[", 20_000), ("*a ", 50_000), ("a@", 50_000),
      ("a|", 20_000), ("~~a ", 50_000), ("\n", 0),
    ])
  func `patterns that are slow in cmark are refused`(pattern: String, count: Int) {
    let tail = pattern == "a|" ? "\n" + times(10_000, "|-|\n") : ""
    #expect((check(times(count, pattern) + tail)?.rule == MarkdownLimits.rule) == (count > 0))
  }

  @Test(arguments: [
    ("a\n", ":-\n"), ("a\n", "-|\n"), ("a\n", "-\u{B}\n"), (":\n", "|-|\n"),
  ])
  func `a long paragraph before a row of dashes is refused`(line: String, row: String) {
    #expect(check(times(20_000, line) + row)?.message.contains("‘|’") == true)
    #expect(check(times(5_000, line) + row) == nil)
    #expect(check(times(20_000, line) + "-\n") == nil)
  }

  @Test(arguments: [
    ("[a](b) ", "["), ("a[^1] ", "["), ("a@b.example ", "@"), ("https://a.example ", "://"),
    ("www.a.example ", "www."), ("# a\n", "#"), ("a\n=\n", "#"),
  ])
  func `more links and headings than a site has are refused`(pattern: String, sign: String) {
    #expect(check(times(42_000, pattern))?.message.contains("‘\(sign)’") == true)
    #expect(check(times(10_000, pattern)) == nil)
  }

  @Test func `many closing parentheses after an address are refused`() {
    #expect(check("www.a.example" + times(100_000, ")")) != nil)
    #expect(check(times(1_000, "(see www.a.example) ")) == nil)
  }

  @Test func `many lines in deep lists are refused`() {
    #expect(check(times(100, "- ") + "a\n" + times(400_000, "\n")) != nil)
    #expect(check(times(3, "- ") + "a\n" + times(400_000, "\n")) == nil)
  }

  @Test func `a long list with links and emphasis passes`() {
    #expect(check(times(2_000, "- **a** *b* [c](d) ![e](f) www.g.example (h)\n")) == nil)
  }
}
