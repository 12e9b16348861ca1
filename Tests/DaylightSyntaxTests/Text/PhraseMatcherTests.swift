import DaylightSyntax
import TestSupport
import Testing

@Suite struct PhraseMatcherTests {
  /// The matched parts of the text, each with the number of its phrase.
  private func found(_ phrases: [String], in text: String, exact: Set<String> = []) -> [String] {
    let matcher = PhraseMatcher(
      phrases.enumerated().map { .init($1, id: $0, isExact: exact.contains($1)) })
    let bytes = Array(text.utf8)
    return matcher.matches(in: bytes.span).map {
      "\($0.phrase): \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test func `a phrase is found wherever it occurs as separate words`() {
    #expect(
      found(["trauma bond"], in: "A trauma bond, a trauma bond.") == [
        "0: trauma bond", "0: trauma bond",
      ])
    #expect(found(["bond"], in: "bond") == ["0: bond"])
    #expect(found(["bond"], in: "(bond) “bond” bond…—bond/bond").count == 5)
    #expect(found(["bond"], in: "") == [])
    #expect(found([], in: "bond") == [])
  }

  @Test func `the longest phrase wins, then the earliest`() {
    let phrases = ["trauma", "trauma bond", "bond", "bond of shame"]
    #expect(found(phrases, in: "trauma bond of shame") == ["1: trauma bond"])
    #expect(found(phrases, in: "trauma and bond of guilt") == ["0: trauma", "2: bond"])
  }

  @Test func `a longer phrase that does not match leaves the shorter one`() {
    let phrases = ["power", "power and control wheel", "control"]
    #expect(found(phrases, in: "power and control") == ["0: power", "2: control"])
  }

  @Test func `a phrase is not found inside a word`() {
    #expect(found(["bond"], in: "bonds bonding vagabond bond2 2bond bond_ _bond") == [])
  }

  @Test func `a letter outside ASCII is part of its word`() {
    #expect(found(["bond", "ber"], in: "bondé ébond über bond\u{301} ber\u{308} ыbond") == [])
  }

