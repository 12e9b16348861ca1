/// Finds the words and sentences of one block of text, in one pass over its bytes.
///
/// A letter, a digit and an apostrophe within a word belong to a word. Dashes, quotation marks and
/// no-break spaces do not, although they are several bytes. Nor does NUL, which is written for a
/// citation.
struct WordScan {
  struct Word {
    let start: Int32
    let end: Int32
    /// The groups of vowels up to its end.
    let groups: Int32
    /// 1 for the first word of a sentence, otherwise 0.
    let isFirst: Int32

    @inline(__always)
    func isNumber(in bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes[Int(start)].isASCIIDigit }

    /// Whether it has a capital in the middle of a sentence.
    @inline(__always)
    func isName(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      guard bytes[Int(start)].isASCIICapital, isFirst == 0, end - start > 1 else { return false }
      let before = bytes[Int(start) - 1]
      guard before == UInt8(ascii: " ") || before == UInt8(ascii: "\n") else { return false }
      // I’m, I've
      let next = bytes[Int(start) + 1]
      return next != UInt8(ascii: "'") && next != 0xE2
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let words: UnsafeMutableBufferPointer<Word>
  private(set) var count = 0
  private(set) var block = Readability.Block()
  /// The place of the first word of the sentence.
  private var sentenceStart = 0
  /// How many words of the sentence are joined to the one before by a hyphen or a point.
  private var joined = 0

  /// - Parameter words: room for the words, and for one more.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ words: UnsafeMutableBufferPointer<Word>) {
    self.bytes = bytes
    self.words = words
  }

  mutating func run(longerThan limit: Int, _ sentence: (Range<Int>, Int) -> Void) {
    ByteClass.table.withUnsafeBufferPointer { classes in
      var groups: Int32 = 0
      var previous: UInt8 = 0
      var start: Int32 = 0
      var offset = 0
      while offset < bytes.count {
        var kind = classes[Int(bytes[offset])]
        let isSpecial = kind & ByteClass.special != 0
        var length = 1
        if isSpecial {
          length = Self.length(of: bytes, at: offset)
          kind = Self.isWordPart(bytes, at: offset, length, after: previous) ? ByteClass.word : 0
        }
        let place = Int32(truncatingIfNeeded: offset)
        // A vowel after a byte that is not one.
        groups &+= Int32(kind & ~previous & ByteClass.vowel) >> 1
        start = kind & ~previous & ByteClass.word != 0 ? place : start
        words[count] = Word(
          start: start, end: place, groups: groups, isFirst: count == sentenceStart ? 1 : 0)
        count &+= Int(previous & ~kind & ByteClass.word)
        previous = kind
        if isSpecial, length == 1 { mark(at: offset, limit, sentence) }
        offset += length
      }
      words[count] = Word(
        start: start, end: Int32(truncatingIfNeeded: offset), groups: groups,
        isFirst: count == sentenceStart ? 1 : 0)
      count &+= Int(previous & ByteClass.word)
    }
    endSentence(at: bytes.count, limit, sentence)
  }

  /// A full stop, an exclamation or question mark, or a hyphen.
  private mutating func mark(at offset: Int, _ limit: Int, _ sentence: (Range<Int>, Int) -> Void) {
    let isInside =
      offset > 0 && offset + 1 < bytes.count && bytes[offset - 1].isWordByte
      && bytes[offset + 1].isASCIILetterOrDigit
    if isInside {
      // well-known, e.g., 3.5
      joined += 1
    } else if bytes[offset] != UInt8(ascii: "-"), count > sentenceStart,
      SentenceEnd.isAt(offset, in: bytes)
    {
      endSentence(at: offset + 1, limit, sentence)
    }
  }

  private mutating func endSentence(
    at end: Int, _ limit: Int, _ sentence: (Range<Int>, Int) -> Void
  ) {
    guard count > sentenceStart else { return }
    let length = max(count - sentenceStart - joined, 1)
    if length > limit { sentence(Int(words[sentenceStart].start)..<end, length) }
    block.sentences += 1
    block.words += length
    sentenceStart = count
    joined = 0
  }

  /// The length of a character that may be punctuation.
  @inline(__always)
  private static func length(of bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    switch bytes[offset] {
    case 0xE2: min(3, bytes.count - offset)
    case 0xC2: min(2, bytes.count - offset)
    default: 1
    }
  }

  /// Whether a character that may be punctuation is an apostrophe between two letters.
  @inline(__always)
  private static func isWordPart(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ length: Int, after previous: UInt8
  ) -> Bool {
    length == 3 && previous & ByteClass.word != 0 && bytes[offset + 1] == 0x80
      && bytes[offset + 2] == 0x99 && offset + 3 < bytes.count && bytes[offset + 3].isWordByte
      && bytes[offset + 3] != 0xE2
  }
}

/// The class of a byte as bits, and its code as a letter of a `SilentEnding`.
enum ByteClass {
  static let word: UInt8 = 1
  static let vowel: UInt8 = 2
  static let letterShift: UInt8 = 3
  /// A mark that may end a sentence or join two words, or the first byte of one.
  static let special: UInt8 = 64

  static let table: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    kind(of: byte) | SilentEnding.code(of: byte) << letterShift
  }

  private static func kind(of byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "-"), 0xC2, 0xE2:
      return special
    case UInt8(ascii: "'"), 0x80...: return word
    default:
      let isVowel = byte.isASCIILetter && (byte | 0x20).isOne(of: "aeiouy")
      if isVowel { return word | vowel }
      return byte.isASCIILetterOrDigit ? word : 0
    }
  }
}
