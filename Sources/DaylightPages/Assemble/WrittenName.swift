import DaylightSyntax

/// Web addresses, mail addresses, names of files, paths, hashtags and handles in plain text: a word
/// in one of them is part of a name and has no meaning of its own.
enum WrittenName {
  /// Whether a range of a text is in such a name.
  static func contains(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    let token = token(around: range, in: text)
    guard token != range else { return false }
    let first = text[token.lowerBound]
    if first == UInt8(ascii: "@") || first == UInt8(ascii: "#") || first == UInt8(ascii: "/") {
      return true
    }
    for offset in token {
      switch text[offset] {
      case UInt8(ascii: "@"), UInt8(ascii: "\\"): return true
      case UInt8(ascii: ":"):
        if offset + 1 < token.upperBound, text[offset + 1] == UInt8(ascii: "/") { return true }
      case UInt8(ascii: "."):
        if isInsideName(offset, token, text) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a dot joins two parts of a name, such as the host `example.org` or the file `bond.pdf`:
  /// the part after it has two letters at least, as every top-level domain has.
  private static func isInsideName(
    _ dot: Int, _ token: Range<Int>, _ text: Span<UInt8>
  ) -> Bool {
    guard dot > token.lowerBound, isNamePart(text[dot - 1]), dot + 2 < token.upperBound else {
      return false
    }
    return isLetter(text[dot + 1]) && isLetter(text[dot + 2])
  }

  private static func token(around range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0 {
      var previous = start - 1
      while previous > 0, isContinuationByte(text[previous]) { previous -= 1 }
      guard isPart(previous, of: text) else { break }
      start = previous
    }
    var end = range.upperBound
    while end < text.count, isPart(end, of: text) { end += text.scalar(at: end).length }
    return start..<end
  }

  /// Whether the character at an offset can be part of a name.
  private static func isPart(_ offset: Int, of text: Span<UInt8>) -> Bool {
    let byte = text[offset]
    if byte < 0x80 { return isNamePart(byte) || byte.isOne(of: "./@#:\\~%+=&") }
    return FoldedCharacter.kind(of: text.scalar(at: offset).value) == .word
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte.isWordByte || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte >= 0x80
  }
}
