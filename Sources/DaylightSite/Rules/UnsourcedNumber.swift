package import DaylightSyntax

/// Flags a statistic in a block that cites no source (CNT-06): a percentage, “3 in 4”, “twice as
/// likely”. Invented figures are the commonest fault of pages on this subject.
enum UnsourcedNumber {
  static func check(_ block: TextBlock, _ assembly: inout Assembly) {
    guard !block.setting.isHeading, !block.hasCitation, let range = statistic(in: block.bytes)
    else { return }
    let found = String(decoding: block.bytes[range], as: UTF8.self)
    assembly.add(.unsourcedNumber(found, at: block.location(of: range, in: assembly.path)))
  }

  /// The first number that reads as a finding: before a percent sign or “percent”, or before “in”,
  /// “out of” and another number, or before “times more” and the like.
  static func statistic(in bytes: [UInt8]) -> Range<Int>? {
    var offset = 0
    while offset < bytes.count {
      guard isDigit(bytes[offset]), offset == 0 || !isWordByte(bytes[offset - 1]) else {
        offset += 1
        continue
      }
      let start = offset
      while offset < bytes.count,
        isDigit(bytes[offset]) || bytes[offset] == UInt8(ascii: ".")
          || bytes[offset] == UInt8(ascii: ",")
      {
        offset += 1
      }
      let rest = bytes[offset...]
      if rest.first == UInt8(ascii: "%") { return start..<offset + 1 }
      for phrase in [" %", " percent", " per cent", " times more", " times as", " times less"]
      where rest.starts(with: phrase.utf8) {
        return start..<offset + phrase.utf8.count
      }
      for phrase in [" in ", " out of ", " of every "] where rest.starts(with: phrase.utf8) {
        let after = offset + phrase.utf8.count
        guard after < bytes.count, isDigit(bytes[after]) else { continue }
        let end = bytes[after...].firstIndex { !isDigit($0) } ?? bytes.count
        // “in 1993” is a year, not a share.
        if end - after < 4 { return start..<end }
      }
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || isDigit(byte) || byte >= 0x80
  }
}

extension Rule {
  package static let unsourcedNumber = Rule(
    "unsourced-number", .warning, "A figure in a paragraph that cites no source.")
}

extension Diagnostic {
  fileprivate static func unsourcedNumber(_ found: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .unsourcedNumber, "‘\(found)’ is a figure without a source", at: location,
      help: "cite where it comes from in the same paragraph, as in ‘[@dutton1993]’, or leave it out"
    )
  }
}
