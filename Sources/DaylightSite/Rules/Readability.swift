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
    var word: [UInt8] = []
    var wordsInSentence = 0
    func isWordByte(_ byte: UInt8) -> Bool {
      byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte >= 0x80
        || byte == UInt8(ascii: "'")
    }
    for byte in bytes {
      if isWordByte(byte) {
        word.append(byte | (byte < 0x80 ? 0x20 : 0))
        continue
      }
      if !word.isEmpty {
        words += 1
        wordsInSentence += 1
        syllables += Self.syllables(in: word)
        word.removeAll(keepingCapacity: true)
      }
      let endsSentence =
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
        || byte == UInt8(ascii: ":")
      if endsSentence, wordsInSentence > 0 {
        sentences += 1
        wordsInSentence = 0
      }
    }
    if !word.isEmpty {
      words += 1
      wordsInSentence += 1
      syllables += Self.syllables(in: word)
    }
    if wordsInSentence > 0 { sentences += 1 }
  }

  /// Groups of vowels, less a silent final `e`, `es` or `ed`; at least one.
  static func syllables(in word: [UInt8]) -> Int {
    var count = 0
    var wasVowel = false
    for byte in word {
      let isVowel = [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(byte)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    let e = UInt8(ascii: "e")
    let l = UInt8(ascii: "l")
    if word.count > 2, word.last == e, word[word.count - 2] != l { count -= 1 }
    if word.count > 3, word[word.count - 2] == e, let last = word.last {
      let before = word[word.count - 3]
      let isSounded =
        last == UInt8(ascii: "d")
        ? before == UInt8(ascii: "t") || before == UInt8(ascii: "d")
        : last == UInt8(ascii: "s")
          && [0x73, 0x78, 0x7A, 0x63, 0x67, 0x68].contains(before)
      if last == UInt8(ascii: "d") || last == UInt8(ascii: "s"), !isSounded { count -= 1 }
    }
    return max(count, 1)
  }
}

/// The reading grade of one section of a page.
package struct SectionReadability: Sendable, Hashable {
  /// The section's heading, or nothing for the text before the first.
  package let heading: Heading?
  package let line: Int
  package let measure: Readability
}
