import DaylightSyntax
import Testing

@testable import DaylightStarter

@Suite struct StarterTextTests {
  private func filled(_ text: String, _ values: [String: String], path: String) -> String {
    String(
      decoding: StarterText(values: values).filled(Array(text.utf8), path: path), as: UTF8.self)
  }

  @Test func `a value is put into a gap of YAML as people would write it`() {
    let text = filled("name: ⟦practice⟧\nx: 1\n", ["practice": "River House"], path: "a.yaml")
    #expect(text == "name: River House\nx: 1\n")
  }

  @Test func `a line of YAML without a value becomes a comment with the example`() {
    let text = filled(
      "practice:\n  phone: ⟦phone|\"+44 1632 960123\"⟧\n", [:], path: "content/site.yaml")
    #expect(text == "practice:\n  # phone: \"+44 1632 960123\"\n")
  }

  @Test func `front matter is YAML, and the body is not`() {
    let text = filled(
      "---\ntitle: ⟦a⟧\n---\n⟦a⟧\n", ["a": "Rest: *all* of it"], path: "content/a.md")
    #expect(text == "---\ntitle: \"Rest: *all* of it\"\n---\nRest: \\*all\\* of it\n")
  }

  @Test func `a file without a gap is the same`() {
    #expect(filled("a | b\n", ["a": "x"], path: "a.md") == "a | b\n")
  }

  @Test(arguments: [
    "River House", "\"Quoted\" & 'single'", "Hope: a practice", "No. 1 # the best", "C:\\Practice",
    "yes", "null", "- dash", "[brackets]", "{braces}", "@sign", "`tick`", "%percent", "*star*",
    "🌿 Leaf", "!bang", "?what", "|pipe", ">greater", "Zoë’s café", "практика", "12", "2026-05-31",
    "a: b: c", "ends with colon:", "~", "---", "…", "\\n", "عيادة",
  ])
  func `whatever is typed, YAML reads it back`(text: String) throws {
    for written in [YAMLText.value(text), YAMLText.quoted(text)] {
      let file = SourceFile(path: "a.yaml", text: "name: \(written)\n")
      let parsed = YAMLNode.parse(file, limit: YAMLNode.dataFileLimit)
      #expect(parsed.diagnostics.isEmpty)
      guard case .mapping(let fields) = parsed.value?.content,
        case .scalar(let read, _) = fields.first?.value.content
      else {
        Issue.record("no value in \(written)")
        continue
      }
      #expect(read == text)
    }
  }
}
