/// The letters that a word begins with, up to seven, as one small number: what most words differ
/// from all phrases in.
///
/// Letters count without case. A word that does not begin with a letter has the number `unknown`,
/// and so has one that goes on outside ASCII after these letters, because a mark makes another letter
/// of the one before it, or that stands at the end of the text.
enum WordPrefix {
  static let count = 1 << 15
  static let unknown: UInt16 = 0

  private static let most = 7

  /// Without a branch on what the text says: this is asked of every word.
  @inline(__always)
  static func number(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt16 {
    guard let bytes = EightBytes(in: text, at: offset) else { return unknown }
    // The byte after the letters, which the eighth is at the latest.
    let others = ~bytes.letters & EightBytes.highBits | 1 << 63
    let end = others.trailingZeroBitCount / 8
    let isPlain = ~(bytes.outsideASCII &>> UInt64(8 &* end &+ 7)) & 1
    return UInt16(truncatingIfNeeded: isPlain &* hash(of: bytes.lowered(first: end)))
  }

  /// That of the words that a phrase may begin with, of which the number is not `unknown`. The
  /// characters of the phrase are folded.
  static func number(ofPhrase characters: some Sequence<UInt32>) -> UInt16 {
    var letters: UInt64 = 0
    let plain = characters.prefix { (0x61...0x7A).contains($0) }.prefix(most)
    for (place, letter) in plain.enumerated() { letters |= UInt64(letter) << UInt64(8 * place) }
    return UInt16(truncatingIfNeeded: hash(of: letters))
  }

  /// Zero for none; below `count`.
  @inline(__always)
  private static func hash(of letters: UInt64) -> UInt64 {
    (letters &* 0x9E37_79B9_7F4A_7C15) &>> 49
  }
}
