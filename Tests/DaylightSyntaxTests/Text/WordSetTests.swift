import DaylightSyntax
import Testing

@Suite struct WordSetTests {
  private func words(_ text: String) -> WordSet { WordSet(Array(text.utf8).span) }

  @Test func `a text may contain a phrase when it has all its words`() {
    let set = words("The trauma was old; the bond, new.")
    #expect(set.mayContain("trauma bond"))
    #expect(set.mayContain("Trauma-Bond"))
    #expect(!set.mayContain("trauma bonds"))
    #expect(!set.mayContain("betrayal"))
  }

  @Test func `both encodings of a letter are the same word`() {
    #expect(words("CAFE\u{301}").mayContain("café"))
    #expect(
      words("한국어").mayContain("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}\u{110B}\u{1165}"))
  }

  @Test func `the same words give the same hashes in any order and count`() {
    #expect(words("one two two") == words("Two, one!"))
    #expect(words("one two").hashes.count == 2)
    var grown = words("two")
    grown.insert(Array("one".utf8).span)
    #expect(grown == words("one two"))
  }

  @Test func `the hashes are the same in every process`() {
    #expect(words("a").hashes == [0xAF63_DC4C_8601_EC8C])
  }

  @Test func `a text may contain any phrase without words`() {
    #expect(words("").mayContain("…"))
  }
}
