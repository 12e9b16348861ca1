import DaylightSyntax
import Testing

@Suite struct HTMLEscaperTests {
  private func text(_ text: String) -> String {
    var output: [UInt8] = []
    HTMLEscaper.appendText(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func attribute(_ value: String) -> String {
    var output: [UInt8] = []
    HTMLEscaper.appendAttribute(value, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func `text cannot begin a tag or a reference`() {
    #expect(text("<b> & \"c\" 'd' &amp;") == "&lt;b&gt; &amp; \"c\" 'd' &amp;amp;")
  }

  @Test func `an attribute cannot end its quotation marks`() {
    #expect(attribute("<b> & \"c\" 'd'") == "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;")
  }

  @Test func `everything else is copied as it is`() {
    #expect(text("Größe = 1?;/\0") == "Größe = 1?;/\0")
    #expect(text("") == "")
    #expect(text("<") == "&lt;")
  }

  @Test func `what is escaped is read back as the same text`() {
    let original = "a<b>&amp;\"'&#39;é"
    let read = HTMLCharacterReference.decode(
      Array(attribute(original).utf8).span, inAttribute: true)
    #expect(String(decoding: read, as: UTF8.self) == original)
  }
}
