import DaylightSyntax
import TestSupport
import Testing

@Suite struct YAMLPlaceTests {
  @Test func `the place of a name or a value on one line covers what was written`() {
    var random = SeededGenerator(seed: 2026)
    for _ in 0..<500 {
      let document = Document(&random)
      let file = SourceFile(path: "a.md", text: "---\n" + document.text + "---\né")
      let parsed = YAMLNode.parse(file, in: 4..<4 + document.text.utf8.count)
      #expect(parsed.diagnostics == [])
      let lines = LineIndex(file.bytes)
      let covered = places(in: parsed.value).map { place in
        String(
          decoding: file.bytes[lines.offset(of: place.start)..<lines.offset(of: place.end)],
          as: UTF8.self)
      }
      #expect(covered == document.written, "\(document.text.debugDescription)")
    }
  }

  /// The places of all names and scalars, in the order written.
  private func places(in node: YAMLNode?) -> [DaylightSyntax.SourceLocation] {
    switch node?.content {
    case .scalar: node.map { [$0.location] } ?? []
    case .sequence(let elements): elements.flatMap { places(in: $0) }
    case .mapping(let fields): fields.flatMap { [$0.keyLocation] + places(in: $0.value) }
    case nil: []
    }
  }

  /// Well formed YAML of any characters, and the names and values in it.
  private struct Document {
    private(set) var text = ""
    private(set) var written: [String] = []

    init(_ random: inout SeededGenerator) {
      for number in 0...Int.random(in: 0...5, using: &random) {
        add("é\(number)")
        text += ":"
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
          text += " ["
          add(value(&random))
          text += ", "
          add(value(&random))
          text += "]"
        case 1:
          text += "\n  -   "
          add(value(&random))
          text += "\n  - b: "
          written.append("b")
          add(value(&random))
        default:
          text += " "
          add(value(&random))
        }
        let endings = ["\n", "\r\n", "\r", "  \n", " # é\n", "\n\n# 漢\n"]
        text += endings.randomElement(using: &random) ?? ""
      }
    }

    private mutating func add(_ part: String) {
      text += part
      written.append(part)
    }

    private func value(_ random: inout SeededGenerator) -> String {
      let words = ["a", "é", "漢字", "😀", "“q”", "x-y", "it’s", "12", "no"]
      let text = words.shuffled(using: &random).prefix(3).joined(separator: " ")
      return [text, "\"\(text)\"", "'\(text)'"].randomElement(using: &random) ?? text
    }
  }
}
