import Testing

@testable import DaylightSyntax

@Suite struct LanguageTests {
  @Test(arguments: ["en", "en-GB", "EN-us", "en_AU"])
  func `every kind of English has the English words`(tag: String) {
    let language = Language(tag: tag)
    #expect(language == .english)
    #expect(language.clauses.forms != nil && language.readingFormula == .fleschKincaid)
  }

  @Test(arguments: ["pl", "engl", "x-klingon", ""])
  func `an unknown language has no words`(tag: String) {
    let language = Language(tag: tag)
    #expect(language != .english)
    #expect(language.forms == nil && language.falsePromises == nil && language.verdicts == nil)
  }

  @Test(arguments: [
    ("emprise", ["emprises"]), ("lien traumatique", ["liens traumatiques"]),
    ("niveau de danger", ["niveaux de danger"]), ("signal", ["signaux"]), ("bal", ["bals"]),
    ("choix", []), ("jeu", ["jeux"]), ("PTSD-3", []),
  ])
  func `a French term has its regular plural`(term: String, forms: [String]) {
    #expect(Language(tag: "fr-CA").forms?(term) == forms)
  }

  @Test(arguments: [
    ("Leaving him", "Leaving him"), ("Signs of Abuse", "Abuse"), ("A cup of tea", nil),
  ])
  func `a revealing word is quoted as it was written`(text: String, word: String?) {
    #expect(Language.english.revealingWord(in: Array(text.utf8)) == word)
  }

  @Test func `punctuation separates the words of an address`() {
    #expect(Language.english.revealingWord(inAddress: "signs/my_abuser.html") == "abuser")
    #expect(Language.english.revealingWord(inAddress: "signs/disabuse.html") == nil)
  }
}
