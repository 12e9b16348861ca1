package import DaylightSyntax

/// The kinds of callout, as their markers name them.
package enum CalloutKind: String, Sendable, CaseIterable {
  case note, safety, content, help
}

/// Turns a quotation that opens with `[!KIND]` into a callout: the alert form of GitHub.
enum CalloutPass {
  static func run(_ outline: MarkdownOutline, _ assembly: inout Assembly) {
    for quote in outline.quotes {
      guard let paragraph = quote.firstChild, paragraph.kind == .paragraph,
        let text = paragraph.firstChild, text.kind == .text, let marker = marker(in: text)
      else { continue }
      guard let kind = CalloutKind(rawValue: marker.lowercased()) else {
        assembly.add(.unknownCallout(marker, at: assembly.location(of: quote)))
        continue
      }
      if text.next?.kind == .softBreak || text.next?.kind == .lineBreak { text.next?.unlink() }
      text.unlink()
      if paragraph.firstChild == nil { paragraph.unlink() }
      assembly.callouts[quote] = kind
    }
  }

  /// Writes the callouts into the tree, when no pass asks any more for places inside of them, which
  /// are found by their quotation marks.
  static func finish(_ assembly: borrowing Assembly) {
    for (quote, kind) in assembly.callouts { decorate(quote, as: kind, assembly) }
  }

  /// The word of a text that is `[!WORD]` and nothing else.
  private static func marker(in text: MarkdownNode) -> String? {
    let bytes = text.literal
    guard bytes.starts(with: "[!".utf8), bytes.last == UInt8(ascii: "]") else { return nil }
    let word = bytes.dropFirst(2).dropLast()
    let isWord = word.allSatisfy {
      $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z")
    }
    return isWord && !word.isEmpty ? String(decoding: word, as: UTF8.self) : nil
  }

  private static func decorate(
    _ quote: MarkdownNode, as kind: CalloutKind, _ assembly: borrowing Assembly
  ) {
    let title = HTMLEscaper.escaped(assembly.index.words.callout(kind))
    let opening =
      "<div class=\"callout callout-\(kind.rawValue)\" role=\"note\">\n"
      + "<p class=\"callout-title\">\(title)</p>"
    var closing = "</div>"
    if kind == .content, let anchor = anchorAfter(quote, assembly) {
      let words = HTMLEscaper.escaped(assembly.index.words.skipPart)
      closing = "<p class=\"callout-skip\"><a href=\"#\(anchor)\">\(words)</a></p>\n</div>"
    }
    quote.becomeBlock(opening: Array(opening.utf8), closing: Array(closing.utf8))
  }

  /// The next heading below a content note: where a reader goes on who leaves the part out (CNT-08).
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
}

extension Diagnostic {
  fileprivate static func unknownCallout(_ marker: String, at location: SourceLocation) -> Self {
    let known = CalloutKind.allCases.map { $0.rawValue.uppercased() }
    let help =
      nearestMatch(to: marker.uppercased(), in: known).map { "did you mean ‘[!\($0)]’?" }
      ?? "write one of " + known.map { "‘[!\($0)]’" }.joined(separator: ", ")
    return Diagnostic(
      .unknownCallout, "there is no callout ‘[!\(marker)]’", at: location, help: help)
  }
}
