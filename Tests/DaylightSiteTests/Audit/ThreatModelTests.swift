import Foundation
import Testing

@Suite struct ThreatModelTests {
  @Test func `the threat model sets every requirement against every threat`() throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let file = root.appending(path: "docs/threat-model.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| SAF-") }
    let ids = rows.map { $0.dropFirst(2).prefix(6) }
    #expect(ids == (1...27).map { $0 < 10 ? "SAF-0\($0)" : "SAF-\($0)" })
    #expect(rows.allSatisfy { $0.split(separator: "|").count == 11 })
  }
}
