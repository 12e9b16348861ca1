import DaylightSyntax
import Testing

@Suite struct HTMLCharacterReferenceTests {
  private func decoded(_ text: String, inAttribute: Bool = true) -> String {
    String(
      decoding: HTMLCharacterReference.decode(Array(text.utf8).span, inAttribute: inAttribute),
      as: UTF8.self)
  }

  @Test func `named references are decoded`() {
    #expect(
      decoded("a &amp; b &lt;&quot;&apos;&nbsp;&eacute;&yuml;&rsquo;") == "a & b <\"'\u{A0}éÿ’")
  }

  @Test func `an address cannot hide behind references`() {
    #expect(decoded("java&Tab;script&colon;x&lpar;1&rpar;") == "java\tscript:x(1)")
    #expect(decoded("&#106;&#x61;&#X76;&#97script&#58;") == "javascript:")
  }

  @Test func `numbers out of range are replacement characters`() {
    #expect(
      decoded("&#0;&#xD800;&#x110000;&#99999999999999999999;") == "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
    )
  }

  @Test func `numbers of Windows-1252 mean its characters`() {
    #expect(decoded("&#128;&#146;&#159;&#129;") == "€’Ÿ\u{81}")
  }

  @Test
  func `a legacy name without a semicolon is decoded unless it may be part of an address`() {
    #expect(decoded("?a=1&copy=2&copy2&amp") == "?a=1&copy=2&copy2&")
    #expect(decoded("&copy=2 &copyx &ampamp;", inAttribute: false) == "©=2 ©x &amp;")
  }

  @Test func `text that is not a reference is unchanged`() {
    for text in ["&", "&;", "&#;", "&#x;", "&#xg;", "&nosuchname;", "&colon", "a & b", "&é;"] {
      #expect(decoded(text) == text)
      #expect(decoded(text, inAttribute: false) == text)
    }
  }
}
