import DaylightModel
import DaylightSyntax

/// The rules that read the text of a page.
enum TextRules {
  static func check(_ text: PageText, _ assembly: inout Assembly) {
    let hasDigits = text.bytes.hasDigits
    var matches = LanguageCheck.matches(in: text, assembly.index.languageRules)[...]
    for block in text.blocks {
      while let match = matches.first, match.range.lowerBound < block.bytes.upperBound {
        matches.removeFirst()
        LanguageCheck.judge(match, in: block, of: text, &assembly)
      }
      if hasDigits { UnsourcedNumber.check(block, of: text, &assembly) }
    }
    ReadingGrade.check(text, &assembly)
  }
}

extension [UInt8] {
  /// Whether there is a digit anywhere; the loop has no early exit, so that it can be vectorised.
  fileprivate var hasDigits: Bool {
    var found: UInt8 = 0
    for byte in self { found |= byte &- UInt8(ascii: "0") < 10 ? 1 : 0 }
    return found != 0
  }
}
