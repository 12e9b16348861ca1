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

  private let line =
    "2026-01-01\t2027-01-01\tcontent/b c.md\tsha256:00ff\tada\tclinical\twhole\tRead on paper."

  @Test func `what is written reads back the same`() {
    let lock = read(ReviewLock.heading + line + "\n", [])
    #expect(lock.signatures.map(\.line) == [line + "\n"])
    #expect(lock.signatures.first?.note == "Read on paper.")
    #expect(lock.signatures.first?.location.start.line == 2)
  }

  @Test func `a file with comments alone has no signatures`() {
    #expect(read("# nothing\r\n\r\n", []).signatures.isEmpty)
    #expect(read("", []).signatures.isEmpty)
  }

  @Test(arguments: [
    ("\tada", ""), ("2027-01-01", "2027-02-30"), ("sha256:", "00"), ("clinical", "wise"),
    ("whole", "half"), ("\t", " "), ("Read on paper.", "Read\ton paper."),
  ])
  func `a line that Daylight did not write is a finding`(part: String, other: String) {
    let line = line.replacing(part, with: other)
    #expect(read("⟦\(line)⟧\r\n", ["review-lock"]).signatures.isEmpty)
  }

  @Test func `the last signature of each reviewer counts, and the former stay`() {
    let second = line.replacing("00ff", with: "11")
    let other = line.replacing("\tada", with: "\tbob")
    let lock = read("\(line)\n\(other)\n\(second)\n", [])
    #expect(lock.signatures.count == 3)
    #expect(
      lock.signatures(of: "content/b c.md").map { "\($0.reviewer) \($0.digest)" }
        == ["bob sha256:00ff", "ada sha256:11"])
  }
}
