import DaylightSyntax
import Testing

@Suite struct TextPositionTests {
  /// The position of the first occurrence of `word` in the first text node, in its literal.
  private func position(of word: String, in text: String) -> SourcePosition? {
    MarkdownTree.withTree(parsing: text.utf8, firstLine: 5) { tree in
      tree.joinText()
      for case .enter(let node) in tree.events() where node.kind == .text {
        let literal = String(decoding: node.literal, as: UTF8.self)
        guard let found = literal.range(of: word) else { continue }
        return node.position(ofByte: literal.utf8.distance(from: literal.startIndex, to: found))
      }
      return nil
    }
  }

  @Test func `a byte of a text node is located in the file`() {
    #expect(position(of: "word", in: "é a word") == SourcePosition(line: 5, column: 6))
    #expect(position(of: "word", in: "> a\n>   *b* word") == SourcePosition(line: 6, column: 9))
  }

  @Test func `backticks without code and addresses are located where they were written`() {
    #expect(position(of: "`word", in: "*a* ``b `word") == SourcePosition(line: 5, column: 9))
    #expect(position(of: "www", in: "*a* (www.b.example)") == SourcePosition(line: 5, column: 6))
  }

  @Test func `backslash escapes are skipped`() {
    #expect(position(of: "word", in: #"\[a\] \\ \d word"#) == SourcePosition(line: 5, column: 13))
  }

  @Test func `known entities are skipped`() {
    #expect(position(of: "word", in: "a &amp; word") == SourcePosition(line: 5, column: 9))
    #expect(
      position(of: "word", in: "a &eacute; &#8212; word") == SourcePosition(line: 5, column: 20))
    #expect(position(of: "word", in: "a &Gg; word") == nil)
    #expect(position(of: "word", in: "a & b; c word") == SourcePosition(line: 5, column: 10))
  }

  @Test func `an uncertain range is located at its node`() {
    MarkdownTree.withTree(parsing: "*x* a &Gg; word".utf8) { tree in
      guard let text = tree.root.firstChild?.lastChild else {
        Issue.record("no text")
        return
      }
      #expect(
        text.location(ofBytes: 1..<2, in: "a.md")
          == SourceLocation(
            path: "a.md", start: SourcePosition(line: 1, column: 5),
            end: SourcePosition(line: 1, column: 6)))
      #expect(
        text.location(ofBytes: 7..<11, in: "a.md")
          == SourceLocation(
            path: "a.md", start: SourcePosition(line: 1, column: 4),
            end: SourcePosition(line: 1, column: 16)))
    }
  }
}

extension String {
  fileprivate func range(of word: String) -> String.Index? { ranges(of: word).first?.lowerBound }
}
