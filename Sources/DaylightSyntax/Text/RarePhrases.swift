/// Finds phrases that hardly any text has, at a fraction of the cost of a `PhraseMatcher`, which
/// runs only where a word begins like one of the phrases.
struct RarePhrases: Sendable {
  private let matcher: PhraseMatcher
  /// The phrases in lower case, grouped by how they may begin.
  private var groups: [[[UInt8]]] = [[]]
  /// For each hash of four bytes, the group of the phrases that may begin with them. The first group
  /// is empty.
  private var beginnings = [UInt8](repeating: 0, count: 4096)

  /// - Parameter phrases: of more than four bytes each, in ASCII.
  init(_ phrases: [PhraseMatcher.Phrase]) {
    matcher = PhraseMatcher(phrases)
    for phrase in phrases {
      let text = phrase.text.utf8.map(\.asciiLowercased)
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
    var offset = nextBeginning(from: 0, in: text)
    while offset < text.count {
      if text[offset].isWordByte, offset == 0 || !text[offset - 1].isWordByte,
        mayMatch(from: offset, in: text)
      {
        collect(from: offset, in: text, &matches)
      }
      offset = nextBeginning(from: offset + 1, in: text)
    }
    return matches
  }

  /// The next offset where four bytes are such that a phrase may begin with them, or the end of the
  /// text. This reads every byte of a site’s text.
  private func nextBeginning(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let memory = UnsafeRawPointer(text.baseAddress) else { return text.count }
    return beginnings.withUnsafeBufferPointer { beginnings in
      var offset = start
      while offset < text.count - 4 {
        let key = memory.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        if beginnings[Self.slot(of: key)] != 0 { return offset }
        offset += 1
      }
      return text.count
    }
  }

  /// Whether a phrase may begin at an offset, as far as can be told without decoding characters
  /// outside ASCII.
  private func mayMatch(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let key = UnsafeRawPointer(text.baseAddress)?
      .loadUnaligned(fromByteOffset: start, as: UInt32.self)
    return groups[Int(beginnings[Self.slot(of: key ?? 0)])].contains { phrase in
      var offset = start
      for (index, byte) in phrase.enumerated() {
        guard offset < text.count else { return false }
        let found = text[offset].asciiLowercased
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
