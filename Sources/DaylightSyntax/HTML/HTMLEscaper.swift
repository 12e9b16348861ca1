/// Writes text so that HTML reads it back as the same text, between tags and in an attribute with
/// double quotation marks.
///
/// `&`, `<`, `>` and `"` become references, as cmark-gfm and Mustache write them; runs between those
/// four are copied whole.
package enum HTMLEscaper {
  package static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
    text.withUnsafeBufferPointer { text in
      var copied = 0
      while let special = text.firstSpecialInHTML(from: copied) {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<special]))
        reference(to: text[special]).withUTF8Buffer { output.append(contentsOf: $0) }
        copied = special + 1
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
    }
  }

  package static func append(_ text: [UInt8], to output: inout [UInt8]) {
    append(text.span, to: &output)
  }

  package static func append(_ text: String, to output: inout [UInt8]) {
    text.withUTF8Span { append($0, to: &output) }
  }

  package static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func reference(to special: UInt8) -> StaticString {
    switch special {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: "&quot;"
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The next of the four escaped characters, searched eight bytes at a time: most text has none.
  fileprivate func firstSpecialInHTML(from start: Int) -> Int? {
    let bytes = UnsafeRawBufferPointer(self)
    var index = start
    while index + 8 <= count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // `&` and `"` differ in one bit, and so do `<` and `>`.
      let quotes = (word & 0xFBFB_FBFB_FBFB_FBFB) ^ 0x2222_2222_2222_2222
      let brackets = (word & 0xFDFD_FDFD_FDFD_FDFD) ^ 0x3C3C_3C3C_3C3C_3C3C
      if quotes.zeroBytes | brackets.zeroBytes != 0 { break }
      index += 8
    }
    while index < count {
      switch self[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
        return index
      default: index += 1
      }
    }
    return nil
  }
}
