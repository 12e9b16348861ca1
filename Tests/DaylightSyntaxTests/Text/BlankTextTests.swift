import Testing

@testable import DaylightSyntax

@Suite struct BlankTextTests {
  @Test(arguments: [
    "", " \t\r\n", "\u{0}", "\u{1F}", "\u{7F}", "\u{85}", "\u{A0}", "\u{200B}", "\u{FEFF}",
    "\u{3000}", "\u{2800}", "\u{2066}\u{2069}", "\u{AD}",
  ])
  func `what shows nothing is blank`(text: String) { #expect(text.isBlank) }

  @Test(arguments: ["a", " . ", "\u{7F}!", "\u{A0}é", "~", "出", "\u{200B}-"])
  func `anything that shows is not`(text: String) { #expect(!text.isBlank) }
}
