/// The first three characters of a word as one small number: what most words differ from all phrases
/// in.
///
/// Letters count without case, and all digits as one. A word that has something else than ASCII near
/// its beginning, or stands at the end of the text, has the number `unknown`.
enum WordPrefix {
  static let count = 1 << 15

  /// No plain word has it: it is three characters that are no letters, digits or spaces.
  static let unknown = UInt16(1 << 15 - 1)

  @inline(__always)
  static func number(
    in text: UnsafeBufferPointer<UInt8>, at offset: Int, _ codes: UnsafeBufferPointer<UInt8>
  ) -> UInt16 {
    guard offset + 3 < text.count else { return unknown }
    let (first, second, third) = (text[offset], text[offset + 1], text[offset + 2])
    // The fourth, because marks after the third make it another one.
    guard (first | second | third | text[offset + 3]) < 0x80 else { return unknown }
    return number(codes[Int(first)], codes[Int(second)], codes[Int(third)])
  }

  static func number(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt16 {
    UInt16(first) | UInt16(second) << 5 | UInt16(third) << 10
  }

  static let space: UInt8 = 27
  static let anyCode: ClosedRange<UInt8> = 0...31

  /// The code of each character, below 32.
  static let codes: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    switch FoldedCharacter.folding(ascii: byte) {
    case let letter where letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z"):
      letter - UInt8(ascii: "a")
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 26
    case UInt8(ascii: " "): space
    case UInt8(ascii: "'"): 28
    case UInt8(ascii: "-"): 29
    default: 31
    }
  }
}
