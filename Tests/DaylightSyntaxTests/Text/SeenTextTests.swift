import Testing

@testable import DaylightSyntax

@Suite struct SeenTextTests {
  @Test(arguments: [
    ("Leave this site!", "leave this site!"), ("ＬＥＡＶＥ", "leave"), ("lеаvе", "leave"),
    ("le\u{200B}ave", "leave"), ("𝗹𝗲𝗮𝘃𝗲", "leave"), ("leave\u{A0}now", "leave now"),
    ("Élan", "élan"),
  ])
  func `letters that look like Latin ones are those`(text: String, seen: String) {
    #expect(String(decoding: SeenText.of(text.utf8), as: UTF8.self) == seen)
  }

  @Test(arguments: [
    ("Leave this site – now!", "leavethissitenow"), ("L-e_a.v e 2", "leave2"), ("L’été", "lété"),
    ("出口!", "出口"), ("½ * ½", "½½"), ("\t-- \n", ""),
  ])
  func `of letters and digits alone nothing else is left`(text: String, letters: String) {
    #expect(String(decoding: SeenText.letters(of: text.utf8), as: UTF8.self) == letters)
  }
}
