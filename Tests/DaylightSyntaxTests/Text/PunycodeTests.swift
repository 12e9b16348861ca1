import DaylightSyntax
import Testing

@Suite struct PunycodeTests {
  /// From RFC 3492, section 7.1, and from registries that show both spellings.
  @Test(arguments: [
    ("münchen.example", "xn--mnchen-3ya.example"), ("MÜNCHEN.example", "xn--mnchen-3ya.example"),
    ("bücher.example", "xn--bcher-kva.example"),
    ("mu\u{308}nchen.example", "xn--mnchen-3ya.example"),
    ("straße.example", "xn--strae-oqa.example"),
    ("例え.テスト", "xn--r8jz45g.xn--zckzah"), ("правда.рф", "xn--80aafi6cg.xn--p1ai"),
    ("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"),
    ("почемужеонинеговорятпорусски", "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l"),
    ("www.example.org", "www.example.org"), ("wörld.wide.wéb", "xn--wrld-5qa.wide.xn--wb-bja"),
  ])
  func `a host is written as browsers send it`(host: String, sent: String) {
    #expect(Punycode.host(host) == sent)
  }

  @Test(arguments: ["q\u{308}a.example", "💙.example", "a\u{200B}b.example", "a\u{A0}b.example"])
  func `invalid host names are refused`(host: String) {
    #expect(Punycode.host(host) == nil)
  }

  @Test func `a label that is too long for DNS is refused`() {
    #expect(Punycode.host(String(repeating: "ü", count: 80) + ".example") == nil)
  }
}
