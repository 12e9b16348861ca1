import TestSupport
import Testing

@testable import DaylightModel

@Suite struct InflateTests {
  private func inflated(_ hexadecimal: String, limit: Int = 1000) -> String? {
    let digits = Array(hexadecimal)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    return Inflate.inflated(bytes[...], limit: limit).map { String(decoding: $0, as: UTF8.self) }
  }

  // As zlib 1.3 compresses them at level 9.
  private static let fixed = "78da4b4cc4044900579d07f7"
  private static let dynamic =
    "78da1d8bdb11c2300c045bb902325443030239b1886c113f30a67a94fceddceedd63c0d1e5b9e3516c64acf6c5"
    + "aba777857d424173adf49b60db30a26840a23c612e0a284b22ad50b31dd420cd27c6b0cc6e479ce732ac2bfb1f"
    + "d5401b49be9a8b16304dd0dabc76bafd0139ae3288"

  @Test func `a run of one letter comes back whole`() {
    #expect(inflated(Self.fixed) == "aaaaaaaaaaaaaaaaaaaab")
  }

  @Test func `a text with a code of its own comes back whole`() {
    #expect(
      inflated(Self.dynamic)
        == "The quick brown fox jumps over the lazy dog while many other animals look at it and "
        + "wonder why it would do so again and again, day after day.")
  }

  @Test func `what was only stored comes back whole`() {
    let text = Array("Rest is allowed.".utf8)
    #expect(Inflate.inflated(PDFs.zlib(text)[...], limit: 100) == text)
  }

  @Test(arguments: [fixed, dynamic])
  func `a text that is cut off is nothing`(hexadecimal: String) {
    for length in stride(from: 0, to: hexadecimal.utf8.count - 10, by: 2) {
      #expect(inflated(String(hexadecimal.prefix(length))) == nil)
    }
  }

  @Test func `a text that is longer than allowed is nothing`() {
    #expect(inflated(Self.fixed, limit: 20) == nil)
    #expect(inflated(Self.fixed, limit: 21) != nil)
  }

  @Test(arguments: ["", "78", "78da", "ffff0102", "78da07", "78daffffffffffffffff"])
  func `anything else is nothing`(hexadecimal: String) {
    #expect(inflated(hexadecimal) == nil)
  }
}
