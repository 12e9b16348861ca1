import DaylightModel
package import DaylightSyntax

/// Turns a quotation that opens with `[!KIND]` into a callout: the alert form of GitHub.
///
/// What follows the marker on its line is the beginning of the callout's text. A marker that is left
/// over, or misspelt, is found by `LeftoverPass`.
enum CalloutPass {
  static func run(_ outline: MarkdownOutline, _ assembly: inout Assembly) {
    for quote in outline.quotes { open(quote, &assembly) }
  }

  private static func open(_ quote: MarkdownNode, _ assembly: inout Assembly) {
    guard let paragraph = quote.firstChild, paragraph.kind == .paragraph,
      let text = paragraph.firstChild, text.kind == .text, let marker = text.calloutMarker
    else {
      if let marker = quote.swallowedCalloutMarker(in: assembly.path) {
        assembly.add(.swallowedCallout(marker.text, at: marker.location))
      }
      return
    }
    let location = text.location(ofBytes: 0..<marker.length, in: assembly.path)
    if let kind = CalloutKind(rawValue: marker.word.lowercased()) {
      assembly.callouts[quote] = kind
      assembly.page.callouts.insert(kind)
    } else {
      assembly.add(.unknownCallout(marker.word, at: location))
    }
    let start = marker.length + marker.gap
    if start < text.literal.count {
      checkBeginning(of: text, at: start, &assembly)
      // The outline contains this node, so it may not be replaced.
      text.removeFirst(start)
    } else {
      if text.next?.kind == .softBreak || text.next?.kind == .lineBreak { text.next?.unlink() }
      text.unlink()
    }
    if paragraph.firstChild == nil { paragraph.unlink() }
    if !quote.saysSomething { assembly.add(.emptyCallout(marker.word, at: location)) }
  }

  /// A list, heading or table cannot begin after the marker.
  private static func checkBeginning(
    of text: MarkdownNode, at start: Int, _ assembly: inout Assembly
  ) {
    let rest = Array(text.literal[start...])
    guard let mark = BlockMark(rest[...]), !text.isEscaped(start + mark.sign) else { return }
    let range = start..<start + mark.length
    assembly.add(
      .blockOnMarkerLine(
        String(decoding: rest.prefix(mark.length), as: UTF8.self), mark.block,
        at: text.location(ofBytes: range, in: assembly.path)))
  }

  /// Writes the callouts into the tree, once no pass needs positions inside them any more, because
  /// these are found by their quotation marks.
  static func finish(_ assembly: borrowing Assembly) {
    for (quote, kind) in assembly.callouts { decorate(quote, as: kind, assembly) }
  }

  private static func decorate(
    _ quote: MarkdownNode, as kind: CalloutKind, _ assembly: borrowing Assembly
  ) {
    let title = HTMLEscaper.escaped(assembly.index.strings.callout(kind))
    let opening =
      "<div class=\"callout callout-\(kind.rawValue)\" role=\"note\">\n"
      + "<p class=\"callout-title\">\(title)</p>"
    var closing = "</div>"
    if kind == .content, let anchor = anchorAfter(quote, assembly) {
      let words = HTMLEscaper.escaped(assembly.index.strings.skipPart)
      closing = "<p class=\"callout-skip\"><a href=\"#\(anchor)\">\(words)</a></p>\n</div>"
    }
    quote.becomeBlock(opening: Array(opening.utf8), closing: Array(closing.utf8))
  }

  /// The next heading below a content note, for readers who skip the part (CNT-08).
  private static func anchorAfter(
    _ quote: MarkdownNode, _ assembly: borrowing Assembly
  ) -> String? {
    var upcoming = quote.next
    while let node = upcoming {
      if node.kind == .heading, let number = assembly.headingNodes.firstIndex(of: node) {
        return assembly.page.headings[number].anchor
      }
      upcoming = node.next
    }
    return nil
  }
}

extension Rule {
  package static let unknownCallout = Rule(
    "unknown-callout", .error, "A callout of a kind that Daylight does not know.",
    why: "The box would not be a box: readers would see its mark as plain text.",
    bad: "> [!WARNING]\n> Close this page if somebody comes in.",
    good: "> [!SAFETY]\n> Close this page if somebody comes in.",
    fix: "Use NOTE, SAFETY, CONTENT or HELP.")
  package static let emptyCallout = Rule(
    "empty-callout", .error, "A callout without text.",
    why: "Readers would get a box with nothing but its title.",
    bad: "> [!SAFETY]\n\nClose this page if somebody comes in.",
    good: "> [!SAFETY]\n> Close this page if somebody comes in.",
    fix: "Write `> ` before each line of its text.")
}

extension Diagnostic {
  fileprivate static func unknownCallout(_ marker: String, at location: SourceLocation) -> Self {
    let known = CalloutKind.allCases.map { "‘[!\($0.rawValue.uppercased())]’" }
    let help =
      CalloutKind(meantBy: marker).map { "did you mean ‘[!\($0.rawValue.uppercased())]’?" }
      ?? "write one of " + known.joined(separator: ", ")
    return Diagnostic(
      .unknownCallout, "there is no callout ‘[!\(marker)]’", at: location, help: help)
  }

  fileprivate static func emptyCallout(_ marker: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .emptyCallout, "the callout ‘[!\(marker)]’ is empty", at: location,
      help: "write its text on the lines below, each after ‘> ’, or delete it")
  }
}
