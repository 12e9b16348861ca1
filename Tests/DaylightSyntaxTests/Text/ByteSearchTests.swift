import DaylightSyntax
import Testing

/// Bytes are looked at eight at a time, so that offsets and what is left over count.
@Suite struct ByteSearchTests {
  @Test(arguments: 0..<19, ["0", "9"])
  func `a digit is found wherever it is`(offset: Int, digit: String) {
    #expect(hasDigits(String(repeating: "a", count: offset) + digit))
    #expect(
      hasDigits(String(repeating: "a", count: offset) + digit + String(repeating: "a", count: 8)))
  }

  @Test(arguments: ["", "/:;<=>?", "/:;<=>?/:;<=>?/:;<=>?", "°±²³´µ¶·¸¹", "pqrstuvwxy"])
  func `nothing else is a digit`(text: String) {
    #expect(!hasDigits(text))
  }

  @Test func `a digit is found among marks that are near it in ASCII`() {
    #expect(hasDigits(":::::::9"))
  }

  private func hasDigits(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { $0.hasDigits }
  }
}
