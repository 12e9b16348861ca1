import DaylightModel
import DaylightSyntax

extension Diagnostic {
  /// - Parameters:
  ///   - block: the paragraph, heading or cell that the marker is in.
  ///   - isFirst: whether the block begins with the marker.
  static func strayCallout(
    _ found: String, in block: MarkdownNode, isFirst: Bool, _ assembly: borrowing Assembly,
    at location: SourceLocation
  ) -> Self {
    let names = CalloutKind.markers(meantBy: found.filter { $0.isLetter || $0 == "-" })
    let marker = names.map { "‘\($0)’" }.joined(separator: " or ")
    let quoted = names.map { "‘> \($0)’" }.joined(separator: " or ")
    let isRight = names.contains(found.uppercased())
    let quote = block.ancestors.first { $0.kind == .blockQuote }
    let isCallout = quote.map { assembly.callouts[$0] != nil } ?? false
    var help =
      if block.kind == .tableCell {
        "no callout can be in a table: write \(quoted) and its text above the table or below it"
      } else if block.kind == .heading {
        "write \(quoted) in the place of the heading, and its text on the lines below, each after "
          + "‘> ’"
      } else if isCallout {
        "for a callout of its own, write a line without ‘>’ before it, then \(quoted)"
      } else if quote == nil {
        "write \(quoted), and ‘> ’ before each line of the text that belongs to it"
      } else if isFirst, !isRight, quote?.firstChild == block {
        "write \(marker) instead"
      } else {
        "begin the quotation with \(marker), with nothing before it and no signs around it"
      }
    if let sign = found.first, sign.isASCII, !sign.isLetter {
      help += "; put a backslash before ‘\(sign)’ if it is meant to be seen"
    }
    return leftover(found, .callout, help: help, at: location)
  }

  /// `[!NOTE]: words`
  static func calloutDefinition(
    _ found: String, _ marker: String, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .strayCallout, "‘\(found)’ is read as the address of a link, and is not shown",
      at: location,
      help: "write \(marker) without a colon, and ‘> ’ before each line of the text that belongs "
        + "to it; put a backslash before ‘[’ if it is meant to be seen")
  }

  static func swallowedCallout(_ marker: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .strayCallout, "‘\(marker)’ is read as part of a link here, so there is no callout",
      at: location,
      help: "write ‘> \(marker)’ and a space before the text, and define no link of that name")
  }
}
