import DaylightSyntax
import Testing

/// Whether a phrase is found after the short words that are written as one with it.
@Suite struct AttachedPrefixTests {
  private func found(_ phrases: [String], in text: String, language: String = "ar") -> [String] {
    let spelling = Language(tag: language).spelling
    let matcher = PhraseMatcher(
      phrases.map { .init($0, id: 0) }, spelling: spelling)
    let bytes = Array(text.utf8)
    let matches = matcher.matches(in: bytes.span)
    var others: [PhraseMatcher.Match] = []
    matcher.forEachMatch(in: bytes.span, from: WordStarts(bytes.span, spelling: spelling)) {
      others.append($0)
    }
    #expect(others == matches)
    #expect(matches.isEmpty || phrases.contains { WordSet(bytes.span).mayContain($0) })
    return matches.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    "الصدمة", "وصدمة", "بصدمة", "لصدمة", "فصدمة", "كصدمة", "والصدمة", "بالصدمة", "فالصدمة",
    "كالصدمة", "للصدمة", "وللصدمة", "وبالصدمة", "فللصدمة", "وبصدمة", "ولصدمة", "«الصدمة»", "ٱلصدمة",
  ])
  func `an Arabic word is found after its article, prepositions and conjunctions`(text: String) {
    #expect(found(["صدمة"], in: "في \(text) هنا") == ["صدمة"])
  }

  @Test func `a prefix may have vowel signs, and the match keeps those of the word`() {
    #expect(found(["صدمة"], in: "وَالصَّدْمَة") == ["صَّدْمَة"])
    #expect(found(["صدمة"], in: "الـصدمة") == ["صدمة"])
    #expect(found(["صدمة"], in: "ﺍﻟﺼﺪﻣﺔ") == ["ﺼﺪﻣﺔ"])
  }

  @Test(arguments: [
    "مصدمة", "سصدمة", "تصدمة", "الالصدمة", "ووصدمة", "بوصدمة", "المصدمة", "صدمةو", "والصدمات",
    "اصدمة", "لاصدمة", "وصدمتي",
  ])
  func `an Arabic word that only ends or begins so is left alone`(text: String) {
    #expect(found(["صدمة"], in: text) == [])
  }

  @Test func `a term of two letters is found after an article only`() {
    #expect(found(["حب"], in: "حب الحب والحب للحب") == ["حب", "حب", "حب", "حب"])
    #expect(found(["رد", "لب"], in: "ورد كلب صاحب") == [])
    #expect(found(["לב"], in: "כלב שלב", language: "he") == [])
  }

  @Test(arguments: [
    "הטראומה", "בטראומה", "לטראומה", "מטראומה", "שטראומה", "כטראומה", "וטראומה", "והטראומה",
    "שהטראומה", "מהטראומה", "כשהטראומה", "ובטראומה", "הַטְּרָאוּמָה", "ה־טראומה", "ה-טראומה",
  ])
  func `a Hebrew word is found after its one-letter words`(text: String) {
    #expect(found(["טראומה"], in: "על \(text).", language: "he").count == 1)
  }

  @Test(arguments: ["נטראומה", "פוסטטראומה", "ההטראומה", "אטראומה", "טראומהה", "בפטראומה"])
  func `a Hebrew word that only ends so is left alone`(text: String) {
    #expect(found(["טראומה"], in: text, language: "he") == [])
  }

  @Test func `a word in Latin letters is found after them`() {
    #expect(found(["PTSD"], in: "בPTSD ה-PTSD ה־PTSD", language: "he").count == 3)
    #expect(found(["PTSD"], in: "الـPTSD وPTSD وال-PTSD").count == 3)
    #expect(found(["PTSD"], in: "نPTSD post-PTSD") == [])
  }

  @Test func `a term that has its article is found after a preposition`() {
    #expect(found(["الإساءة"], in: "والإساءة") == ["الإساءة"])
    let forms = Language(tag: "ar-EG").forms
    #expect(forms?("الإساءة") == ["للإساءة"])
    #expect(forms?("الليل") == ["لليل"])
    #expect(forms?("إساءة") == [])
    #expect(forms?("shame") == [])
  }

  @Test func `the longer phrase from the beginning of the word wins`() {
    #expect(found(["وحدة", "حدة"], in: "وحدة") == ["وحدة"])
  }

  @Test(arguments: ["fa", "fa-IR", "ur", "ps"])
  func `a Persian word does not begin with them`(language: String) {
    #expect(found(["رنج"], in: "برنج رنج", language: language) == ["رنج"])
  }

  @Test func `a page in another language has them too`() {
    #expect(found(["صدمة"], in: "The word الصدمة means shock.", language: "en") == ["صدمة"])
  }
}
