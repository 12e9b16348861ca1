/// Finds all occurrences of many phrases in a text in one pass.
///
/// Characters are compared as `FoldedCharacter` describes: without case unless a phrase is exact,
/// in any Unicode encoding, with any run of white space (including a line break) for a space. A word
/// whose capitals are spelt differently is also found in capitals (`CapitalForms`): `Maß` is found in
/// `MASS`, but not in `Mass`. NUL matches nothing, so it can mark what no phrase may cross.
///
/// A match begins and ends at a word boundary. Letters, numbers, marks and connectors are part of a
/// word, and so is an apostrophe or hyphen between two of them: `bond` is not found in `bonds`,
/// `bond's` or `trauma-bond`, nor `trauma` in `trauma-informed`. Such forms must be phrases of
/// their own. After an elided article, as in `l'emprise`, a new word begins (`Elision`), and so it
/// does after the one-letter words of Arabic and Hebrew (`AttachedPrefix`). In scripts without spaces
/// every letter may begin or end one.
///
/// The phrases are stored as a trie in two arrays, which is walked from the start of each word. The
/// cost is linear in the text; a word that begins like a phrase is read as far as it matches.
package struct PhraseMatcher: Sendable {
  package struct Phrase: Sendable, Hashable {
    package var text: String
    /// What a match reports. Several phrases may share one.
    package var id: Int
    /// Whether it matches only in its own case.
    package var isExact: Bool

    package init(_ text: String, id: Int, isExact: Bool = false) {
      self.text = text
      self.id = id
      self.isExact = isExact
    }
  }

  package struct Match: Sendable, Hashable {
    /// In bytes.
    package var range: Range<Int>
    /// The `id` of the phrase.
    package var phrase: Int

    package init(range: Range<Int>, phrase: Int) {
      self.range = range
      self.phrase = phrase
    }
  }

  /// The phrase in the form in which it is compared. Two phrases that are not exact match the same
  /// text if and only if their keys are equal, except for capitals that are spelt differently.
  package static func key(of phrase: String, spelling: Spelling = .common) -> String {
    phrase.withUTF8Span { FoldedCharacter.text($0, folding: spelling.caseFolding) }
  }

  private let trie: PhraseTrie
  private let spelling: Spelling

  /// Phrases of only white space are left out. Of two that match the same text, an exact one wins,
  /// then the lower `id`.
  package init(_ phrases: [Phrase], spelling: Spelling = .common) {
    trie = PhraseTrie(phrases, spelling)
    self.spelling = spelling
  }

  /// The matches in text order: the longest at each position, without overlaps.
  package func matches(in text: Span<UInt8>) -> [Match] {
    var matches: [Match] = []
    forEachMatch(in: text) { matches.append($0) }
    return matches
  }

  /// Calls `body` with each of `matches(in:)`; allocates nothing for ASCII text.
  package func forEachMatch(in text: Span<UInt8>, _ body: (Match) -> Void) {
    text.withUnsafeBufferPointer { bytes in
      Self.kinds.withUnsafeBufferPointer { kinds in
        trie.read { trie in forEachMatch(in: bytes, kinds, trie, body) }
      }
    }
  }

  /// The same for a text whose word starts are known: several times faster.
  package func forEachMatch(in text: Span<UInt8>, from starts: WordStarts, _ body: (Match) -> Void)
  {
    if trie.startsOutsideWords { return forEachMatch(in: text, body) }
    text.withUnsafeBufferPointer { text in
      Self.kinds.withUnsafeBufferPointer { kinds in
        trie.read { trie in
          starts.withOffsets(ofThose: { trie.startBit($0) }) { offsets in
            var end = 0
            for offset in offsets {
              let start = Int(offset)
              guard start >= end, let first = trie.start(in: text, at: start),
                let match = longestMatch(in: text, from: start, first, kinds, trie)
              else { continue }
              body(match)
              end = match.range.upperBound
            }
          }
        }
      }
    }
  }

  private func forEachMatch(
    in text: UnsafeBufferPointer<UInt8>, _ kinds: UnsafeBufferPointer<FoldedCharacter.Kind>,
    _ trie: PhraseTrie.Reader, _ body: (Match) -> Void
  ) {
    // Whether a word character came before, or a joiner after one.
    var followsWord = false
    var followsJoinedWord = false
    var prefix = AttachedPrefix(isAllowed: spelling.attachesPrefixes)
    var offset = 0
    while offset < text.count {
      let (kind, length) = Self.kind(in: text, at: offset, kinds)
      let isStart =
        switch kind {
        case .word:
          followsJoinedWord ? Elision.ends(text, before: offset) : !followsWord
        case .unspaced: true
        default: trie.startsOutsideWords
        }
      if isStart, trie.mayStart(WordPrefix.number(in: text, at: offset)),
        let start = trie.start(in: text, at: offset),
        let match = longestMatch(in: text, from: offset, start, kinds, trie)
      {
        body(match)
        offset = match.range.upperBound
        followsWord = !Self.isUnspaced(text, before: offset)
        followsJoinedWord = false
        continue
      }
      let start = offset
      offset += length
      if length > 1, kind == .word {
        let character = FoldedCharacter(in: text.span, at: start)
        if character.isIgnorable { continue }
        if prefix.ends(with: character, at: start, startsWord: isStart, in: text.span) {
          (followsWord, followsJoinedWord) = (false, false)
          continue
        }
      }
      if kind == .word {
        while offset < text.count, kinds[Int(text[offset])] == .word { offset += 1 }
      }
      followsJoinedWord = kind == .joiner && followsWord
      followsWord = kind == .word
    }
  }

  /// The kind of the character at an offset. After an ASCII character, marks count as separate
  /// characters.
  @inline(__always)
  private static func kind(
    in text: UnsafeBufferPointer<UInt8>, at offset: Int,
    _ kinds: UnsafeBufferPointer<FoldedCharacter.Kind>
  ) -> (kind: FoldedCharacter.Kind, length: Int) {
    let byte = text[offset]
    if byte < 0x80 { return (kinds[Int(byte)], 1) }
    let character = FoldedCharacter(in: text.span, at: offset)
    return (character.kind, character.length)
  }

  /// Whether the character that ends before an offset is a letter of a script without spaces.
  private static func isUnspaced(
    _ text: UnsafeBufferPointer<UInt8>, before offset: Int
  ) -> Bool {
    var start = offset
    while start > 0, text[start - 1] >= 0x80 {
      start -= 1
      if isContinuationByte(text[start]) { continue }
      let character = FoldedCharacter(in: text.span, at: start)
      if start + character.length == offset, character.kind == .unspaced { return true }
      if character.kind != .word { return false }
    }
    return false
  }

  /// By byte; the bytes from 0x80 on are `other`.
  private static let kinds = (UInt8.min...UInt8.max).map {
    FoldedCharacter.kind(ofASCII: $0)
  }
}

