package import DaylightSyntax

/// The mark by which a line would begin a list, a heading or another block, on a line where it does
/// not.
package struct BlockMark {
  package let length: Int
  /// The byte that a backslash keeps from being a sign.
  package let sign: Int
  package let block: String

  /// The mark that a text begins with.
  package init?(_ text: ArraySlice<UInt8>) {
    let bytes = Array(text)
    guard let first = bytes.first else { return nil }
    let run = bytes.prefix { $0 == first }.count
    let digits = bytes.prefix { $0.isASCIIDigit }.count
    func isSpaced(_ end: Int) -> Bool { end == bytes.count || bytes[end] <= UInt8(ascii: " ") }
    if first.isOne(of: "-*_"), run > 2, run == bytes.count {
      (length, sign, block) = (run, 0, "line across the page")
    } else if first.isOne(of: "-*+"), isSpaced(1) {
      (length, sign, block) = (1, 0, "list")
    } else if 1...3 ~= digits, digits < bytes.count, bytes[digits].isOne(of: ".)"),
      isSpaced(digits + 1)
    {
      (length, sign, block) = (digits + 1, digits, "list")
    } else if first == UInt8(ascii: "#"), run < 7, isSpaced(run) {
      (length, sign, block) = (run, 0, "heading")
    } else if first == UInt8(ascii: ">") {
      (length, sign, block) = (1, 0, "quotation")
    } else if first == UInt8(ascii: "|") {
      (length, sign, block) = (1, 0, "table")
    } else if first.isOne(of: "~`"), run > 2 {
      (length, sign, block) = (run, 0, "code")
    } else {
      return nil
    }
  }
}

extension Diagnostic {
  package static func blockOnMarkerLine(
    _ mark: String, _ block: String, at location: SourceLocation
  ) -> Self {
    let sign = mark.first { !$0.isNumber } ?? "-"
    return Diagnostic(
      .strayMarkdown,
      "‘\(mark)’ begins no \(block), because the marker of the callout is before it on its line",
      at: location,
      help:
        "write it on the line below the marker: ‘> \(mark) …’; if it is meant to be seen, put a "
        + "backslash before ‘\(sign)’")
  }
}
