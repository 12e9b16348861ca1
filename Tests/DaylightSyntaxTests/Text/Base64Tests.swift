import DaylightSyntax
import Testing

@Suite struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `text is encoded as in RFC 4648`(text: String, encoded: String) {
    #expect(Base64.encoded(text.utf8) == encoded)
  }

  @Test func `all bits are kept`() {
    #expect(Base64.encoded([0xFB, 0xFF, 0xBF, 0]) == "+/+/AA==")
  }
}