extension PhraseMatcher {
  private func longestMatch(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, _ first: PhraseTrie.Step,
    _ kinds: UnsafeBufferPointer<FoldedCharacter.Kind>, _ trie: PhraseTrie.Reader
  ) -> Match? {
    var best: Match?
    var node = first.node
    var offset = start + first.length
    while true {
      if trie.isEnd(node), Self.isBoundary(in: text, after: offset, kinds),
        let id = self.trie.phrase(
          endingAt: node, spelt: UnsafeBufferPointer(rebasing: text[start..<offset]))
      {
        best = Match(range: start..<offset, phrase: id)
      }
      guard offset < text.count, let step = trie.step(from: node, in: text, at: offset) else {
        return best
      }
      node = step.node
      offset += step.length
    }
  }

  /// Whether no word continues at `offset`.
  private static func isBoundary(
    in text: UnsafeBufferPointer<UInt8>, after offset: Int,
    _ kinds: UnsafeBufferPointer<FoldedCharacter.Kind>
  ) -> Bool {
    guard offset < text.count else { return true }
    var next = kind(in: text, at: offset, kinds)
    if next.kind == .joiner, offset + next.length < text.count {
      next = kind(in: text, at: offset + next.length, kinds)
    }
    return next.kind != .word || isUnspaced(text, before: offset)
  }
}
