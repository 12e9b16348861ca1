import DaylightSyntax
import Testing

@Suite struct TextEditTests {
  private let file = SourceFile(path: "a.md", bytes: Array("Über\r\nein Wort\n".utf8))

  private func edit(_ line: Int, _ column: Int, _ old: String, _ new: String) -> TextEdit {
    TextEdit(
      at: SourceLocation(path: "a.md", start: SourcePosition(line: line, column: column)),
      replacing: old, with: new)
  }

  private func text(_ edits: [TextEdit]) -> String {
    String(decoding: file.applying(edits).bytes, as: UTF8.self)
  }

  @Test func `edits are made in the order of the file`() {
    #expect(
      text([edit(2, 5, "Wort", "Satz"), edit(1, 1, "Über", "Unter")]) == "Unter\r\nein Satz\n")
  }

  @Test func `an edit that finds something else is left out`() {
    #expect(text([edit(2, 5, "Wart", "Satz"), edit(9, 1, "x", "y")]) == "Über\r\nein Wort\n")
  }

  @Test func `an edit that overlaps an earlier one is left out`() {
    #expect(
      text([edit(2, 1, "ein W", "kein W"), edit(2, 5, "Wort", "Satz")]) == "Über\r\nkein Wort\n")
  }

  @Test func `an edit that two findings suggest is made once`() {
    #expect(text([edit(2, 1, "", "k"), edit(2, 1, "", "k")]) == "Über\r\nkein Wort\n")
  }

  @Test func `the lines that differ are shown without their ends`() {
    let new = file.applying([edit(2, 5, "Wort", "Satz")])
    #expect(
      LineChange.between(file.bytes, new.bytes) == [
        LineChange(line: 2, old: Array("ein Wort".utf8), new: Array("ein Satz".utf8))
      ])
  }
}
