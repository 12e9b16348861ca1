/// The words of a text, kept as numbers: whether a phrase could occur in it can be asked long after
/// the text is gone.
///
/// The answer errs only on one side: a text that a `PhraseMatcher` finds the phrase in always may
/// contain it. The numbers depend on nothing but the text, so that they can be stored.
package struct WordSet: Sendable, Hashable {
  /// Sorted, each once.
  package private(set) var hashes: [UInt64] = []

  package init() {}

  package init(_ text: Span<UInt8>) { insert(text) }

  /// Numbers that an earlier `hashes` held.
  package init(hashes: [UInt64]) {
    self.hashes = hashes
    makeUnique()
  }

  /// Adds the words of a text. Costs the sorting of the whole set, so give it large pieces.
  package mutating func insert(_ text: Span<UInt8>) {
    // Most words of a text are a few common ones: those just seen are not kept again.
    // Each slot begins with a number that does not belong in it.
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
      // A byte from there on may begin a mark of the letter before it.
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
        if character.kind == .word {
          word = word ?? Word()
          word?.append(character.ascii)
        } else if !character.isIgnorable {
          // Letters of scripts without spaces are no words that could be told apart, and kept out.
          end()
        }
        offset += character.length
      }
    }
    end()
    makeUnique()
  }

  /// Whether the text has every word of the phrase. `false` is certain.
  package func mayContain(_ phrase: String) -> Bool {
    mayContain(phrase.withUTF8Span { WordSet($0) })
  }

  /// Whether the text has all words of a phrase that is asked for often.
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

  /// The 64-bit FNV-1a hash of a word's folded characters. Runs of characters outside ASCII count as
  /// one: their spellings differ in number, and this needs no table of them.
  private struct Word {
    private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    private var endsOutsideASCII = false

    mutating func append(_ ascii: UInt8?) {
      if ascii == nil, endsOutsideASCII { return }
      hash = (hash ^ UInt64(ascii ?? 0xFF)) &* 0x100_0000_01B3
      endsOutsideASCII = ascii == nil
    }
  }
}
