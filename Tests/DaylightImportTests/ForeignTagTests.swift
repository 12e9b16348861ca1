import DaylightImport
import Testing

@Suite struct `Tags and attributes of other tools` {
  @Test func `a tag in one of the same name belongs to it`() {
    let note =
      "{{< callout >}}\nOne.\n\n{{< callout >}}\nTwo.\n{{< /callout >}}\n\nThree.\n{{< /callout >}}\n"
    let text = ImportedSource.body(of: note + "\nFour.\n", kind: .hugo)
    #expect(
      text == "> [!NOTE]\n> One.\n> \n> > [!NOTE]\n> > Two.\n> \n> Three.\n\nFour.\n", "\(text)")
  }

  @Test func `a tag that is whole in itself opens none`() {
    let note = "{{< callout >}}\nOne.\n\n{{< callout />}}\n\nTwo.\n{{< /callout >}}\n\nThree.\n"
    let text = ImportedSource.body(of: note, kind: .hugo)
    let comment = "<!-- TODO import: {{< callout />}} -->"
    #expect(text == "> [!NOTE]\n> One.\n> \n> \(comment)\n> \n> Two.\n\nThree.\n", "\(text)")
  }

  @Test(arguments: [("> ", "> "), ("> > ", "> > "), ("  - ", "    ")])
  func `a table stays where it is, and what follows it too`(first: String, others: String) {
    let table = "| A | B |\n| --- | --- |\n| c | d |"
    let blocks = ["Before.", table, "``` text\ncode\n```", table, "After."]
    let lines = blocks.joined(separator: "\n\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    let page = lines.enumerated().map { ($0 == 0 ? first : others) + $1 + "\n" }.joined()
    let text = ImportedSource.body(of: page)
    #expect(text == page, "\(text)")
  }

  @Test(arguments: [
    ("<words:bond>", "[bond](term:bond)"), ("<words:bond|the tie>", "[the tie](term:bond)"),
    ("<words:bond|end>", "[bond](term:bond)"),
  ])
  func `a word of ezglossary becomes a link to it`(markdown: String, link: String) {
    let source = ImportedSource(
      [
        "mkdocs.yml": "plugins:\n  - ezglossary\n", "docs/a.md": "See \(markdown) there.\n",
        "docs/words.md": "words:bond\n: A tie.\n",
      ], kind: .mkdocs)
    let text = source.body("content/a.md")
    #expect(text == "See \(link) there.\n", "\(text ?? "")")
  }

  @Test func `a name for a place in a text takes no words with it`() {
    let text = ImportedSource.body(of: "Here[](){#here} and there{#there}.\n", kind: .mkdocs)
    #expect(text == "Here and there.\n", "\(text)")
  }
}
