import Foundation
import TestSupport
import Testing

@Suite struct TemplateReferenceTests {
  @Test func `the documentation says what the declarations of values say`() throws {
    let path = "../../../docs/templates.md"
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: path)
    let page = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(page.firstRange(of: "### On every page\n")).lowerBound
    let end = try #require(page.firstRange(of: "### Values of your own\n")).lowerBound
    let expected = page[..<start] + TemplateReference.markdown + "\n" + page[end...]
    Golden.expect(Array(expected.utf8), equal: path)
  }
}