  @Test func `an apostrophe or hyphen between letters belongs to the word`() {
    #expect(
      found(
        ["bond", "trauma", "t"], in: "bond's bond’s trauma-bond trauma‐informed don't trauma‑x")
        == [])
    #expect(found(["bond"], in: "'bond' ‘bond’ bond- -bond bond--bond the bond'").count == 7)
  }

  @Test func `possessives and compounds are found as phrases of their own`() {
    #expect(
      found(
        ["bonds", "bond's", "bonds'", "trauma-bond"], in: "bond’s bonds’ bonds trauma\u{2011}bond")
        == ["1: bond’s", "2: bonds’", "0: bonds", "3: trauma\u{2011}bond"])
  }

  /// The matches with known word starts, which must be the same.
  private func foundFromStarts(_ phrases: [String], in text: String) -> [String] {
    let matcher = PhraseMatcher(phrases.enumerated().map { .init($1, id: $0) })
    let bytes = Array(text.utf8)
    var found: [String] = []
    matcher.forEachMatch(in: bytes.span, from: WordStarts(bytes.span)) {
      found.append("\($0.phrase): \(String(decoding: bytes[$0.range], as: UTF8.self))")
    }
    return found
  }

  private func expect(
    _ phrases: [String], in text: String, _ expected: [String],
    at place: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(found(phrases, in: text) == expected, sourceLocation: place)
    #expect(foundFromStarts(phrases, in: text) == expected, sourceLocation: place)
  }

  @Test func `a soft hyphen is ignored and is not a word boundary`() {
    expect(
      ["trauma bond", "bond"], in: "trau\u{AD}ma bond, trauma bo\u{AD}nd, vaga\u{AD}bond",
      ["0: trau\u{AD}ma bond", "0: trauma bo\u{AD}nd"])
    expect(["bond"], in: "\u{AD}bond bond\u{AD} x", ["0: bond", "0: bond\u{AD}"])
    expect(["émotion"], in: "é\u{AD}mo\u{AD}tion", ["0: é\u{AD}mo\u{AD}tion"])
  }

  @Test func `joiners and byte order marks within a word are ignored`() {
    expect(
      ["کتابها", "bond"], in: "کتاب\u{200C}ها bo\u{2060}nd bo\u{FEFF}nd x\u{2060}bond",
      [
        "0: کتاب\u{200C}ها", "1: bo\u{2060}nd", "1: bo\u{FEFF}nd",
      ])
  }

  @Test(arguments: [
    "l’emprise", "d'emprise", "qu’emprise", "Jusqu'emprise", "dell'emprise", "L\u{2019}emprise",
    "(l'emprise)", "«d’emprise»",
  ])
  func `the word after an elided article is found`(text: String) {
    expect(["emprise"], in: text, ["0: emprise"])
  }

  @Test(arguments: [
    "don't", "o'emprise", "xl'emprise", "él'emprise", "emprise's", "can-emprise", "l-emprise",
    "john'emprise", "bond's'emprise", "x's'emprise",
  ])
  func `no other apostrophe begins a word`(text: String) {
    expect(["emprise", "t"], in: text, [])
  }

  @Test func `a phrase with its own elided article is found as a whole`() {
    expect(["l'emprise", "emprise"], in: "l’emprise", ["0: l’emprise"])
  }

  @Test func `a phrase of a script without spaces is found inside a sentence`() {
    expect(["创伤"], in: "这是创伤的例子。", ["0: 创伤"])
    expect(["บาดแผลทางใจ"], in: "คนมีบาดแผลทางใจอยู่", ["0: บาดแผลทางใจ"])
    expect(["心の傷"], in: "これは心の傷です", ["0: 心の傷"])
    expect(
      ["CBT", "治疗", "创伤"], in: "用CBT治疗创伤CBT",
      [
        "0: CBT", "1: 治疗", "2: 创伤", "0: CBT",
      ])
  }

  @Test func `katakana and hangul words are found as whole words`() {
    expect(["トラウマ"], in: "トラウマは、トラウマボンド", ["0: トラウマ"])
    expect(["외상"], in: "외상 외상성", ["0: 외상"])
  }

  @Test func `case does not matter`() {
    #expect(found(["Éclair bond"], in: "éclair BOND, ÉCLAIR bond").count == 2)
    #expect(found(["οδος", "straße", "\u{212A}elvin"], in: "ΟΔΌΣ ΟΔΟΣ STRAßE kelvin").count == 3)
  }

  @Test func `case matters to a phrase that is exact`() {
    #expect(found(["REST"], in: "rest Rest REST", exact: ["REST"]) == ["0: REST"])
    #expect(
      found(["rest", "REST"], in: "rest Rest REST", exact: ["REST"]) == [
        "0: rest", "0: Rest", "1: REST",
      ])
    #expect(
      found(["Élan d'or", "b"], in: "élan d'or É E\u{301}lan  d’or", exact: ["Élan d'or"]).count
        == 1)
  }

  @Test func `a shorter phrase is found where an exact one has the wrong case`() {
    #expect(found(["safe", "safe PLAN"], in: "safe plan", exact: ["safe PLAN"]) == ["0: safe"])
  }

  @Test func `both encodings of a letter are found`() {
    #expect(found(["café"], in: "cafe\u{301} café CAFÉ").count == 3)
    #expect(found(["cafe\u{301}"], in: "cafe\u{301} café cafe").count == 2)
    #expect(found(["한국"], in: "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8} 한국").count == 2)
    #expect(found(["e\u{323}\u{301}x"], in: "e\u{301}\u{323}x ẹ\u{301}x").count == 2)
  }

  @Test(arguments: 0..<12)
  func `a letter with a mark is found in either encoding however far into its word`(place: Int) {
    let (start, rest) = (String(repeating: "b", count: place), " is a word and more")
    let spellings = [("\u{E9}", "e\u{301}"), ("\u{17F}", "s"), ("\u{212A}", "k"), ("é", "É")]
    for (one, other) in spellings {
      #expect(found([start + one], in: start + other + rest).count == 1)
      #expect(found([start + other + "x"], in: start + one + "x" + rest).count == 1)
      #expect(found([start + "b"], in: start + "b\u{301}" + rest) == [])
    }
  }

  @Test func `any white space matches a space`() {
    #expect(
      found(
        [" trauma  bond "], in: "trauma\nbond trauma \r\n\t bond trauma\u{A0}bond trauma\u{1F}bond"
      ).count == 4)
    #expect(found(["trauma bond"], in: "traumabond trauma\0bond trauma, bond") == [])
  }

  @Test func `a phrase may begin or end outside a word`() {
    #expect(found(["(c)ptsd", "c++", "¿qué?"], in: "(C)PTSD, C++! ¿QUÉ?").count == 3)
  }

  @Test func `of equal phrases the lower number is found`() {
    #expect(found(["Bond", "bond"], in: "bond") == ["0: bond"])
  }

  @Test func `bytes that are not UTF-8 match nothing and end a word`() {
    let matcher = PhraseMatcher([.init("bond", id: 0), .init("\u{FFFD}", id: 1)])
    let text: [UInt8] = [0xFF] + Array("bond".utf8) + [0xC3]
    #expect(matcher.matches(in: text.span).contains { $0.phrase == 0 && $0.range == 1..<5 })
  }

  @Test func `phrases that match the same text have one key`() {
    #expect(PhraseMatcher.key(of: " Cafe\u{301}’s\n bond ") == PhraseMatcher.key(of: "café's bond"))
    #expect(PhraseMatcher.key(of: "trauma-bond") != PhraseMatcher.key(of: "trauma bond"))
  }

  private func matchesFromWords(
    of phrases: [PhraseMatcher.Phrase], in text: String
  ) -> [PhraseMatcher.Match] {
    let bytes = Array(text.utf8)
    var words = WordStarts(Array("an earlier text that was read into the same memory".utf8).span)
    words.read(bytes.span, spelling: .common)
    var matches: [PhraseMatcher.Match] = []
    PhraseMatcher(phrases).forEachMatch(in: bytes.span, from: words) { matches.append($0) }
    return matches
  }

  @Test func `the matches of a known text's words are those of a naive search`() {
    let words = [
      "it", "is", "bond", "Bonds", "bond's", "bond’s", "co-regulation", "cafe\u{301}", "café", "a",
      "PTSD", "911", "I", "am", "né", "ne\u{301}e", "“it", "_it_", "Kind", "\u{212A}ind",
    ]
    let spaces = [" ", "\n", "  ", "\t", "\u{A0}", " \n", "-", "'", ". ", "\0"]
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      func text(_ count: Int) -> String {
        (0..<count).map { number in
          (words.randomElement(using: &random) ?? "")
            + (number + 1 < count ? spaces.randomElement(using: &random) ?? "" : "")
        }.joined()
      }
      let phrases = (0..<Int.random(in: 1...12, using: &random)).map { id in
        PhraseMatcher.Phrase(
          text(.random(in: 1...3, using: &random)).replacing("\0", with: ""), id: id,
          isExact: .random(using: &random))
      }
      let searched = text(60)
      let matches = naiveMatches(of: phrases, in: searched)
      #expect(matchesFromWords(of: phrases, in: searched) == matches, "seed \(seed)")
      #expect(
        PhraseMatcher(phrases).matches(in: Array(searched.utf8).span) == matches, "seed \(seed)")
    }
  }

  @Test func `the matches are those of a naive search`() {
    let pieces = [
      "a", "A", "b", "é", "E\u{301}", "ß", " ", "\n", "'", "’", "-", "\u{2010}", ".", "7", "心",
    ]
    for seed in 0..<400 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      func text(_ count: Int) -> String {
        (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
      let phrases = (0..<Int.random(in: 1...12, using: &random)).map { id in
        PhraseMatcher.Phrase(
          text(.random(in: 1...5, using: &random)), id: id, isExact: .random(using: &random))
      }
      let searched = text(200)
      let matches = PhraseMatcher(phrases).matches(in: Array(searched.utf8).span)
      #expect(matches == naiveMatches(of: phrases, in: searched), "seed \(seed)")
      #expect(matchesFromWords(of: phrases, in: searched) == matches, "seed \(seed)")
    }
  }

  @Test func `a text may contain every phrase found in it`() {
    let words = [
      "trauma", "Café", "cafe\u{301}", "bond's", "well-being", "ΣΊΣΥΦΟΣ", "and", "the",
      "l’emprise", "CBT治疗", "治疗", "บาดแผล", "bo\u{AD}nd", "トラウマ",
    ]
    for seed in 0..<100 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      func text(_ count: Int) -> String {
        (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      }
      let phrases = (0..<8).map { PhraseMatcher.Phrase(text(2), id: $0) }
      let bytes = Array(text(300).utf8)
      let set = WordSet(bytes.span)
      let matches = PhraseMatcher(phrases).matches(in: bytes.span)
      #expect(!matches.isEmpty, "seed \(seed)")
      #expect(matches.allSatisfy { set.mayContain(phrases[$0.phrase].text) }, "seed \(seed)")
    }
  }
}
