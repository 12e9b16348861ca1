/// The words that phrases are made of, numbered from 1. A word of a text that is none of them is 0.
struct PhraseWords: Sendable {
  typealias Number = UInt16

  let clauses: ClauseWords
  let spelling: Spelling
  private var texts: [[UInt8]] = [[]]
  /// The numbers by hash, with the next free place for those that meet. Its size is a power of two.
  private var table = [Number](repeating: 0, count: 1 << 12)

  init(_ clauses: ClauseWords, _ spelling: Spelling) {
    self.clauses = clauses
    self.spelling = spelling
  }

  var count: Int { texts.count }

  /// The number of a word in the form in which words are compared.
  mutating func insert(_ word: [UInt8]) -> Number {
    let slot = slot(of: word)
    if table[slot] != 0 { return table[slot] }
    // More words than numbers: the last one is found where any of the rest would be.
    guard texts.count < Int(Number.max) else { return Number(texts.count - 1) }
    let number = Number(texts.count)
    texts.append(word)
    table[slot] = number
    if texts.count * 4 > table.count { enlarge() }
    return number
  }

  mutating func insert(_ word: String) -> Number { insert(Array(word.utf8)) }

  /// Where a word is in the table, or belongs.
  private func slot(of word: [UInt8]) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(word)) & (table.count - 1)
    while table[slot] != 0, texts[Int(table[slot])] != word {
      slot = (slot + 1) & (table.count - 1)
    }
    return slot
  }

  private mutating func enlarge() {
    table = [Number](repeating: 0, count: table.count * 2)
    for (number, text) in texts.enumerated().dropFirst() {
      table[slot(of: text)] = Number(number)
    }
  }

  static let emptyHash: UInt32 = 0x811C_9DC5

  @inline(__always)
  static func hash(_ hash: UInt32, adding byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
  }

  static func hash(_ word: [UInt8]) -> UInt32 {
    spread(word.reduce(emptyHash) { hash($0, adding: $1) })
  }

  @inline(__always)
  static func spread(_ hash: UInt32) -> UInt32 { hash ^ hash >> 15 }

  /// The number of a word of ASCII letters, whatever its case.
  ///
  /// - Parameter hash: of its bytes in lower case.
  @inline(__always)
  func number(
    of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, hash: UInt32
  ) -> Number {
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: Self.spread(hash)) & mask
    while table[slot] != 0 {
      let number = table[slot]
      if isEqual(texts[Int(number)], text, range) { return number }
      slot = (slot + 1) & mask
    }
    return 0
  }

  private func isEqual(
    _ word: [UInt8], _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard word.count == range.count else { return false }
    var offset = range.lowerBound
    for byte in word {
      if byte != text[offset].asciiLowercased { return false }
      offset += 1
    }
    return true
  }

  func number(of word: [UInt8]) -> Number { table[slot(of: word)] }

  func text(of number: Number) -> String { String(decoding: texts[Int(number)], as: UTF8.self) }

  /// The form in which words are compared: without case, with one kind of apostrophe.
  func folded(_ word: Span<UInt8>) -> [UInt8] {
    Array(FoldedCharacter.text(word, folding: spelling.caseFolding).utf8)
  }

  /// The words that a text between two spaces or hyphens counts as: “don’t” is “do” and “not”.
  func pieces(of word: [UInt8]) -> [[UInt8]] {
    guard word.contains(UInt8(ascii: "'")) || word.count == 6 else { return [word] }
    let text = String(decoding: word, as: UTF8.self)
    if let whole = clauses.contractions[text] { return whole.map { Array($0.utf8) } }
    for (ending, full) in clauses.contractedEndings
    where text.utf8.count > ending.utf8.count && text.hasSuffix(ending) {
      return [Array(word.dropLast(ending.utf8.count)), Array(full.utf8)]
    }
    for (ending, _) in clauses.ambiguousEndings
    where text.utf8.count > ending.utf8.count && text.hasSuffix(ending) {
      return [Array(word.dropLast(ending.utf8.count)), Array(ending.utf8)]
    }
    if let apostrophe = word.firstIndex(of: UInt8(ascii: "'")) {
      let isElided = word.withUnsafeBufferPointer { Elision.ends($0, before: apostrophe + 1) }
      if isElided, apostrophe + 1 < word.count {
        return [Array(word[...apostrophe]), Array(word[(apostrophe + 1)...])]
      }
    }
    return [word]
  }
}
