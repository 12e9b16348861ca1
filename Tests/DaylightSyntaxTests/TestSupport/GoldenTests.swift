import Testing

@testable import TestSupport

@Suite struct GoldenTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func `equal folders have no difference`() {
    let files = ["a.html": bytes("x"), "b/c.html": bytes("")]
    #expect(Golden.differences(between: files, and: files) == [])
  }

  @Test func `every file that differs is named with its first line that does`() {
    let found = ["a": bytes("1\n2\n3"), "c": bytes("x"), "d": bytes("same")]
    let expected = ["a": bytes("1\nzwei\n3"), "b": bytes("y"), "d": bytes("same")]
    #expect(
      Golden.differences(between: found, and: expected) == [
        "a differs in line 2:\n  expected ‘zwei’\n     found ‘2’", "b is missing",
        "c is not expected",
      ])
  }

  @Test func `a missing last line is a difference`() {
    #expect(
      Golden.firstDifference(between: bytes("a"), and: bytes("a\n"))
        == "differs in line 2:\n  expected ‘’\n     found nothing")
  }

  @Test func `a file is compared with what is recorded beside the tests`() {
    let recorded = Golden.files(inFolder: ".")
    #expect(recorded["GoldenTests.swift"]?.isEmpty == false)
    #expect(Golden.files(inFolder: "nowhere") == [:])
  }
}
