import DaylightSyntax
import Testing

/// Whether a phrase is found where the text spells it in another way.
@Suite struct PhraseSpellingTests {
  /// The parts of the text that are found, by both ways to search, which have to agree.
  private func found(
    _ phrase: String, in text: String, language: String = "en", exact: Bool = false
  ) -> [String] {
    let spelling = Language(tag: language).spelling
    let matcher = PhraseMatcher([.init(phrase, id: 0, isExact: exact)], spelling: spelling)
    let bytes = Array(text.utf8)
    let matches = matcher.matches(in: bytes.span)
    var others: [PhraseMatcher.Match] = []
    matcher.forEachMatch(in: bytes.span, from: WordStarts(bytes.span, spelling: spelling)) {
      others.append($0)
    }
    #expect(others == matches)
    #expect(matches.isEmpty || WordSet(bytes.span).mayContain(phrase))
    return matches.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  // MARK: Case

  @Test(arguments: [
    ("Größe", "GRÖSSE"), ("Größe", "GRO\u{308}SSE"), ("Straße", "STRASSE"), ("Maß", "MASS"),
    ("Maß", "MAẞ"), ("MASSE", "MASSE"), ("Fußfessel", "FUSSFESSEL"), ("Größe", "größe"),
    ("φόβος", "ΦΌΒΟΣ"), ("ΦΌΒΟΣ", "φόβος"), ("φόβοσ", "φόβος"), ("σχέση", "ΣΧΕΣΗ"),
    ("εμπιστοσύνη", "ΕΜΠΙΣΤΟΣΥΝΗ"), ("άγχος", "ΑΓΧΟΣ"), ("\u{3B1}\u{301}γχος", "ΑΓΧΟΣ"),
    ("ՙև", "ՙԵՒ"), ("травма", "ТРАВМА"), ("ſafe", "SAFE"), ("ǆep", "ǄEP"), ("ǆep", "DŽEP"),
  ])
  func `a phrase is found in capitals`(phrase: String, text: String) {
    #expect(found(phrase, in: "x \(text) y") == [text])
  }

  @Test(arguments: [
    ("Maß", "Mass"), ("Mass", "Maß"), ("Maß", "mass"), ("Straße", "Strasse"), ("Größe", "GROSSE"),
    ("Größe", "GRÖßER"), ("Größe", "GRÖSSER"), ("πότε", "ποτέ"), ("πότε", "ποτε"),
    ("άλλα", "αλλά"), ("Buße", "Busse"),
  ])
  func `another word is not found for want of a capital`(phrase: String, text: String) {
    #expect(found(phrase, in: text, language: "de") == [])
  }

  @Test func `an exact phrase is not found in capitals that it does not have`() {
    #expect(found("Größe", in: "GRÖSSE größe Größe", exact: true) == ["Größe"])
  }

  @Test func `of two phrases that capitals may stand for the one spelt so is found`() {
    let matcher = PhraseMatcher([.init("Maß", id: 0), .init("Mass", id: 1)])
    let text = Array("MASS Mass Maß".utf8)
    #expect(matcher.matches(in: text.span).map(\.phrase) == [1, 1, 0])
  }

  @Test(arguments: [
    ("ilişki", "İLİŞKİ"), ("ilişki", "I\u{307}LI\u{307}S\u{327}KI\u{307}"), ("ışık", "IŞIK"),
    ("İstismar", "istismar"), ("Işık", "ışık"), ("kırık", "KIRIK"), ("dinî", "DİNÎ"),
    ("dinî", "DI\u{307}NI\u{302}"), ("bağ", "BAĞ"),
  ])
  func `Turkish has capitals of its own`(phrase: String, text: String) {
    #expect(found(phrase, in: "Bu \(text).", language: "tr-TR") == [text])
    #expect(found(phrase, in: "Bu \(text).", language: "AZ") == [text])
  }

  @Test(arguments: [("kin", "KIN"), ("kın", "KİN"), ("kın", "kin"), ("ilişki", "ILIŞKI")])
  func `a dot makes another letter in Turkish`(phrase: String, text: String) {
    #expect(found(phrase, in: text, language: "tr") == [])
  }

  @Test func `elsewhere a dot on I means nothing and I is the capital of i`() {
    #expect(found("ilişki", in: "ILIŞKI", language: "en") == ["ILIŞKI"])
    #expect(found("kin", in: "kın KİN", language: "de") == [])
  }

  // MARK: Width and shape

  @Test(arguments: [
    ("トラウマ", "ﾄﾗｳﾏ"), ("ボンド", "ﾎﾞﾝﾄﾞ"), ("パワハラ", "ﾊﾟﾜﾊﾗ"), ("ﾄﾗｳﾏ", "トラウマ"),
    ("トラウマ・ボンド", "ﾄﾗｳﾏ･ﾎﾞﾝﾄﾞ"), ("ケア", "ｹｱ"), ("セーフティー", "ｾｰﾌﾃｨｰ"),
    ("PTSD", "ＰＴＳＤ"), ("ptsd", "ＰＴＳＤ"), ("ＤＶ", "dv"), ("trauma bond", "ｔｒａｕｍａ　ｂｏｎｄ"),
    ("co-regulation", "ｃｏ－ｒｅｇｕｌａｔｉｏｎ"), ("911", "９１１"),
    ("fight", "ﬁght"), ("conflict", "conﬂict"), ("affect", "aﬀect"), ("difficult", "diﬃcult"),
    ("ﬁght", "FIGHT"), ("fight", "ﬁ\u{AD}ght"), ("vrijheid", "vrĳheid"), ("IJsberg", "Ĳsberg"),
    ("ljubav", "ǉubav"), ("صدمة", "ﺻﺪﻣﺔ"), ("سلام", "ﺳﻼﻡ"), ("שלום", "\u{FB2A}לום"),
  ])
  func `a phrase is found in another width or shape`(phrase: String, text: String) {
    #expect(found(phrase, in: "( \(text) )") == [text])
  }

  @Test func `a phrase does not end within a ligature`() {
    #expect(found("of", in: "oﬃce oﬀ ofﬁ") == [])
    #expect(found("カ", in: "ｶﾞ ガ ｶ") == ["ｶ"])
  }

  @Test func `an exact phrase may have another width, not another case`() {
    #expect(found("PTSD", in: "ＰＴＳＤ ｐｔｓｄ", exact: true) == ["ＰＴＳＤ"])
  }

  // MARK: What is not seen

  @Test(arguments: [
    "l’\u{AD}emprise", "l'\u{AD}emprise", "L\u{AD}’emprise", "qu\u{AD}’\u{2060}emprise",
    "d’\u{200B}emprise", "l\u{2019}\u{FEFF}emprise", "«\u{A0}l’\u{AD}emprise", "q\u{AD}u’emprise",
    "l‘emprise", "l´emprise", "l′emprise", "l＇emprise",
  ])
  func `a word is found after an elided one and what is not seen`(text: String) {
    #expect(found("emprise", in: "x \(text) y") == ["emprise"])
  }

  @Test(arguments: [
    "xl’\u{AD}emprise", "l\u{AD}emprise", "’\u{AD}x’\u{AD}emprise", "john’\u{AD}emprise",
    "o’\u{200D}emprise",
  ])
  func `what is not seen makes no word begin`(text: String) {
    #expect(found("emprise", in: text) == [])
  }

  @Test(arguments: [
    "trau\u{AD}ma bond", "trau\u{200B}ma bond", "trauma\u{200D} bond", "trauma \u{2060}bond",
    "trauma\u{A0}bond", "trauma\u{A0}\u{2060}\nbond", "trauma\u{202F}bond", "trauma\r\nbond",
    "trauma\u{200E} \u{200F}bond", "tr\u{2060}auma b\u{34F}ond", "trauma\u{3000}bond",
    "trau\u{FE0F}ma \tbond",
  ])
  func `a phrase is found across what is not seen and any white space`(text: String) {
    #expect(found("trauma bond", in: "(\(text))") == [text])
  }

  @Test func `what is not seen joins two words into one`() {
    #expect(found("bond", in: "vaga\u{200B}bond bond\u{2060}age vaga\u{200D}bond") == [])
  }

  @Test(arguments: ["co\u{2010}regulation", "co\u{2011}regulation", "co\u{AD}-regulation"])
  func `hyphens are one`(text: String) {
    #expect(found("co-regulation", in: "A \(text).") == [text])
    #expect(found(text, in: "A co-regulation.") == ["co-regulation"])
    #expect(found("regulation", in: text) == [])
  }

  @Test(arguments: ["survivor’s guilt", "survivor´s guilt", "survivor‘s guilt", "survivor＇s guilt"])
  func `apostrophes are one`(text: String) {
    #expect(found("survivor's guilt", in: "A \(text).") == [text])
    #expect(found(text, in: "A survivor's guilt.") == ["survivor's guilt"])
    #expect(found("survivor", in: text) == [])
  }

  @Test(arguments: [
    ("é", "e\u{301}"), ("ế", "e\u{302}\u{301}"), ("ộ", "o\u{323}\u{302}"), ("å", "a\u{30A}"),
    ("ガ", "カ\u{3099}"), ("한", "\u{1112}\u{1161}\u{11AB}"), ("क़", "\u{915}\u{93C}"),
    ("ё", "е\u{308}"), ("أ", "ا\u{654}"), ("שׁ", "ש\u{5C1}"), ("ς\u{301}", "σ\u{301}"),
  ])
  func `a letter may be one scalar or several`(one: String, several: String) {
    #expect(found(one + "b", in: several + "b") == [several + "b"])
    #expect(found("b" + several, in: "b" + one) == ["b" + one])
  }

  // MARK: Vowel signs

  @Test(arguments: [
    ("травма", "тра\u{301}вма"), ("тра\u{301}вма", "ТРАВМА"), ("надія", "наді\u{301}я"),
    ("صدمة", "صَدْمَة"), ("صدمة", "صـدمـة"), ("صَدمة", "صدمَة"), ("عنف", "عُنْفٌ"), ("هذا", "هٰذا"),
    ("إساءة", "إِسَاءَة"), ("حب", "حُبّ"), ("خانه", "خانهٔ"), ("أمان", "أَمَان"),
    ("טראומה", "טְרָאוּמָה"), ("שלום", "שָׁלוֹם"), ("אמון", "אֵמוּן"),
    ("קשר-טראומה", "קשר־טראומה"), ("צ'ק", "צ׳ק"), ("פ\"ט", "פ״ט"),
  ])
  func `vowel signs and drawn-out letters make no difference`(phrase: String, text: String) {
    #expect(found(phrase, in: "( \(text) )") == [text])
  }

  @Test(arguments: [
    ("ѓ", "г"), ("ѐ", "е"), ("ёлка", "елка"), ("أمل", "امل"), ("سؤال", "سوال"), ("على", "علي"),
    ("é", "e"), ("שין", "סין"),
  ])
  func `a hamza or an accent makes another letter`(phrase: String, text: String) {
    #expect(found(phrase, in: text) == [])
  }
}
