/// The end of an English word in which a written `e` is silent, by its last three letters.
///
/// Letters that make no difference share a number, so that all endings fit one small table:
/// processors cannot predict how a word ends, and a table needs no branch.
enum SilentEnding {
  private enum Letter: UInt8 {
    case other, e, l, d, s, t
    /// Those after which `es` is heard, besides `s`.
    case hissing
  }

  /// The number of a letter, below 8.
  static func code(of byte: UInt8) -> UInt8 {
    let letter: Letter =
      switch byte | 0x20 {
      case UInt8(ascii: "e"): .e
      case UInt8(ascii: "l"): .l
      case UInt8(ascii: "d"): .d
      case UInt8(ascii: "s"): .s
      case UInt8(ascii: "t"): .t
      case UInt8(ascii: "c"), UInt8(ascii: "g"), UInt8(ascii: "h"), UInt8(ascii: "x"),
        UInt8(ascii: "z"):
        .hissing
      default: .other
      }
    return letter.rawValue
  }

  /// Where the table has the ending of a word, by the codes of its last letters.
  @inline(__always)
  static func number(_ third: UInt8, _ second: UInt8, _ last: UInt8) -> Int {
    Int(third) << 6 | Int(second) << 3 | Int(last)
  }

  /// By number: 1 for a final `e`, `es` or `ed` that is silent, otherwise 0.
  static let table: [UInt8] = (0..<512).map { number in
    let third = Letter(rawValue: UInt8(number >> 6))
    let second = Letter(rawValue: UInt8(number >> 3 & 7))
    let last = Letter(rawValue: UInt8(number & 7))
    return isSilent(third, second, last) ? 1 : 0
  }

  private static func isSilent(_ third: Letter?, _ second: Letter?, _ last: Letter?) -> Bool {
    switch (second, last) {
    case (.l, .e): false
    case (_, .e): true
    case (.e, .d): third != .t && third != .d
    case (.e, .s): third != .s && third != .hissing
    default: false
    }
  }
}
