import DaylightSyntax

/// Finds phrases that hardly any text has, at a fraction of what a `PhraseMatcher` costs alone: it is
/// asked only where a word begins as one of the phrases and goes on so.
struct RarePhrases: Sendable {
  private let matcher: PhraseMatcher
  /// The texts of the phrases, in lower case, together with those that may begin alike.
  private var groups: [[[UInt8]]] = [[]]
  /// For each hash of four bytes, the group of the phrases that may begin with them. The first group
  /// is empty.
  private var beginnings = [UInt8](repeating: 0, count: 4096)

  /// - Parameter phrases: of more than four bytes each, in ASCII.
  init(_ phrases: [PhraseMatcher.Phrase]) {
    matcher = PhraseMatcher(phrases)
    for phrase in phrases {
      let text = Array(phrase.text.utf8).asciiLowercase
      let slot = text.withUnsafeBytes { Self.slot(of: $0.loadUnaligned(as: UInt32.self)) }
      if beginnings[slot] == 0 {
        beginnings[slot] = UInt8(groups.count)
        groups.append([])
      }
      groups[Int(beginnings[slot])].append(text)
    }
  }

  func matches(in text: UnsafeBufferPointer<UInt8>) -> [PhraseMatcher.Match] {
    var matches: [PhraseMatcher.Match] = []
    guard text.count > 4, let start = UnsafeRawPointer(text.baseAddress) else { return [] }
    beginnings.withUnsafeBufferPointer { beginnings in
      for offset in 0..<text.count - 4 {
        let key = start.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        let group = beginnings[Self.slot(of: key)]
        guard group != 0, isWord(text[offset]), offset == 0 || !isWord(text[offset - 1]),
          mayMatch(Int(group), from: offset, in: text)
        else { continue }
        collect(from: offset, in: text, &matches)
      }
    }
    return matches
  }

  /// Whether a phrase of a group stands at an offset, as far as can be said without looking at each character
  /// outside of ASCII.
  private func mayMatch(
    _ group: Int, from start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    groups[group].contains { phrase in
      var offset = start
      for (index, byte) in phrase.enumerated() {
        guard offset < text.count else { return false }
        let found = asciiLowercased(text[offset])
        if found == byte, byte != UInt8(ascii: " ") || index < 4 {
          offset += 1
        } else if index < 4 {
          return false
        } else if found >= 0x80 {
          return true
        } else if byte == UInt8(ascii: " "), found <= 0x20 {
          while offset < text.count, text[offset] <= 0x20 { offset += 1 }
        } else {
          return false
        }
      }
      return true
    }
  }

  /// Longer than any phrase, in bytes.
  private static let reach = 40

  private func collect(
    from start: Int, in text: UnsafeBufferPointer<UInt8>, _ matches: inout [PhraseMatcher.Match]
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

  /// Of four bytes in any case.
  @inline(__always)
  private static func slot(of key: UInt32) -> Int {
    Int(truncatingIfNeeded: ((key | 0x2020_2020) &* 0x9E37_79B1) >> 20)
  }
}

/// Letters, digits, and all that is not ASCII.
@inline(__always)
private func isWord(_ byte: UInt8) -> Bool {
  byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
}
