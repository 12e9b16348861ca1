import DaylightSyntax
import Testing

/// Input that would need unbounded stack or time in the library.
@Suite struct YAMLLimitTests {
  private func rules(_ text: String, limit: Int = YAMLNode.dataFileLimit) -> [String] {
    YAMLNode.parse(SourceFile(path: "a.yaml", text: text), limit: limit).diagnostics.map(\.rule.id)
  }

  private func nested(_ open: String, _ depth: Int, _ close: String = "") -> String {
    String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
  }

  @Test(arguments: [32, 33, 10_000, 300_000])
  func `brackets may be nested 32 deep`(depth: Int) {
    #expect(rules(nested("[", depth, "]")) == (depth > 32 ? ["yaml-too-deep"] : []))
  }

  @Test(arguments: [
    "{a: ", "- ", "? ", "-\t", "- ? ", "[ \"]\", ", "[a, ", "- [", "[\n", "{\n? ",
  ])
  func `nothing may be nested ten thousand deep`(open: String) {
    #expect(!rules(nested(open, 10_000)).isEmpty)
  }

  @Test func `indented groups may be nested 32 deep`() {
    func staircase(_ depth: Int) -> String {
      (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    }
    #expect(rules(staircase(31)) == [])
    #expect(rules(staircase(33)) == ["yaml-too-deep"])
    #expect(rules(staircase(700)) == ["yaml-too-deep"])
  }

  @Test func `many adjacent lists and groups are not nested`() {
    let text = (0..<5000).map { "k\($0): [a, {b: [c]}, \"x)\"]\n" }.joined()
    #expect(rules(text) == [])
  }

  @Test func `size is limited`() {
    let text = "a: " + String(repeating: "b", count: 97)
    #expect(rules(text, limit: 100) == [])
    #expect(rules(text, limit: 99) == ["yaml-too-large"])
  }

  @Test func `a bomb of aliases is refused`() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1..<60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(rules(text) == ["yaml-alias"])
  }

  @Test func `a bomb of aliases that are keys is refused`() {
    var text = "a0: &a0 {x: y}\n"
    for level in 1..<60 {
      text += "a\(level): &a\(level) {? [*a\(level - 1), *a\(level - 1)] : z}\n"
    }
    #expect(rules(text) == ["yaml-alias"])
  }

  @Test(arguments: ["'", "\""])
  func `a bomb hidden behind a stray quotation mark is refused`(quote: String) {
    var text = "t: one\n  \(quote)two\nb0: &b0 {x: y}\n"
    for level in 1..<60 {
      text += "b\(level): &b\(level) {? [*b\(level - 1),*b\(level - 1)] : z}\n"
    }
    #expect(rules(text) == ["yaml-alias"])
  }

  @Test func `random bytes of YAML never stop the program`() {
    var state: UInt64 = 11
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "a", "b: ", "- ", "\n", "\n  ", "[", "]", "{", "}", ", ", "'", "\"", ": ", "? ", "&x ",
      "*x ", "!t ", "|", ">-", "#", "\t", "---\n", "...\n", "%Y", #"\"#, "é", "\u{2028}", "<<",
      "@", "\r\n", "\u{0}", "\u{FEFF}",
    ]
    var parsed = 0
    for _ in 0..<30_000 {
      let text = (0...random(14)).map { _ in pieces[random(pieces.count)] }.joined()
      let result = YAMLNode.parse(SourceFile(path: "a.yaml", text: text))
      if result.value != nil { parsed += 1 }
      #expect(
        result.value == nil || result.diagnostics.allSatisfy { $0.rule.id == "visible-comment" })
      for finding in result.diagnostics {
        #expect(finding.location != nil && !finding.message.isEmpty && finding.help != nil)
      }
    }
    #expect(parsed > 1000)
  }
}
