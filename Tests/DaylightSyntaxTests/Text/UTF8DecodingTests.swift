import DaylightSyntax
import Testing

@Suite struct UTF8DecodingTests {
  private func decoded(_ bytes: [UInt8]) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = bytes.span.scalar(at: offset)
      scalars.append(scalar)
      offset += length
    }
    return scalars
  }

  @Test func `well-formed text is decoded to its scalars`() {
    let text = "a\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    #expect(decoded(Array(text.utf8)) == Array(text.unicodeScalars))
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0xC3],
    ] as [[UInt8]])
  func `each byte of an ill-formed sequence is a replacement`(bytes: [UInt8]) {
    #expect(decoded(bytes) == Array(repeating: "\u{FFFD}", count: bytes.count))
  }
}
