/// The words that phrases are made of, numbered from 1. A word of a text that is none of them is 0.
struct PhraseWords: Sendable {
  typealias Number = UInt16

  let clauses: ClauseWords
  let spelling: Spelling
  /// The bytes of all words, one after another, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int32] = [0]
  /// The words by hash, with the next free slot for those that meet. Its size is a power of two.
  private var table = [Slot](repeating: Slot(), count: 1 << 12)

  /// A word and the hash of its bytes: most words that are not the same are told apart by it.
  private struct Slot {
    var number: Number = 0
    var hash: UInt32 = 0
  }

  init(_ clauses: ClauseWords, _ spelling: Spelling) {
    self.clauses = clauses
    self.spelling = spelling
  }

  var count: Int { ends.count }

  /// The number of a word in the form in which words are compared.
  mutating func insert(_ word: [UInt8]) -> Number {
    let hash = Self.hash(word)
    let place = place(of: word, hash)
    if table[place].number != 0 { return table[place].number }
    // More words than numbers: the last one is found where any of the rest would be.
    guard count < Int(Number.max) else { return Number(count - 1) }
    let number = Number(count)
    bytes += word
    ends.append(Int32(bytes.count))
    table[place] = Slot(number: number, hash: hash)
    if count * 2 > table.count { enlarge() }
    return number
  }

  mutating func insert(_ word: String) -> Number { insert(Array(word.utf8)) }

  /// Where a word is in the table, or belongs.
  private func place(of word: [UInt8], _ hash: UInt32) -> Int {
    word.withUnsafeBufferPointer { place(of: $0, $0.indices, hash) }
  }

  /// - Parameter hash: of the bytes in lower case.
  @inline(__always)
  private func place(
    of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ hash: UInt32
  ) -> Int {
    let mask = table.count - 1
    var place = Int(truncatingIfNeeded: Self.spread(hash)) & mask
    while case let slot = table[place], slot.number != 0,
      slot.hash != hash || !isEqual(slot.number, text, range)
    {
      place = (place + 1) & mask
    }
    return place
  }

  private func isEqual(
    _ number: Number, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let word = self.range(of: number)
    guard word.count == range.count else { return false }
    for (own, other) in zip(word, range) where bytes[own] != text[other].asciiLowercased {
      return false
    }
    return true
  }

  private func range(of number: Number) -> Range<Int> {
    number == 0 ? 0..<0 : Int(ends[Int(number) - 1])..<Int(ends[Int(number)])
  }

  private mutating func enlarge() {
    let slots = table.filter { $0.number != 0 }
    table = [Slot](repeating: Slot(), count: table.count * 2)
    let mask = table.count - 1
    for slot in slots {
      var place = Int(truncatingIfNeeded: Self.spread(slot.hash)) & mask
      while table[place].number != 0 { place = (place + 1) & mask }
      table[place] = slot
    }
  }

  static let emptyHash: UInt32 = 0x811C_9DC5

  @inline(__always)
  static func hash(_ hash: UInt32, adding byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
  }

  private static func hash(_ word: [UInt8]) -> UInt32 {
    word.reduce(emptyHash) { hash($0, adding: $1) }
  }

  @inline(__always)
  private static func spread(_ hash: UInt32) -> UInt32 { hash ^ hash >> 15 }

  /// The number of a word of ASCII letters, whatever its case.
  ///
  /// - Parameter hash: of its bytes in lower case.
  @inline(__always)
  func number(
    of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, hash: UInt32
  ) -> Number {
    table[place(of: text, range, hash)].number
  }

  func number(of word: [UInt8]) -> Number { table[place(of: word, Self.hash(word))].number }

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
