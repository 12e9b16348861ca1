/// Writes text so that HTML reads it back as the same text. Runs that need no escape are copied whole.
package enum HTMLEscaper {
  /// Text between tags: `&`, `<` and `>` are escaped.
  package static func appendText(_ text: Span<UInt8>, to output: inout [UInt8]) {
    append(text, to: &output) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      default: nil
      }
    }
  }

  /// The value of an attribute in either kind of quotation marks, which are escaped too.
  package static func appendAttribute(_ value: Span<UInt8>, to output: inout [UInt8]) {
    append(value, to: &output) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      default: nil
      }
    }
  }

  package static func appendText(_ text: [UInt8], to output: inout [UInt8]) {
    appendText(text.span, to: &output)
  }

  package static func appendAttribute(_ value: [UInt8], to output: inout [UInt8]) {
    appendAttribute(value.span, to: &output)
  }

  package static func appendText(_ text: String, to output: inout [UInt8]) {
    text.withUTF8Span { appendText($0, to: &output) }
  }

  package static func appendAttribute(_ value: String, to output: inout [UInt8]) {
    value.withUTF8Span { appendAttribute($0, to: &output) }
  }

  @inline(__always)
  private static func append(
    _ text: Span<UInt8>, to output: inout [UInt8], escape: (UInt8) -> StaticString?
  ) {
    var start = 0
    for offset in text.indices {
      // All that is ever escaped is below U+003F: most bytes need no further look.
      guard text[offset] < 0x3F, let escape = escape(text[offset]) else { continue }
      output.append(copying: text.extracting(start..<offset))
      escape.withUTF8Buffer { output.append(contentsOf: $0) }
      start = offset + 1
    }
    output.append(copying: text.extracting(start..<text.count))
  }
}
