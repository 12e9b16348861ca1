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
    ("One two. Three four!", 2, 4), ("One two", 1, 2), ("Wait... what?", 1, 2),
    ("It's don't", 1, 2), ("Über angst", 1, 2), ("One: two three", 1, 3), ("", 0, 0),
    ("In 1993 it was so", 1, 4), ("It’s late – or—so", 1, 4), ("Rest\u{A0}well", 1, 2),
    ("See a G.P. in town. Go.", 2, 7), ("It is e.g. a walk, i.e. a start.", 1, 10),
    ("Ask Dr. Lee. Then rest.", 2, 3), ("It is at example.org or 3.5 km off.", 1, 8),
    ("“Why?” she asked. “Go!” he said.", 2, 6), ("It was not I. She went.", 2, 6),
    ("He said no. He left.", 2, 5), ("They went to the N.H.S. They left.", 2, 9),
  ])
  func `sentences and words are counted`(text: String, sentences: Int, words: Int) {
    let measure = measure(text)
    #expect(measure.sentences == sentences && measure.words == words)
  }

  @Test(arguments: [" Then go.", "then go."]) func `a row of dots without end ends one sentence`(
    rest: String
  ) {
    let measure = measure("Rest" + String(repeating: ".", count: 100_000) + rest)
    #expect(measure.sentences == 2 && measure.words == 3)
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
    let pieces = ["e", "ed", "es", "a", "y", "l", "t", "d", "s", "x", "h", "g", "'", "é", "ä"]
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
    let formula = ReadingFormula.fleschKincaid
    #expect(formula.score(of: measure(String(repeating: "a ", count: 29))) == nil)
    #expect(formula.score(of: measure(String(repeating: "a ", count: 30))) != nil)
  }

  @Test func `the grade is that of Kincaid and others`() throws {
    // 40 words, 4 sentences, 40 syllables: 0.39 × 10 + 11.8 × 1 − 15.59.
    let text = String(repeating: "The cat sat on the mat and it was fat. ", count: 4)
    let grade = try #require(ReadingFormula.fleschKincaid.score(of: measure(text)))
    #expect(abs(grade - 0.11) < 0.0001)
  }

  @Test func `names, numbers and terms are not counted`() {
    let plain = measure("The study of the bond was small.")
    let named = measure("The study of the bond by Janoff Bulman and Dutton in 1993 was small.")
    #expect(named.words == plain.words + 3 && named.syllables == plain.syllables + 3)
    var measure = Readability()
    Array("Their intermittent reinforcement is hard.".utf8).withUnsafeBufferPointer {
      _ = measure.add(block: $0, without: [6..<32])
    }
    #expect(measure.words == 3 && measure.syllables == 3)
  }

  @Test func `a word in capitals at the beginning of a sentence and I are counted`() {
    #expect(measure("Rest. I rest. I'm fine, and I’ve slept.").words == 8)
  }

  @Test(arguments: [
    ("Trauer", 2), ("Beobachtung", 4), ("Qualität", 3), ("Theater", 3), ("Eier", 2), ("Haus", 1),
    ("Beziehung", 3),
  ])
  func `German syllables are vowels, two as one for one sound`(word: String, count: Int) {
    var measure = Readability()
    measure.add(block: Array(word.utf8), ReadingFormula.wienerSachtext.syllables)
    #expect(measure.syllables == count)
  }

  @Test func `long words are those of three syllables and more`() {
    var measure = Readability()
    let text = Array("Das Haus der Beobachtung und Beziehung".utf8)
    measure.add(block: text, ReadingFormula.wienerSachtext.syllables)
    #expect(measure.words == 6 && measure.longWords == 2)
  }

  @Test(arguments: [
    ("ciudad", 2), ("país", 2), ("aéreo", 4), ("canción", 2), ("averiguáis", 4), ("hay", 1),
    ("queso", 2), ("perspicuidad", 4), ("y", 1),
  ])
  func `Spanish syllables follow its spelling`(word: String, count: Int) {
    var measure = Readability()
    measure.add(block: Array(word.utf8), ReadingFormula.szigriszt.syllables)
    #expect(measure.syllables == count)
  }

  @Test(arguments: [
    ("relation", 3), ("parole", 2), ("réel", 2), ("naïf", 2), ("les", 1), ("maisons", 2),
    ("violence", 2), ("que", 1),
  ])
  func `French syllables are groups of vowels without a silent end`(word: String, count: Int) {
    var measure = Readability()
    measure.add(block: Array(word.utf8), ReadingFormula.kandelMoles.syllables)
    #expect(measure.syllables == count)
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
    site.expectFindings(
      .init("reading-grade", at: 1), except: ["long-sentence", "long-paragraph"])
    #expect(
      site.build.diagnostics.contains {
        $0.message.hasPrefix("the section ‘Hard’ reads at grade ")
      })
    #expect(site.page()?.readability.map(\.heading?.text) == [nil, "Hard", "Easy"])
  }

  @Test func `the text before the first heading is measured too, quotations are not`() async {
    await SiteFixture(page: "⟦1⟧\(hard)").build()
      .expectFindings(.init("reading-grade", at: 1), except: ["long-sentence"])
    await SiteFixture(page: "> \(hard)").build().expectNoFindings()
  }
}
