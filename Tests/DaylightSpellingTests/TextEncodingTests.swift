import Platform
import Testing

@testable import DaylightSpelling

@Suite struct TextEncodingTests {
  /// A byte in UTF-8, as the C library says; nil if it means nothing.
  private func converted(_ byte: UInt8, from name: String) -> String? {
    let converter = iconv_open("UTF-8", name)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = [CChar(bitPattern: byte)]
    var output = [CChar](repeating: 0, count: 8)
    let isConverted = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, fromCount) = (input.baseAddress, input.count)
        var (to, toCount) = (output.baseAddress, output.count - 1)
        // The second call writes a character that is held back for what may combine with it.
        return iconv(converter, &from, &fromCount, &to, &toCount) == 0
          && iconv(converter, nil, nil, &to, &toCount) == 0
      }
    }
    let text = output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return isConverted ? String(validating: text, as: UTF8.self) : nil
  }

  @Test(arguments: SingleByteEncodings.tables.keys.sorted())
  func `every byte means what the C library says`(name: String) throws {
    let encoding = try #require(TextEncoding(name))
    #expect(converted(0x41, from: name) == "A")
    for byte in UInt8(1)...255 {
      let text = encoding.decoded([CChar(bitPattern: byte), 0])
      #expect(text == converted(byte, from: name), "\(name): \(byte)")
      if let text { #expect(encoding.encoded(text) == [CChar(bitPattern: byte), 0]) }
    }
  }

  @Test(arguments: ["ISO8859-1", "ISO-8859-1", "iso8859-1", "microsoft-cp1251", "KOI8-R", "UTF-8"])
  func `the names that dictionaries use are known`(name: String) {
    #expect(TextEncoding(name) != nil)
  }

  @Test func `an encoding that is not known is refused`() {
    #expect(TextEncoding("ISCII-DEVANAGARI") == nil)
    #expect(TextEncoding("") == nil)
  }

  @Test func `a text with a character that the encoding lacks has no bytes`() throws {
    #expect(try #require(TextEncoding("ISO8859-1")).encoded("Größe 心") == nil)
  }
}
