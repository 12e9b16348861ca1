import DaylightStarter
import TestSupport
import Testing

@Suite struct TextMergeTests {
  private let base = "one\ntwo\nthree\nfour\nfive\n"

  private func merged(_ ours: String, _ theirs: String) -> String {
    switch TextMerge.of(base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8))
    {
    case .merged(let bytes): String(decoding: bytes, as: UTF8.self)
    case .conflict(let lines): "conflict \(lines.map { "\($0.lowerBound)-\($0.upperBound)" })"
    }
  }

  @Test func `changes of different lines are put together`() {
    #expect(
      merged("ONE\ntwo\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\nFIVE\nsix\n")
        == "ONE\ntwo\nthree\nfour\nFIVE\nsix\n")
  }

  @Test func `lines that one of them took away are gone`() {
    #expect(merged("one\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\n") == "one\nthree\nfour\n")
  }

  @Test func `the same change of both is made once`() {
    #expect(
      merged("one\n2\nthree\nfour\nfive\n", "one\n2\nthree\nfour\nfive\n")
        == "one\n2\nthree\nfour\nfive\n")
  }

  @Test func `different changes of a line are a conflict, with its place in ours`() {
    #expect(
      merged("new\none\n2\nthree\nfour\nfive\n", "one\nzwei\nthree\nfour\nfive\n")
        == "conflict [\"3-3\"]")
  }

  @Test func `changes of lines that touch are a conflict`() {
    #expect(
      merged("one\n2\nthree\nfour\nfive\n", "one\ntwo\n3\nfour\nfive\n") == "conflict [\"2-2\"]")
  }

  @Test func `without a change of one side the other's text is the result`() {
    let other = "zero\none\nfive\n"
    #expect(merged(base, other) == other)
    #expect(merged(other, base) == other)
    #expect(merged(base, base) == base)
  }

  @Test func `replacing each hunk turns the old lines into the new ones`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let old = lines(&random)
      let new = lines(&random)
      var result: [[UInt8]] = []
      var line = 0
      for hunk in LineHunk.between(old, new) {
        result += old[line..<hunk.old.lowerBound] + new[hunk.new]
        line = hunk.old.upperBound
      }
      #expect(result + old[line...] == new)
    }
  }

  private func lines(_ random: inout SeededGenerator) -> [[UInt8]] {
    (0..<Int.random(in: 0...8, using: &random)).map { _ in
      [UInt8.random(in: 65...68, using: &random)]
    }
  }
}
