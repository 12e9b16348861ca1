import DaylightSyntax
import Testing

@Suite struct SimpleYAMLTests {
  private func simple(_ text: String) -> YAMLNode? {
    let file = SourceFile(path: "a.md", text: text)
    return YAMLNode.parseSimple(file, in: 0..<file.bytes.count)
  }

  @Test func `common front matter is read without the library`() {
    #expect(
      simple(
        """
        title: What a “trauma bond” is (and is not)
        shortTitle: "About: this"
        summary: 'He said "no".'
        # a comment
        order: 3
        draft:
        reviewed: 2025-03-09
        aliases: [/old/a/, "/b, c/", 'd']
        topics:
          - fear
          - "shame: x"

        sources: []
        next: ../signs/fear.md#why
        """) != nil)
  }

  @Test(arguments: [
    "a: b\n  c", "a: b # c", "a: b: c", "a: |\n  b", "a:\n  b: c", "a: {b: c}", "a: \"b\\n\"",
    "a: 'it''s'", "a: [b, c", "a: [b,, c]", "a: [b]x", "a: &b c", "a: *b", "a: !b c", "\ta: b",
    "a:\tb", "a: b\na: c", "a", "- a", "a: [b: c]", "---\na: b", "a: b\n...", "a: b\rc: d",
    "a: b\u{2028}", "a:\n  - b: c", "a:\n  - b\n - c", "a:\n  - b\n  c", "? a", "a: @b", "",
    "# only",
  ])
  func `anything that is not simple is left to the library`(text: String) {
    #expect(simple(text) == nil)
  }

  /// The law of the fast parser: whatever it parses, the library parses in the same way.
  @Test func `the fast parser and the library agree on random front matter`() {
    var random = SeededGenerator(state: 2026)
    let words = [
      "a", "true", "12", "é", "漢", "“q”", "it's", "b c", "x,y", "a:b", "#1", "a#b", "/old/a/",
      "...",
      "..", "-", "--", "- ", "?", "? ", ":", ": ", "[", "]", "{", "}", ",", ", ", "\"", "'", "\\",
      "&a",
      "*a", "!a", "|", ">", "%", "@", "`", "~", "null", "<<", "(x)", " ", "  ", "\t", "\u{A0}",
      "\u{85}", "\u{FEFF}", "=", "+1", "$", "2025-03-09", "😀", ".",
    ]
    func text(_ count: Int) -> String {
      (0..<random.below(count)).map { _ in words[random.below(words.count)] }.joined()
    }
    /// Mostly well formed, so that the fast parser has something to parse.
    func value() -> String {
      switch random.below(12) {
      case 0: ""
      case 1: " "
      case 2: " \"\(text(4))\""
      case 3: " '\(text(4))'"
      case 4: " [" + (0..<random.below(4)).map { _ in text(3) }.joined(separator: ", ") + "]"
      case 5: " [ 'a b' , \"\(text(2))\",\(text(3)) ] "
      case 6: " b\(text(5)) "
      case 7: " word and \(words[random.below(words.count)]) words"
      case 8: text(3)
      default: " word\(random.below(9))"
      }
    }
    let keys = ["title", "a", "b-c", "d_e", "X9", "true", "é", "1", "<<", "a b", "'q'", ""]
    let ends = ["\n", "\n", "\n", "\r\n", "\n\n", " \n", "\n# c\n", "\n  # c\n", "\r", "\n \n"]
    var read = 0
    for _ in 0..<25_000 {
      var document = ""
      for _ in 0...random.below(4) {
        document += random.below(30) == 0 ? " " : ""
        document += keys[random.below(random.below(4) == 0 ? keys.count : 5)]
        document += random.below(30) == 0 ? "" : ":"
        if random.below(4) == 0 {
          let indent = String(repeating: " ", count: random.below(3))
          document += ends[random.below(ends.count)]
          for _ in 0..<random.below(4) {
            document += (random.below(20) == 0 ? " " : "") + indent
            document +=
              (random.below(20) == 0 ? "" : "-") + value() + ends[random.below(ends.count)]
          }
        } else {
          document += value()
          document += ends[random.below(ends.count)]
        }
      }
      if random.below(3) == 0 { document.removeLast() }
      let file = SourceFile(path: "a.md", text: "---\n" + document + "---\n")
      let range = 4..<4 + document.utf8.count
      guard range.upperBound <= file.bytes.count,
        let simple = YAMLNode.parseSimple(file, in: range)
      else { continue }
      read += 1
      let full = YAMLNode.parseWithLibrary(file, in: range)
      #expect(full.diagnostics.isEmpty && full.value == simple, "\(document.debugDescription)")
    }
    // Enough of them were simple for the test to mean something.
    #expect(read > 3000)
  }
}

/// The same numbers for the same seed: Knuth’s linear congruential generator.
private struct SeededGenerator {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(bound, 1)
  }
}
