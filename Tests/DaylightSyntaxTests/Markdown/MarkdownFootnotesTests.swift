import DaylightSyntax
import Testing

@Suite struct MarkdownFootnotesTests {
  private func find(_ text: String) -> MarkdownFootnotes {
    MarkdownTree.withTree(parsing: text.utf8, firstLine: 3) { tree in
      tree.joinText()
      return tree.footnotes(in: MarkdownOutline(of: tree))
    }
  }

  private func list(_ labels: [MarkdownFootnotes.Label]) -> [String] {
    labels.map {
      "\($0.position.line):\($0.position.column) \(String(decoding: $0.text, as: UTF8.self))"
    }
  }

  @Test func `footnotes that are defined and used have no findings`() {
    #expect(find("a[^1] *b[^n]*\n\n[^1]: c\n\n[^n]: d\n    e\n") == MarkdownFootnotes())
    #expect(find("a[^N]\n\n[^n]: c\n") == MarkdownFootnotes())
  }

  @Test func `marks without a definition are found`() {
    let found = find("a [^1] *b[^n]* `[^c]` \\[^d]\n\n> e\n> [^f] g\n\n[^1]: h\n")
    #expect(list(found.undefined) == ["3:10 n", "6:3 f"])
    #expect(found.unused.isEmpty)
  }

  @Test func `of many marks without a definition the first hundred are found`() {
    #expect(find(String(repeating: "a[^b] ", count: 150)).undefined.count == 100)
    #expect(find(String(repeating: "a[^b c] ", count: 150)).misnamed.count == 100)
  }

  @Test func `definitions without a mark are found`() {
    let found = find("a[^1]\n\n[^1]: b\n\n[^2]: c\n\n```\n[^3]: d\n```\n\n> [^4]: e\n")
    #expect(list(found.unused) == ["7:1 2", "13:3 4"])
    #expect(found.undefined.isEmpty)
  }

  @Test func `a label that is defined twice is found`() {
    let found = find("a[^n]\n\n[^n]: b\n\n[^N]: c\n")
    #expect(list(found.repeated) == ["7:1 N"])
    #expect(found.unused.isEmpty)
  }

  @Test func `labels are read from the source`() {
    MarkdownTree.withTree(parsing: "a[^one] [^two]\n\n[^two]: b\n\n[^one]: c\n".utf8) { tree in
      var labels: [String] = []
      for case .enter(let node) in tree.events() {
        if let label = node.footnoteLabel { labels.append(String(decoding: label, as: UTF8.self)) }
      }
      #expect(labels == ["one", "two", "one", "two"])
    }
  }
}
