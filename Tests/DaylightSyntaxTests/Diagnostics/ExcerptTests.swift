import Testing

@testable import DaylightSyntax

@Suite struct ExcerptTests {
  /// The excerpt and its carets. The text to mark is between « and ».
  private func drawn(_ marked: String, limit: Int = 100) -> [String] {
    let parts = marked.split(separator: "«", omittingEmptySubsequences: false)
    let before = String(parts[0])
    let rest = parts[1].split(separator: "»", omittingEmptySubsequences: false)
    let line = Array((before + rest[0] + rest[1]).utf8)
    let start = before.utf8.count
    let excerpt = Excerpt(line[...], marking: start..<(start + rest[0].utf8.count), limit: limit)
    return [
      String(decoding: excerpt.text, as: UTF8.self),
      String(repeating: " ", count: excerpt.caretColumn)
        + String(repeating: "^", count: excerpt.caretCount),
    ]
  }

  @Test func `carets mark the bytes of the range`() {
    #expect(drawn("one «two» three") == ["one two three", "    ^^^"])
  }

  @Test func `an empty range has one caret`() {
    #expect(drawn("one «»two") == ["one two", "    ^"])
    #expect(drawn("one«»") == ["one", "   ^"])
    #expect(drawn("«»") == ["", "^"])
  }

  @Test func `a tab is four spaces`() {
    #expect(drawn("\ta\t«b»") == ["    a    b", "         ^"])
  }

  @Test func `letters of several bytes take one column`() {
    #expect(drawn("Bindung für «süß»e") == ["Bindung für süße", "            ^^^"])
  }

  @Test func `combining marks take no column`() {
    #expect(drawn("cafe\u{301} «re\u{301}al»") == ["cafe\u{301} re\u{301}al", "     ^^^^"])
  }

  @Test func `wide characters and emoji take two columns`() {
    #expect(drawn("心 «安全» x") == ["心 安全 x", "   ^^^^"])
    #expect(drawn("👩‍👩‍👧 🇬🇧 👍🏽 ❤️ «x»") == ["👩‍👩‍👧 🇬🇧 👍🏽 ❤️ x", "            ^"])
    #expect(drawn("한국 «한국»") == ["한국 한국", "     ^^^^"])
  }

  @Test func `bytes that are not UTF-8 are shown as replacements`() {
    let line: [UInt8] = [0xFF, 0xC3, UInt8(ascii: "a"), 0xE2, 0x80]
    let excerpt = Excerpt(line[...], marking: 2..<3)
    #expect(String(decoding: excerpt.text, as: UTF8.self) == "��a��")
    #expect(excerpt.caretColumn == 2)
    #expect(excerpt.caretCount == 1)
  }

  @Test func `a long line is cut on both sides of the carets`() {
    let marked =
      String(repeating: "abc ", count: 20) + "«here»" + String(repeating: " xyz", count: 20)
    #expect(drawn(marked, limit: 24) == ["…abc abc here xyz xyz xyz…", "         ^^^^"])
  }

  @Test func `a long line is cut only where something is left out`() {
    let tail = String(repeating: " xyz", count: 20)
    #expect(drawn("«here»" + tail, limit: 12) == ["here xyz xyz…", "^^^^"])
    #expect(drawn(tail + " «here»", limit: 12) == ["…xyz xyz here", "         ^^^^"])
  }

  @Test func `carets of a long range end where the excerpt does`() {
    #expect(
      drawn("ab «" + String(repeating: "c", count: 500) + "»", limit: 10).map(\.count) == [11, 10])
  }

  @Test func `a line of megabytes is shown around the finding`() {
    let half = String(repeating: "é", count: 1_000_000)
    let lines = drawn(half + "«x»" + half, limit: 9)
    #expect(lines == ["…éééxééééé…", "    ^"])
  }
}
