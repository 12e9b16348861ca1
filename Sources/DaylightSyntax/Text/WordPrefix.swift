/// The first letters of a word, up to seven, as one small number, which already rules out all
/// phrases for most words.
///
/// Case is ignored. A word has the number `unknown` if it does not begin with a letter, if it
/// continues outside ASCII after these letters, because a mark would change the letter before it,
/// or if it is at the end of the text.
enum WordPrefix {
  static let count = 1 << 15
  static let unknown: UInt16 = 0

  private static let most = 7

  /// Without branches on the text: this runs for every word.
  @inline(__always)
  static func number(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt16 {
    guard let bytes = EightBytes(in: text, at: offset) else { return unknown }
    // The byte after the letters, at most the eighth.
    let others = ~bytes.letters & EightBytes.highBits | 1 << 63
    let end = others.trailingZeroBitCount / 8
    let isPlain = ~(bytes.outsideASCII &>> UInt64(8 &* end &+ 7)) & 1
    return UInt16(truncatingIfNeeded: isPlain &* hash(of: bytes.lowered(first: end)))
  }

  /// The number of the words that a phrase may begin with, if it is not `unknown`. The characters
  /// of the phrase must be folded.
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
