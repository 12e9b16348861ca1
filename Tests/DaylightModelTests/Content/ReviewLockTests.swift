import DaylightModel
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

  private func line(
    by reviewer: String = "ada", digest: String = "sha256:00ff", scope: ReviewLock.Scope = .whole,
    reviewed: CalendarDate = SiteFixture.today
  ) -> String {
    let signature = ReviewLock.Signature(
      reviewed: reviewed, reviewBy: reviewed.adding(years: 1), page: "content/b c.md",
      digest: digest, signer: signer(reviewer), scope: scope, note: "Read on paper.", at: .file(""))
    return String(ReviewLine.text(of: signature).dropLast())
  }

  private func signer(_ id: String) -> ReviewSigner {
    ReviewSigner(id: id, name: "Ada", credential: "MA", register: "R 1", role: .clinical)
  }

  @Test func `what is written reads back the same`() {
    let lock = read(ReviewLock.heading + line() + "\n", [])
    #expect(lock.signatures.map(ReviewLine.text) == [line() + "\n"])
    #expect(lock.signatures.first?.note == "Read on paper.")
    #expect(lock.signatures.first?.signer == signer("ada"))
    #expect(lock.signatures.first?.location.start.line == 2)
  }

  @Test func `of many lines that are no signatures the first hundred are reported`() {
    let text = String(repeating: "Hello\n", count: 150)
    let read = ReviewLock.read(SourceFile(path: "content/reviews.lock", text: text))
    #expect(read.diagnostics.count == 100)
  }

  @Test func `a file with comments alone has no signatures`() {
    #expect(read("# nothing\r\n\r\n", []).signatures.isEmpty)
    #expect(read("", []).signatures.isEmpty)
  }

  @Test(arguments: [
    ("\tada", ""), ("2027-06-15", "2027-02-30"), ("sha256:", "00"), ("clinical", "wise"),
    ("whole", "half"), ("\t", " "), ("Read on paper.", "Read\ton paper."),
  ])
  func `a line that Daylight did not write is a finding`(part: String, other: String) {
    let line = line().replacing(part, with: other)
    #expect(read("⟦\(line)⟧\r\n", ["review-lock"]).signatures.isEmpty)
  }

  @Test(arguments: [
    ("2026-06-15", "2026-06-14"), ("2027-06-15", "2028-06-15"), ("b c.md", "d.md"),
    ("00ff", "11ff"),
    ("\tada", "\tbob"), ("Ada", "Bob"), ("MA", "MD"), ("R 1", "R 2"),
    ("clinical", "lived-experience"), ("whole", "changes"), ("Read on paper.", ""),
    ("Read", "Read "),
  ])
  func `a line that was edited is a finding`(part: String, other: String) {
    let line = line().replacing(part, with: other)
    let source = BracketedSource("⟦\(line)⟧\n", path: "content/reviews.lock")
    let read = ReviewLock.read(source.file)
    expect(read.diagnostics, ["review-lock"], in: source)
    #expect(read.diagnostics.first?.message == "this line was changed after Daylight wrote it")
    #expect(read.value.signatures.isEmpty)
  }

  @Test func `of a merge that git could not do, both signatures are kept`() {
    let text = "⟦<<<<<<< HEAD⟧\n\(line())\n⟦=======⟧\n\(line(by: "bob"))\n⟦>>>>>>> other⟧\n"
    #expect(read(text, ["review-lock", "review-lock", "review-lock"]).signatures.count == 2)
  }

  @Test func `the line ends of other systems and a byte order mark change nothing`() {
    let text = "\u{FEFF}" + ReviewLock.heading + line() + "\n" + line(by: "bob") + "\n"
    #expect(read(text.replacing("\n", with: "\r\n"), []).signatures.count == 2)
  }

  @Test func `the last signature of each reviewer counts, and the former stay`() {
    let lock = read("\(line())\n\(line(by: "bob"))\n\(line(digest: "sha256:11"))\n", [])
    #expect(lock.signatures.count == 3)
    #expect(
      lock.signatures(of: "content/b c.md").map { "\($0.signer.id) \($0.digest)" }
        == ["bob sha256:00ff", "ada sha256:11"])
  }

  @Test func `what was withdrawn counts no more`() {
    let lock = read("\(line())\n\(line(by: "bob"))\n\(line(scope: .withdrawn))\n", [])
    #expect(lock.signatures(of: "content/b c.md").map(\.signer.id) == ["bob"])
    let page = "content/b c.md"
    #expect(!lock.holdsWhole(of: page, by: signer("ada"), on: SiteFixture.today))
    #expect(lock.holdsWhole(of: page, by: signer("bob"), on: SiteFixture.today))
    #expect(!lock.holdsWhole(of: page, by: signer("bob"), on: SiteFixture.today.adding(days: 1)))
  }
}
