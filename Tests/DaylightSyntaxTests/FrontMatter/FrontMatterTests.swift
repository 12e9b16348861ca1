import DaylightSyntax
import Testing

@Suite struct FrontMatterTests {
  private func parts(_ text: String) -> (yaml: String?, body: String, line: Int, findings: Int) {
    let file = SourceFile(path: "a.md", text: text)
    let split = FrontMatter.split(file)
    return (
      split.value.yaml.map { String(decoding: file.bytes[$0], as: UTF8.self) },
      String(decoding: file.bytes[split.value.body], as: UTF8.self), split.value.bodyLine,
      split.diagnostics.count
    )
  }

  @Test func `front matter lies between two lines of dashes`() {
    #expect(parts("---\ntitle: A\n---\nBody\n") == ("title: A\n", "Body\n", 4, 0))
  }

  @Test func `lines may end with carriage return and line feed`() {
    #expect(parts("---\r\ntitle: A\r\n---\r\nBody") == ("title: A\r\n", "Body", 4, 0))
  }

  @Test func `lines may end with a lone carriage return`() {
    #expect(parts("---\rtitle: A\r---\r\rBody") == ("title: A\r", "\rBody", 4, 0))
  }

  @Test func `blanks may follow the dashes`() {
    #expect(parts("--- \ntitle: A\n---\t\nBody") == ("title: A\n", "Body", 4, 0))
  }

  @Test func `a byte order mark comes before the first line`() {
    #expect(parts("\u{FEFF}---\ntitle: A\n---\n") == ("title: A\n", "", 4, 0))
  }

  @Test func `the front matter may be empty`() {
    #expect(parts("---\n---\nBody") == ("", "Body", 3, 0))
  }

  @Test func `the file may end with the closing dashes`() {
    #expect(parts("---\ntitle: A\n---") == ("title: A\n", "", 3, 0))
  }

  @Test(arguments: ["Body\n---\n", " ---\na: b\n---\n", "----\na: b\n----\n", "--\n", "\n---\n"])
  func `other files have no front matter`(text: String) {
    #expect(parts(text) == (nil, text, 1, 0))
  }

  @Test func `an empty file has no front matter`() {
    #expect(parts("") == (nil, "", 1, 0))
  }

  @Test func `front matter that is never closed is a finding at its opening`() {
    let file = SourceFile(path: "content/a.md", text: "---\ntitle: A\n\nBody\n")
    let split = FrontMatter.split(file)
    #expect(split.value == FrontMatter(yaml: nil, body: 19..<19, bodyLine: 5))
    #expect(
      split.diagnostics == [
        Diagnostic(
          .unclosedFrontMatter, "the front matter is opened here and never closed",
          at: SourceLocation(
            path: "content/a.md", start: SourcePosition(line: 1, column: 1),
            end: SourcePosition(line: 1, column: 4)),
          help: "write a line ‘---’ after the last key, before the text of the page")
      ])
  }
}
