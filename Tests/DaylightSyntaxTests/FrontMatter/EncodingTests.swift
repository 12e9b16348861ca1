import DaylightSyntax
import Testing

@Suite struct EncodingTests {
  private func findings(_ bytes: [UInt8]) -> [String] {
    SourceFile(path: "a.md", bytes: bytes).encodingDiagnostics().map {
      "\($0.location?.start.line ?? 0):\($0.location?.start.column ?? 0) \($0.rule.id)"
    }
  }

  @Test func `text in many scripts has no finding`() {
    #expect(findings(Array("Aé漢字😀 \u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10FFFF}".utf8)) == [])
  }

  @Test func `an empty file is a finding`() {
    #expect(findings([]) == ["1:1 empty-file"])
  }

  @Test func `the first bad byte is named by line and byte column`() {
    #expect(findings(Array("one\r\nné".utf8) + [0xFF, 0x61]) == ["2:4 invalid-utf8"])
  }

  @Test func `a NUL byte is found at every offset`() {
    for place in 0..<20 {
      var bytes = [UInt8](repeating: 0x61, count: 20)
      bytes[place] = 0
      #expect(findings(bytes) == ["1:\(place + 1) nul-byte"])
    }
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xC3], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80],
      [0xE2, 0x82], [0xF0, 0x8F, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func `ill-formed sequences are reported`(bytes: [UInt8]) {
    #expect(findings([0x61] + bytes) == ["1:2 invalid-utf8"])
    #expect(findings([0x61] + bytes + Array("after it".utf8)) == ["1:2 invalid-utf8"])
  }

  @Test func `the check agrees with the standard library on random bytes`() {
    var state: UInt64 = 7
    func random(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let pool: [UInt8] = [
      0x61, 0x62, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF,
      0xF0, 0xF1, 0xF4,
    ]
    for _ in 0..<20_000 {
      let bytes = (0...random(12)).map { _ in pool[Int(random(UInt64(pool.count)))] }
      let isText = String(validating: bytes, as: UTF8.self) != nil
      #expect(findings(bytes).isEmpty == isText, "\(bytes)")
    }
  }
}
