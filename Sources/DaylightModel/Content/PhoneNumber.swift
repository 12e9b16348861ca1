import DaylightSyntax

/// A number to call: in full, such as `+442079460000`, or a short one of its country, such as `988`.
package struct PhoneNumber {
  /// Without the plus.
  let digits: [UInt8]
  let isShort: Bool

  /// Nil unless the text is a plus and 8 to 15 digits, of which the first is not 0 (ITU-T E.164),
  /// or 3 to 6 digits.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    isShort = bytes.first != UInt8(ascii: "+")
    digits = isShort ? bytes : Array(bytes.dropFirst())
    guard digits.allSatisfy({ $0.isASCIIDigit }) else { return nil }
    guard isShort ? 3...6 ~= digits.count : 8...15 ~= digits.count && digits[0] != 0x30 else {
      return nil
    }
  }

  /// Whether a text for readers is this number, in full or as it is dialled within the country:
  /// without the country’s code of one to three digits, with or without a 0 instead.
  func isWritten(as display: String) -> Bool {
    let shown = display.utf8.filter { $0.isASCIIDigit }
    if shown == digits { return true }
    guard !isShort else { return false }
    return [shown, shown.first == 0x30 ? Array(shown.dropFirst()) : []].contains {
      !$0.isEmpty && 1...3 ~= digits.count - $0.count && digits.suffix($0.count).elementsEqual($0)
    }
  }

  /// Whether the digits of a text are in groups that can be read aloud: at most six in a row.
  static func isGrouped(_ display: String) -> Bool {
    display.utf8.split { !$0.isASCIIDigit }.allSatisfy { $0.count <= 6 }
  }

  /// A number as `tel:` expects it (RFC 3966): digits, and the plus sign of a country.
  package static func link(to number: String) -> String {
    "tel:" + number.filter { $0.isASCII && $0.isNumber || $0 == "+" }
  }
}
