/// Tells the end of a sentence from the point of an abbreviation, a number or an address.
enum SentenceEnd {
  /// - Parameter offset: of a full stop, an exclamation or question mark.
  static func isAt(_ offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = offset + 1
    // A row of thousands of dots would otherwise be read again from each of them.
    let furthest = min(bytes.count, offset + longestRow)
    while next < furthest, let length = quote(in: bytes, at: next, 0x99, 0x9D) { next += length }
    guard next < bytes.count else { return true }
    let gap = next
    while next < bytes.count, bytes[next] <= 0x20 || isNoBreakSpace(bytes, at: next) {
      next += bytes[next] == 0xC2 ? 2 : 1
    }
    // Within a number, an address or a name such as example.org.
    if next == gap { return !bytes[next].isASCIILetterOrDigit }
    while next < bytes.count, let length = quote(in: bytes, at: next, 0x98, 0x9C) { next += length }
    guard next < bytes.count else { return true }
    // “Why?” she asked; e.g. this
    if bytes[next].isASCIISmallLetter { return false }
    return bytes[offset] != UInt8(ascii: ".") || !isAbbreviation(before: offset, next, in: bytes)
  }

  private static let longestRow = 64

  private static func isAbbreviation(
    before offset: Int, _ next: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var start = offset
    while start > 0, offset - start < 8, bytes[start - 1].isASCIILetter { start -= 1 }
    let length = offset - start
    if length == 1, start == 0 || !bytes[start - 1].isWordByte, bytes[start] != UInt8(ascii: "I") {
      // An initial, or the last letter of “N.H.S.” or “e.g.”: the sentence goes on, unless a word
      // follows with which sentences begin.
      return !beginners.contains(word(in: bytes, from: next))
    }
    guard 2...6 ~= length else { return false }
    let abbreviation = String(decoding: bytes[start..<offset], as: UTF8.self).lowercased()
    if bytes[next].isASCIIDigit { return beforeNumbers.contains(abbreviation) }
    return titles.contains(abbreviation)
  }

  private static func word(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> String {
    let rest = bytes[start..<min(bytes.count, start + 12)]
    return String(decoding: rest.prefix { $0.isASCIILetter }, as: UTF8.self)
  }

  /// The length of a quotation mark or bracket; a curly one ends in one of two bytes.
  private static func quote(
    in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ single: UInt8, _ double: UInt8
  ) -> Int? {
    if bytes[offset].isOne(of: ".!?\"'()[]*") { return 1 }
    guard offset + 2 < bytes.count, bytes[offset] == 0xE2, bytes[offset + 1] == 0x80,
      bytes[offset + 2] == single || bytes[offset + 2] == double
    else { return nil }
    return 3
  }

  private static func isNoBreakSpace(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    bytes[offset] == 0xC2 && offset + 1 < bytes.count && bytes[offset + 1] == 0xA0
  }

  private static let titles: Set<String> = [
    "dr", "mr", "mrs", "ms", "prof", "st", "rev", "cf", "vs", "sr", "sra", "dra", "mme", "mlle",
    "bzw", "hr", "fr", "gen", "sgt", "approx", "dept",
  ]
  private static let beforeNumbers: Set<String> = [
    "no", "nr", "pp", "vol", "fig", "approx", "ch", "ca", "tel", "par", "art", "sec",
  ]
  /// Words with which sentences begin, and names do not.
  private static let beginners: Set<String> = [
    "A", "After", "All", "Although", "An", "And", "As", "At", "Because", "Before", "But", "By",
    "Do", "For", "From", "He", "Her", "His", "How", "I", "If", "In", "It", "Its", "Many", "My",
    "No", "Not", "Nothing", "Now", "On", "One", "Or", "Our", "She", "So", "Some", "That", "The",
    "Their", "Then", "There", "These", "They", "This", "Those", "To", "We", "What", "When",
    "Where", "Who", "Why", "With", "Yet", "You", "Your",
  ]
}
