import DaylightSyntax
import Testing

@Suite struct AlphabetTests {
  private func sorted(_ language: String, _ words: [String]) -> [String] {
    let alphabet = Alphabet(language: language)
    return words.sorted {
      alphabet.key(of: $0).lexicographicallyPrecedes(alphabet.key(of: $1))
    }
  }

  @Test(arguments: [
    ("en-GB", "Émotion", "E"), ("fr", "Émotion", "E"), ("fr", "E\u{301}motion", "E"),
    ("fr", "œuvre", "O"), ("de", "Österreich", "O"), ("de", "ßharp", "S"),
    ("sv", "Österrike", "Ö"), ("sv", "O\u{308}sterrike", "Ö"), ("sv-FI", "ångest", "Å"),
    ("fi", "äiti", "Ä"), ("da", "ængstelse", "Æ"), ("es", "ñandú", "Ñ"), ("es", "ánimo", "A"),
    ("en", "ñandú", "N"), ("pl", "łzy", "Ł"), ("en", "łzy", "L"), ("cs", "chování", "Ch"),
    ("en", "chaos", "C"), ("cy", "llais", "Ll"), ("hu", "dzseki", "Dzs"), ("tr", "ılık", "I"),
    ("tr", "Irmak", "I"), ("tr", "iyilik", "İ"), ("is", "þögn", "Þ"), ("el", "άγχος", "Α"),
    ("ru", "ёлка", "Е"), ("he", "טראומה", "ט"), ("ar", "إساءة", "ا"), ("zh", "创伤", "创"),
    ("en", "创伤", "创"), ("en", "12 steps", "0–9"), ("en", "“Fawn”", "F"), ("en", "…", "#"),
    ("vi", "đau", "Đ"), ("ro", "ședință", "Ș"), ("vi", "ế ẩm", "Ê"), ("vi", "ờ", "Ơ"),
    ("en", "Ａnxiety", "A"), ("en", "ﬁght", "F"), ("en", "\u{AD}\u{200B}bond", "B"),
    ("ja", "ﾄﾗｳﾏ", "ト"), ("ar", "\u{FEBB}دمة", "ص"), ("ar", "صَدْمَة", "ص"), ("he", "טְרָאוּמָה", "ט"),
    ("he", "ﬡמון", "א"), ("fa", "يأس", "ی"), ("ar", "یأس", "ي"), ("el", "Α\u{301}γχος", "Α"),
    ("tr", "I\u{307}lişki", "İ"), ("tr", "IŞIK", "I"), ("de", "GRÖSSE", "G"), ("da", "ǿ", "Ø"),
    ("en", "３ steps", "0–9"), ("ko", "\u{1112}\u{1161}\u{11AB}국", "한"),
  ])
  func `a word is listed under its letter`(language: String, word: String, letter: String) {
    #expect(Alphabet(language: language).heading(of: word) == letter)
  }

  @Test func `the letters of a language are in its own order`() {
    #expect(Alphabet(language: "sv").letters.suffix(4) == ["Z", "Å", "Ä", "Ö"])
    #expect(
      Alphabet(language: "et").letters.suffix(9) == [
        "U", "V", "W", "Õ", "Ä", "Ö", "Ü", "X", "Y",
      ])
    #expect(Alphabet(language: "fr").letters.count == 26)
    #expect(Alphabet(language: "lt").letters.prefix(12).suffix(3) == ["I", "Y", "J"])
  }

  @Test func `accents decide only between words that are equal without them`() {
    #expect(
      sorted("fr", ["zèbre", "émotion", "étude", "emotion map", "ecole", "école"])
        == ["ecole", "école", "emotion map", "émotion", "étude", "zèbre"])
  }

  @Test func `a language sorts its own letters separately`() {
    #expect(
      sorted("sv", ["zon", "ärr", "åska", "ord", "örn"]) == ["ord", "zon", "åska", "ärr", "örn"])
    #expect(
      sorted("de", ["Zorn", "Ärger", "Ort", "Örtchen"]) == ["Ärger", "Ort", "Örtchen", "Zorn"])
    #expect(sorted("es", ["nz", "ña", "o"]) == ["nz", "ña", "o"])
    #expect(sorted("cs", ["chov", "hrom", "cit", "idol"]) == ["cit", "hrom", "chov", "idol"])
  }

  @Test func `entries for one word stay together, and case does not matter`() {
    #expect(
      sorted("en", ["Traumatic", "trauma bond", "Trauma", "TRAUMA-informed care"])
        == ["Trauma", "trauma bond", "TRAUMA-informed care", "Traumatic"])
  }

  @Test(arguments: [
    ("en", ["ant", "Ｂee", "b\u{AD}ees", "cat"]), ("de", ["Grosse", "GRÖSSEN", "Größere", "Gut"]),
    ("fr", ["effet", "eﬀets", "\u{AD}égal", "E\u{301}gard"]),
    ("tr", ["ILIK", "ıslak", "I\u{307}stismar", "işaret"]),
    ("sv", ["zon", "A\u{30A}ska", "ÄRR", "örn"]),
    ("ar", ["أَمَان", "بـيت", "صَدْمَة", "عنف"]), ("he", ["אֵמוּן", "טראומה", "שָׁלוֹם", "תקווה"]),
    ("el", ["ΆΓΧΟΣ", "άγχους", "σχέση", "ΣΧΟΛΗ"]), ("ja", ["ﾊﾞ", "ボンド", "ﾎﾞﾝﾈ", "ワ"]),
    ("vi", ["e thẹn", "ép", "êm", "ếm", "in"]), ("fa", ["باک", "باكره", "می\u{200C}شود", "یاس"]),
    ("ru", ["Е\u{308}лка", "ЁЛКИ", "ель", "жар"]), ("cs", ["cit", "hrom", "Ch\u{AD}ov", "idol"]),
  ])
  func `what makes no difference to a word makes none in its place`(
    language: String, words: [String]
  ) {
    #expect(sorted(language, words.reversed()) == words)
    #expect(sorted(language, words.sorted()) == words)
  }

  @Test func `spaces, hyphens and apostrophes of all kinds are one`() {
    let alphabet = Alphabet(language: "en")
    for text in ["trauma\u{A0}bond", "TRAUMA\u{2011}BOND", "trauma \u{2060} bond", "Trauma\nbond"] {
      #expect(alphabet.key(of: text) == alphabet.key(of: "trauma bond"))
    }
    #expect(alphabet.key(of: "survivor’s") == alphabet.key(of: "survivor's"))
  }

  @Test func `a Turkish title has the capital of its letter`() {
    #expect(Alphabet(language: "tr").capitalizing("istismar") == "İstismar")
    #expect(Alphabet(language: "tr").capitalizing("ışık") == "Işık")
    #expect(Alphabet(language: "en").capitalizing("istismar") == "Istismar")
    #expect(Alphabet(language: "en").capitalizing("") == "")
  }

  @Test func `digits come before letters and other scripts after them`() {
    #expect(sorted("en", ["创伤", "bond", "12 steps"]) == ["12 steps", "bond", "创伤"])
  }
}
