/// A word as a dictionary has it, and where it is in a text.
///
/// Without what is not a word of the language: addresses, anything with a digit, a single letter, and
/// abbreviations in capitals.
package struct SpelledWord: Hashable {
  /// With straight apostrophes and plain hyphens, without soft ones.
  package let text: String
  /// In bytes.
  package let range: Range<Int>
}

extension SpelledWord {
  /// Calls `body` with the words of a part of a text in UTF-8, in their order.
  package static func forEach(
    in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, _ body: (SpelledWord) -> Void
  ) {
    var start = part.lowerBound
    while start < part.upperBound {
      guard !isSpace(text[start]) else {
        start += 1
        continue
      }
      let end = text[start..<part.upperBound].firstIndex(where: isSpace) ?? part.upperBound
      let chunk = UnsafeBufferPointer(rebasing: text[start..<end])
      if !isAddress(chunk) { words(of: chunk, at: start, body) }
      start = end
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

  /// Whether what is between two spaces is a web or mail address, a file name or a path, or is written
  /// with points, as “e.g.”, or is a place for a value.
  private static func isAddress(_ chunk: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in chunk.enumerated() {
      switch byte {
      case UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: "_"),
        UInt8(ascii: "{"):
        return true
      case UInt8(ascii: "."), UInt8(ascii: ":"):
        if index + 1 < chunk.count, chunk[index + 1].isPartOfAddress { return true }
      default: break
      }
    }
    return false
  }

  private static func words(
    of chunk: UnsafeBufferPointer<UInt8>, at offset: Int, _ body: (SpelledWord) -> Void
  ) {
    var word = Word()
    var position = 0
    var decoder = UTF8()
    var bytes = chunk.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) {
      let length = UTF8.width(scalar)
      if scalar.isApostrophe || scalar == "'" {
        word.join("'", length)
      } else if scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}" {
        word.join("-", length)
      } else if scalar.isIgnorable {
        word.skip(length)
      } else if scalar.isWordCharacter {
        word.append(scalar, at: offset + position, length)
      } else {
        word.finish(body)
        word = Word()
      }
      position += length
    }
    word.finish(body)
  }

  /// A word that is being read.
  private struct Word {
    private var text = String.UnicodeScalarView()
    private var start = 0
    /// In bytes.
    private var length = 0
    /// Joiners and what cannot be seen, which belong to the word if a letter follows.
    private var pending = (text: String.UnicodeScalarView(), length: 0)
    private var hasDigit = false
    private var hasSmallLetter = false

    mutating func append(_ scalar: Unicode.Scalar, at position: Int, _ width: Int) {
      if text.isEmpty {
        start = position
        pending = ("".unicodeScalars, 0)
      }
      text.append(contentsOf: pending.text)
      text.append(scalar)
      length += pending.length + width
      pending = ("".unicodeScalars, 0)
      hasDigit = hasDigit || scalar.properties.numericType != nil
      hasSmallLetter = hasSmallLetter || !scalar.properties.isUppercase
    }

    mutating func join(_ joiner: Unicode.Scalar, _ width: Int) {
      pending.text.append(joiner)
      pending.length += width
    }

    mutating func skip(_ width: Int) { pending.length += width }

    func finish(_ body: (SpelledWord) -> Void) {
      guard text.count > 1, !hasDigit, hasSmallLetter else { return }
      body(SpelledWord(text: String(text), range: start..<start + length))
    }
  }
}

extension UInt8 {
  fileprivate var isPartOfAddress: Bool {
    isASCIILetter || isASCIIDigit || self == UInt8(ascii: "/")
  }
}
