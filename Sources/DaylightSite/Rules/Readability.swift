/// How hard a stretch of text is to read, as the Flesch-Kincaid grade sees it.
///
/// Grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid and others,
/// 1975). It only counts; it cannot tell whether a text makes sense, so it warns and never fails a
/// build (CNT-09).
package struct Readability: Sendable, Hashable {
  package private(set) var sentences = 0
  package private(set) var words = 0
  package private(set) var syllables = 0

  package init() {}

  package var grade: Double? {
    guard words >= 30, sentences > 0 else { return nil }
    return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words)
      - 15.59
  }

  /// Adds a block of text, which ends a sentence whether or not a full stop does.
  package mutating func add(block bytes: some Collection<UInt8>) {
    let block = Array(bytes)
    block.withUnsafeBufferPointer { add(block: $0) }
  }

  /// The same for bytes that lie side by side.
  package mutating func add(block bytes: UnsafeBufferPointer<UInt8>) {
    ByteClass.table.withUnsafeBufferPointer { classes in
      var wordsInSentence = 0
      var offset = 0
      while offset < bytes.count {
        let kind = classes[Int(bytes[offset])]
        if kind >= ByteClass.consonant {
          let start = offset
          var groups = 0
          var previous = ByteClass.consonant
          repeat {
            let kind = classes[Int(bytes[offset])]
            if kind < ByteClass.consonant { break }
            // A vowel after what is none.
            groups += Int(kind & ~previous & 1)
            previous = kind
            offset += 1
          } while offset < bytes.count
          words += 1
          wordsInSentence += 1
          let word = UnsafeBufferPointer(rebasing: bytes[start..<offset])
          syllables += max(groups - Self.silentEndings(of: word), 1)
          continue
        }
        if kind == ByteClass.endOfSentence, wordsInSentence > 0 {
          sentences += 1
          wordsInSentence = 0
        }
        offset += 1
      }
      if wordsInSentence > 0 { sentences += 1 }
    }
  }

  /// Groups of vowels, less a silent final `e`, `es` or `ed`; at least one.
  static func syllables(in word: [UInt8]) -> Int {
    var measure = Readability()
    measure.add(block: word)
    return measure.syllables
  }

  /// How many of the groups of vowels of a word are a final `e`, `es` or `ed` that is not heard.
  private static func silentEndings(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let count = word.count
    guard count > 2 else { return 0 }
    func folded(_ offset: Int) -> UInt8 { word[offset] < 0x80 ? word[offset] | 0x20 : word[offset] }
    let last = folded(count - 1)
    let beforeLast = folded(count - 2)
    if last == UInt8(ascii: "e") { return beforeLast == UInt8(ascii: "l") ? 0 : 1 }
    guard count > 3, beforeLast == UInt8(ascii: "e") else { return 0 }
    let before = folded(count - 3)
    switch last {
    case UInt8(ascii: "d"):
      return before == UInt8(ascii: "t") || before == UInt8(ascii: "d") ? 0 : 1
    case UInt8(ascii: "s"):
      switch before {
      case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"), UInt8(ascii: "c"),
        UInt8(ascii: "g"), UInt8(ascii: "h"):
        return 0
      default: return 1
      }
    default: return 0
    }
  }
}

/// What a byte is to the measure: the parts of words are the highest two.
private enum ByteClass {
  static let other: UInt8 = 0
  static let endOfSentence: UInt8 = 1
  static let consonant: UInt8 = 2
  static let vowel: UInt8 = 3

  static let table: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): endOfSentence
    case UInt8(ascii: "'"), 0x80...: consonant
    default:
      switch byte | 0x20 {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"), UInt8(ascii: "y"):
        vowel
      case UInt8(ascii: "a")...UInt8(ascii: "z"): consonant
      default: other
      }
    }
  }
}

/// The reading grade of one section of a page.
package struct SectionReadability: Sendable, Hashable {
  /// The section's heading, or nothing for the text before the first.
  package let heading: Heading?
  package let line: Int
  package let measure: Readability
}
