import DaylightSyntax
import Testing

@Suite struct NearSpellingsTests {
  @Test(arguments: [
    ("recieve", "receive"), ("recceive", "receive"), ("reveive", "receive"), ("receve", "receive"),
    ("fianc", "fiancé"), ("dont", "don't"), ("eceive", "receive"), ("receivee", "receive"),
  ])
  func `a word that one slip has changed is among them`(word: String, meant: String) {
    #expect(NearSpellings.all(of: word).contains(meant))
  }

  @Test func `each is named once, those with swapped letters first, and never the word itself`() {
    let near = NearSpellings.all(of: "aab")
    #expect(near.first == "aba")
    #expect(Set(near).count == near.count)
    #expect(!near.contains("aab"))
  }

  @Test func `a letter alone and a word without end have none`() {
    #expect(NearSpellings.all(of: "a") == [])
    #expect(NearSpellings.all(of: String(repeating: "a", count: 25)) == [])
  }
}
