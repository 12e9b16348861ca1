import DaylightSyntax
import Testing

@Suite struct SlugTests {
  private func heading(_ text: String) -> String {
    String(decoding: Slug.heading(Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("What is a trauma bond?", "what-is-a-trauma-bond"),
    ("Q&A", "qa"),
    ("A & B", "a--b"),
    ("It’s not your fault, it's theirs", "its-not-your-fault-its-theirs"),
    ("  spaced  out ", "spaced--out"),
    ("snake_case and 7 steps", "snake_case-and-7-steps"),
    ("Über Öl – Ärger", "über-öl--ärger"),
    ("心的外傷 と 絆", "心的外傷-と-絆"),
    ("हिन्दी", "हिन्दी"),
    ("Hope 🌅 again", "hope--again"),
    ("🌅 Hope 🌅", "-hope-"),
    ("🌅", ""),
    ("½ of x²", "-of-x"),
    ("", ""),
  ])
  func `a heading becomes an anchor as on GitHub`(text: String, slug: String) {
    #expect(heading(text) == slug)
  }

  @Test func `bytes that are not UTF-8 are dropped from an anchor`() {
    #expect(Slug.heading([0x61, 0xFF, 0x62]) == [0x61, 0x62])
  }

  @Test(arguments: [
    ("walking-on-eggshells", "walking-on-eggshells"), ("My Page (2)", "my-page-2"),
    ("--a  &  b--", "a-b"), ("it's", "its"), ("..", ""),
  ])
  func `a file name becomes a part of an address`(name: String, slug: String) {
    #expect(Slug.fileName(name) == slug)
  }

  @Test(arguments: [
    "a", "walking-on-eggshells", "über", "with space", "a.b", "console", "com10", "🌅",
  ])
  func `ordinary names are safe`(part: String) {
    #expect(Slug.isSafe(part))
  }

  @Test(arguments: [
    "", ".", "..", ".htaccess", "a/b", "a\\b", "a\0b", "a\nb", "a\u{7F}", "a\u{85}", "a\u{202E}b",
    "a:b",
    "a?", "con", "NUL", "Com1", "lpt9.html", "aux.", "a ", " a", "a.", "\u{FFFD}",
    String(repeating: "é", count: 101),
  ])
  func `names that leave their folder or do not work on every system are not safe`(part: String) {
    #expect(!Slug.isSafe(part))
  }
}
