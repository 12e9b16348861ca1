/// The words of a text, stored as hashes, to check later whether a phrase could occur in it without
/// keeping the text.
///
/// False positives are possible, false negatives are not: if a `PhraseMatcher` finds the phrase,
/// the text may contain it. The hashes depend only on the text, so they can be stored.
package struct WordSet: Sendable, Hashable {
  /// Sorted, each once.
  package private(set) var hashes: [UInt64] = []

  package init() {}

  package init(_ text: Span<UInt8>) { insert(text) }

  /// Adds the words of a text. This sorts the whole set, so pass large pieces.
  package mutating func insert(_ text: Span<UInt8>) {
    // Most words of a text are a few common ones: words just seen are not added again. Each slot
    // starts with a number that cannot belong in it.
    var recent = [UInt64](1...1024)
    var word: Word?
    func end() {
      guard let hash = word?.hash else { return }
      word = nil
      let slot = Int(truncatingIfNeeded: hash % 1024)
      if recent[slot] != hash { hashes.append(hash) }
      recent[slot] = hash
    }
    var offset = 0
    while offset < text.count {
      let byte = text[unchecked: offset]
      // A byte from 0x80 on may begin a mark of the letter before it.
      if byte < 0x80,
        offset + 1 == text.count
          || text[unchecked: offset + 1] < FoldedCharacter.firstLeadByteOfMarks
      {
        if FoldedCharacter.kind(ofASCII: byte) == .word {
          word = word ?? Word()
          word?.append(FoldedCharacter.folding(ascii: byte))
        } else {
          end()
        }
        offset += 1
      } else {
        let character = FoldedCharacter(in: text, at: offset)
        if character.kind == .word, !AttachedPrefix.isLetter(character.base) {
          // An ignorable character here has no word before it.
          if !character.isIgnorable {
            word = word ?? Word()
            word?.append(character, in: text, at: offset)
          }
        } else {
          // Scripts without spaces, or with an `AttachedPrefix`, have no separable words, so they are
          // left out.
          end()
        }
        offset += character.length
      }
    }
    end()
    makeUnique()
  }

  /// Whether the text has every word of the phrase. `false` is definite.
  package func mayContain(_ phrase: String) -> Bool {
    mayContain(phrase.withUTF8Span { WordSet($0) })
  }

  /// The same for a phrase that is checked often.
  package func mayContain(_ phrase: WordSet) -> Bool {
    phrase.hashes.allSatisfy { contains($0) }
  }

  private func contains(_ hash: UInt64) -> Bool {
    var range = hashes.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if hashes[middle] == hash { return true }
      range = hashes[middle] < hash ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }

  private mutating func makeUnique() {
    hashes.sort()
    var count = 0
    for hash in hashes where count == 0 || hashes[count - 1] != hash {
      hashes[count] = hash
      count += 1
    }
    hashes.removeLast(hashes.count - count)
  }

  /// The 64-bit FNV-1a hash of a word's folded characters. A run of characters outside ASCII counts
  /// as one, because their encodings differ in length, and this avoids a table.
  private struct Word {
    private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    private var endsOutsideASCII = false

    /// Appends a character so that all its spellings give the same hash: ß as ss; i, I, ı and İ as i.
    mutating func append(_ character: FoldedCharacter, in text: Span<UInt8>, at offset: Int) {
      if let ascii = character.ascii { return append(ascii) }
      switch character.base {
      case _ where character.isLigature:
        let scalars = FoldedCharacter.scalars(text, at: offset, character.length, .common)
        for letter in FoldedCharacter.letters(of: scalars) {
          append(
            letter.first.flatMap { scalar in
              letter.dropFirst().isEmpty ? FoldedCharacter.ascii(of: scalar, .word) : nil
            })
        }
      case "ß", "ẞ":
        append(UInt8(ascii: "s"))
        append(UInt8(ascii: "s"))
      case "i", "I", "ı", "İ":
        let scalars = FoldedCharacter.scalars(text, at: offset, character.length, .dotlessI)
        append(scalars.dropFirst().isEmpty ? UInt8(ascii: "i") : nil)
      default: append(nil)
      }
    }

    mutating func append(_ ascii: UInt8?) {
      if ascii == nil, endsOutsideASCII { return }
      hash = (hash ^ UInt64(ascii ?? 0xFF)) &* 0x100_0000_01B3
      endsOutsideASCII = ascii == nil
    }
  }
}
