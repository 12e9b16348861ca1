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
    ("vi", "đau", "Đ"), ("ro", "ședință", "Ș"),
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

  @Test func `digits come before letters and other scripts after them`() {
    #expect(sorted("en", ["创伤", "bond", "12 steps"]) == ["12 steps", "bond", "创伤"])
  }
}
