import DaylightSyntax
import Testing

@Suite struct UnsafeAddressTests {
  private func found(_ text: String) -> [String] {
    MarkdownTree.withTree(parsing: text.utf8) { tree in
      tree.unsafeAddresses().map {
        "\($0.position.line):\($0.position.column) \(String(decoding: $0.url, as: UTF8.self))"
      }
    }
  }

  @Test func `addresses that run programs or open files are found`() {
    #expect(
      found("[a](javascript:b) ![c](data:d)\n\n[e](VBScript:f) <file:///g>\n") == [
        "1:1 javascript:b", "1:19 data:d", "3:1 VBScript:f", "3:17 file:///g",
      ])
  }

  @Test func `a scheme is found behind spaces and control characters`() {
    #expect(found("[a](<&#32;java&Tab;script:b>)").count == 1)
    #expect(found("[a](&#1;javascript&colon;b)").count == 1)
  }

  @Test func `other addresses are safe`() {
    #expect(
      found("[a](b.md) [c](https://d.example) [e](mailto:f@g.example) [h](x/javascript:i)") == [])
  }
}
