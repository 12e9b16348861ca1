import DaylightSyntax

/// Finds phrases that hardly any text has, at a fraction of what a `PhraseMatcher` costs alone: it is
/// asked only where a word begins with the same four bytes as one of the phrases.
struct RarePhrases: Sendable {
  private let matcher: PhraseMatcher
  /// A bit for each hash of the first four bytes of a phrase, in lower case.
  private var beginnings = [Bool](repeating: false, count: 4096)

  /// - Parameter phrases: of more than four bytes each, in ASCII.
  init(_ phrases: [PhraseMatcher.Phrase]) {
    matcher = PhraseMatcher(phrases)
    for phrase in phrases {
      phrase.text.withUTF8Span { text in
        var key: UInt32 = 0
        for offset in 0..<min(text.count, 4) {
          key = key << 8 | UInt32(asciiLowercased(text[offset]))
        }
        beginnings[Self.slot(of: key)] = true
      }
    }
  }

  func matches(in text: [UInt8]) -> [PhraseMatcher.Match] {
    var matches: [PhraseMatcher.Match] = []
    let span = text.span
    let beginnings = beginnings.span
    let isWord = Self.wordBytes.span
    var followsWord = false
    for offset in 0..<max(0, span.count - 4) {
      let isInWord = isWord[unchecked: Int(span[unchecked: offset])]
      if isInWord, !followsWord {
        var key: UInt32 = 0
        for next in offset..<offset + 4 {
          key = key << 8 | UInt32(asciiLowercased(span[unchecked: next]))
        }
        if beginnings[unchecked: Self.slot(of: key)] { collect(from: offset, in: text, &matches) }
      }
      followsWord = isInWord
    }
    return matches
  }

  /// Longer than any phrase, in bytes.
  private static let reach = 40

  private func collect(
    from start: Int, in text: [UInt8], _ matches: inout [PhraseMatcher.Match]
  ) {
    // One byte back, so that the matcher sees whether a word begins here.
    let base = max(0, start - 1)
    let window = text.span.extracting(base..<min(text.count, start + Self.reach))
    for match in matcher.matches(in: window) where base + match.range.lowerBound == start {
      let range = start..<base + match.range.upperBound
      if matches.last.map({ $0.range.upperBound <= start }) ?? true {
        matches.append(PhraseMatcher.Match(range: range, phrase: match.phrase))
      }
    }
  }

  @inline(__always)
  private static func slot(of key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 20) }

  /// Letters, digits, and all that is not ASCII.
  private static let wordBytes: [Bool] = (0..<256).map { byte in
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
