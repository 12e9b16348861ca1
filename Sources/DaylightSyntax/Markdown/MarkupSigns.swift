/// The bytes that occur in text that looks like markup: a cheap check that rules out nearly every
/// text.
package enum MarkupSigns {
  /// Whether a text may contain markup that did not work; `isLineStart` means that it begins a
  /// line.
  package static func mayBe(in text: UnsafeBufferPointer<UInt8>, isLineStart: Bool) -> Bool {
    if isLineStart, mayBegin(text) { return true }
    return signs.withUnsafeBufferPointer { signs in
      var offset = 0
      while offset < text.count {
        let sign = signs[Int(text[offset])]
        if sign != 0, sign == alone || isPair(text, at: offset) { return true }
        offset += 1
      }
      return false
    }
  }

  package static func mayBe(in text: String) -> Bool {
    text.withUTF8Span { $0.withUnsafeBufferPointer { mayBe(in: $0, isLineStart: true) } }
  }

  /// By byte: whether it is a sign by itself, or together with the byte after it.
  private static let signs: [UInt8] = {
    var signs = [UInt8](repeating: 0, count: 256)
    for byte in "{*`~|\\&\t".utf8 { signs[Int(byte)] = alone }
    for byte in "[]<_=+%$^:'\")Pp".utf8 { signs[Int(byte)] = paired }
    for byte in "TFX!".utf8 { signs[Int(byte)] = paired }
    for byte: UInt8 in [0xC3, 0xC2, 0xE3, 0xEF] { signs[Int(byte)] = paired }
    return signs
  }()

  private static let alone: UInt8 = 1
  private static let paired: UInt8 = 2

  private static func isPair(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    let next = offset + 1 < text.count ? text[offset + 1] : 0
    switch text[offset] {
    // Citations and footnotes have passes of their own.
    case UInt8(ascii: "["): return next != UInt8(ascii: "@") && next != UInt8(ascii: "^")
    case UInt8(ascii: "]"):
      return next.isOne(of: "([{:") || offset > 0 && text[offset - 1].isASCIICapital
    case UInt8(ascii: "!"): return next == UInt8(ascii: "[") || next.isASCIICapital
    case UInt8(ascii: "<"):
      return next.isASCIILetter || next.isOne(of: "/%?<!")
    case UInt8(ascii: "_"):
      return next == UInt8(ascii: "_") || offset == 0 || !text[offset - 1].isWordByte
        || !next.isWordByte
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "%"), UInt8(ascii: "$"),
      UInt8(ascii: "'"):
      return next == text[offset]
    case UInt8(ascii: "^"): return next == UInt8(ascii: "[") || next.isWordByte
    case UInt8(ascii: ":"):
      return next == UInt8(ascii: ":") || next.isASCIILetter
    case UInt8(ascii: "\""): return next == UInt8(ascii: ":")
    case UInt8(ascii: ")"): return next == UInt8(ascii: "[")
    case UInt8(ascii: "T"): return next.isOne(of: "OBK")
    case UInt8(ascii: "F"): return next == UInt8(ascii: "I")
    case UInt8(ascii: "X"): return next == UInt8(ascii: "X")
    case UInt8(ascii: "p"), UInt8(ascii: "P"): return next | 0x20 == UInt8(ascii: "s")
    case 0xC2: return next == 0xB7
    case 0xC3: return [0x82, 0x83, 0x90, 0x91, 0xA2, 0xAF].contains(next)
    // Wide brackets and exclamation marks.
    case 0xE3: return next == 0x80 && offset + 2 < text.count && 0x8C...0x9B ~= text[offset + 2]
    // Private-use characters, which are bullets in Word's fonts, and the replacement character.
    case 0xEF: return next < 0xA4 || next == 0xBC || next == 0xBD || next == 0xBF
    default: return false
    }
  }

  /// Whether a line may begin with a heading, a list, a box or a command.
  private static func mayBegin(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    let second = text.count > 1 ? text[1] : 0
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"),
      UInt8(ascii: "@"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "("), 0xE2, 0xF0:
      return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return text.prefix(4).contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
    case UInt8(ascii: "o"): return second == UInt8(ascii: " ") || second == 0xC2
    case UInt8(ascii: "i"): return second == UInt8(ascii: "m")
    case UInt8(ascii: "e"): return second == UInt8(ascii: "x")
    case UInt8(ascii: "h"): return second >= 0x31 && second <= 0x36
    case UInt8(ascii: "b"): return second == UInt8(ascii: "q")
    default:
      return first.isASCIILetter && (second == UInt8(ascii: ")") || second == UInt8(ascii: "."))
    }
  }
}
