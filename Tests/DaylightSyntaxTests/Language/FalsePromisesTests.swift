import Testing

@testable import DaylightSyntax

@Suite struct FalsePromisesTests {
  private func promises(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { text in
      FalsePromises.english.found(in: text).map { String(decoding: text[$0], as: UTF8.self) }
    }
  }

  @Test(arguments: [
    "You are anonymous here.", "This site is anonymous.", "Our site keeps you safe.",
    "You can read our pages anonymously.", "This page leaves no trace.",
    "We do not track you, so you are anonymous.", "We do not track you and you are anonymous.",
    "Do not worry: here you are completely safe.", "An anonymous checklist for you.",
    "Use our site for anonymous browsing.", "Here, anonymous and free, you can read.",
    "This site erases your history.", "“This site is anonymous.”", "Our anonymous online quiz.",
    "This website makes you anonymous online.", "You stay anonymous when you use this site.",
    "No ads, no cookies: our site is anonymous.", "No page is kept and you are anonymous here.",
  ])
  func `a promise is found`(text: String) {
    #expect(promises(text).count == 1, "\(promises(text))")
  }

  @Test(arguments: [
    "Anonymous online harassment discourages women from writing.",
    "It is hard to stay anonymous online.",
    "Having this browser does not make things you do with other programs anonymous.",
    "No page can make you anonymous.", "It is difficult for any website to keep you safe.",
    "We have received anonymous letters about this page.",
    "Anonymous comments on our page can hurt.", "An anonymous donor pays for this site.",
    "The app said “you are completely anonymous here”, and that was wrong.",
    "He told her that \"our site keeps you safe\", she remembers.",
    "Narcotics Anonymous has a page on it.", "Is this site anonymous?",
    "A private window on this site does not mean that nobody can see you.",
    "It is a myth that a website leaves no trace.", "A helpline may be anonymous.",
    "No website, however careful, can erase your history.",
    "You cannot be sure that this device leaves no trace.",
  ])
  func `text that promises nothing is not reported`(text: String) {
    #expect(promises(text) == [])
  }
}
