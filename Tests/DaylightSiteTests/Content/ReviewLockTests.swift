import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct ReviewLockTests {
  private func read(_ text: String, _ rules: [String]) -> ReviewLock {
    let source = BracketedSource(text, path: "content/reviews.lock")
    let read = ReviewLock.read(source.file)
    expect(read.diagnostics, rules, in: source)
    return read.value
  }

  @Test func `what is written reads back the same`() throws {
    var lock = ReviewLock()
    for (path, person) in [("content/b c.md", "ada"), ("content/a.md", "bob")] {
      lock.entries[path] = ReviewLock.Entry(
        digest: "00ff", date: try day("2025-03-09"), person: person, location: .file("x"))
    }
    let text = String(decoding: lock.write(), as: UTF8.self)
    #expect(text.hasPrefix("# "))
    #expect(
      text.hasSuffix(
        "\ncontent/a.md 00ff 2025-03-09 bob\ncontent/b c.md 00ff 2025-03-09 ada\n"))
    let again = read(text, [])
    #expect(again.write() == lock.write())
    #expect(again.entries["content/b c.md"]?.person == "ada")
    #expect(again.entries["content/b c.md"]?.location.start.line == 3)
  }

  @Test func `a file with comments alone has no reviews`() {
    #expect(read("# nothing\r\n\r\n", []).entries.isEmpty)
    #expect(read("", []).entries.isEmpty)
  }

  @Test(arguments: [
    "content/a.md", "content/a.md 00ff 2025-03-09", "content/a.md 00ff 2025-02-30 ada",
    "content/a.md 00FG 2025-03-09 ada", "content/a.md 00ff 2025-03-09  ada",
    " 00ff 2025-03-09 ada", "content/a.md 00ff 2025-03-09 ada ",
  ])
  func `a line that Daylight did not write is a finding`(line: String) {
    #expect(read("⟦\(line)⟧\r\n", ["review-lock"]).entries.isEmpty)
  }

  @Test func `a page is reviewed once`() {
    let lock = read(
      "content/a.md 00 2025-01-01 ada\n⟦content/a.md 11 2025-01-02 ada⟧\n", ["review-lock"])
    #expect(lock.entries["content/a.md"]?.digest == "00")
  }
}
