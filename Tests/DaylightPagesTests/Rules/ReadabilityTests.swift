import DaylightModel
import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct ReadabilityTests {
  private func measure(_ blocks: String...) -> Readability {
    var measure = Readability()
    for block in blocks { measure.add(block: Array(block.utf8)) }
    return measure
  }

  @Test(arguments: [
    ("One two. Three four!", 2, 4), ("One two", 1, 2), ("Wait... what?", 2, 2),
    ("It's don't", 1, 2),
    ("Über Angst", 1, 2), ("One: two three", 2, 3), ("", 0, 0), ("1 2 3", 0, 0),
  ])
  func `sentences and words are counted`(text: String, sentences: Int, words: Int) {
    let measure = measure(text)
    #expect(measure.sentences == sentences && measure.words == words)
  }

  @Test(arguments: [
    ("cat", 1), ("table", 2), ("hope", 1), ("hoped", 1), ("wanted", 2), ("notices", 3),
    ("hopes", 1),
    ("understanding", 4), ("the", 1), ("be", 1), ("eye", 1), ("rhythm", 1),
  ])
  func `syllables are groups of vowels without a silent end`(word: String, count: Int) {
    #expect(measure(word).syllables == count)
  }

  /// As the rule says it, word by word.
  private func syllables(in word: String) -> Int {
    let letters = Array(word.lowercased().utf8)
    let groups = letters.split { !"aeiouy".utf8.contains($0) }.count
    func ends(_ ending: String, after heard: String, of length: Int) -> Bool {
      guard letters.count > length, word.lowercased().hasSuffix(ending) else { return false }
      return !heard.utf8.contains(letters[letters.count - ending.utf8.count - 1])
    }
    let isSilent =
      ends("e", after: "l", of: 2) || ends("ed", after: "td", of: 3)
      || ends("es", after: "sxzcgh", of: 3)
    return max(1, groups - (isSilent ? 1 : 0))
  }

  @Test func `words of any kind have the syllables that the rule gives them`() {
    let pieces = ["e", "ed", "es", "a", "y", "l", "t", "D", "s", "x", "H", "g", "'", "é", "ä", "E"]
    for seed in 0..<500 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let words = (0..<30).map { _ in
        (0..<Int.random(in: 1...5, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
      }
      let measure = measure(words.joined(separator: " "))
      #expect(measure.words == words.count && measure.sentences == 1)
      #expect(measure.syllables == words.reduce(0) { $0 + syllables(in: $1) }, "\(words)")
    }
  }

  @Test func `each block ends a sentence`() {
    #expect(measure("One two", "three four.").sentences == 2)
  }

  @Test func `thirty words are needed for a grade`() {
    #expect(measure(String(repeating: "a ", count: 29)).grade == nil)
    #expect(measure(String(repeating: "a ", count: 30)).grade != nil)
  }

  @Test func `the grade is that of Kincaid and others`() throws {
    // 40 words, 4 sentences, 40 syllables: 0.39 × 10 + 11.8 × 1 − 15.59.
    let text = String(repeating: "the cat sat on the mat and it was fat. ", count: 4)
    let grade = try #require(measure(text).grade)
    #expect(abs(grade - 0.11) < 0.0001)
  }

  private let hard =
    "Understanding intermittent reinforcement necessitates considering neurobiological mechanisms "
    + "underlying physiological attachment, particularly concerning anticipatory dopaminergic "
    + "activation throughout unpredictable interpersonal relationships characterised by "
    + "intermittently alternating affection and intimidation over considerable periods of time and of life."

  @Test func `a section that is hard to read is a warning where it begins`() async {
    let site = await SiteFixture(
      page:
        "Easy.\n\n## Hard\n\n⟦1⟧\(hard)\n\n## Easy\n\n\(String(repeating: "The cat sat. ", count: 12))"
    ).build()
    site.expectFindings(.init("reading-grade", at: 1))
    #expect(
      site.build.diagnostics.first?.message.hasPrefix("the section ‘Hard’ reads at grade ") == true)
    #expect(site.page()?.readability.map(\.heading?.text) == [nil, "Hard", "Easy"])
  }

  @Test func `the text before the first heading is measured too, quotations are not`() async {
    await SiteFixture(page: "⟦1⟧\(hard)").build().expectFindings(.init("reading-grade", at: 1))
    await SiteFixture(page: "> \(hard)").build().expectNoFindings()
  }
}
