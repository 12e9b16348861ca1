import DaylightModel
package import DaylightSyntax

/// Flags a statistic in a sentence that cites no source (CNT-06): a percentage, “3 in 4”, “twice as
/// likely”. Invented figures are the most common fault of pages on this subject.
enum UnsourcedNumberRule: TextRule {
  static func check(_ text: PageText, _ assembly: inout Assembly) {
    guard text.hasDigits else { return }
    for block in text.blocks { check(block, of: text, &assembly) }
  }

  private static func check(_ block: TextBlock, of text: PageText, _ assembly: inout Assembly) {
    var rest = text.bytes[block.bytes]
    while let range = statistic(in: rest, assembly.index.language.statistics) {
      rest = rest[range.upperBound...]
      if text.isCited(range, in: block) { continue }
      let found = String(decoding: text.bytes[range], as: UTF8.self)
      assembly.add(
        .unsourcedNumber(found, at: text.location(of: range, in: block, path: assembly.path)))
    }
  }

  /// The first number that reads as a finding: before a percent sign or “percent”, or before “in”,
  /// “out of” and another number, or before “times more” and the like.
  private static func statistic(
    in bytes: ArraySlice<UInt8>, _ words: StatisticWords?
  ) -> Range<Int>? {
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      guard bytes[offset].isASCIIDigit,
        offset == bytes.startIndex || !bytes[offset - 1].isWordByte
      else {
        offset += 1
        continue
      }
      let start = offset
      while offset < bytes.endIndex,
        bytes[offset].isASCIIDigit || bytes[offset] == UInt8(ascii: ".")
          || bytes[offset] == UInt8(ascii: ",")
      {
        offset += 1
      }
      let rest = bytes[offset...]
      for phrase in ["%", " %", "\u{A0}%", "\u{202F}%"] + (words?.units ?? [])
      where rest.starts(with: phrase.utf8) {
        return start..<offset + phrase.utf8.count
      }
      for phrase in words?.ratios ?? [] where rest.starts(with: phrase.utf8) {
        let after = offset + phrase.utf8.count
        guard after < bytes.endIndex, bytes[after].isASCIIDigit else { continue }
        let end = bytes[after...].firstIndex { !$0.isASCIIDigit } ?? bytes.endIndex
        // “in 1993” is a year, not a share.
        if end - after < 4 { return start..<end }
      }
    }
    return nil
  }
}

extension Rule {
  package static let unsourcedNumber = Rule(
    "unsourced-number", .warning, "A figure in a sentence that cites no source.",
    why: "A figure sounds like a fact. Without a source nobody can check it, and many that go "
      + "round are invented.",
    bad: "About 40% of people go back.",
    good: "Many people go back, and more than once.",
    fix: "Cite the source in the same sentence, as in `[@dutton1993]`, or leave the figure out. In "
      + "a table the source may be anywhere in the row, in a list in the sentence that leads to it."
  )
}

extension Diagnostic {
  fileprivate static func unsourcedNumber(_ found: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .unsourcedNumber, "‘\(found)’ is a figure without a source", at: location,
      help: "cite where it comes from in the same sentence, as in ‘[@dutton1993]’, or leave it out"
    )
  }
}
