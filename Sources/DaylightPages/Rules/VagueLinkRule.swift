import DaylightModel
package import DaylightSyntax

/// Flags links whose text means nothing when it is read alone, as screen readers list links
/// (ACC-15, WCAG 2.4.4).
enum VagueLinkRule {
  static func check(_ link: MarkdownNode, text: [UInt8], _ assembly: inout Assembly) {
    let vague = assembly.index.language.vagueLinks ?? []
    if saysMore(text) { return }
    let bare = bare(text)
    let text = String(decoding: text, as: UTF8.self)
    if bare.isEmpty, link.firstChild?.kind != .image {
      assembly.add(.emptyLink(at: assembly.location(of: link)))
    } else if vague.contains(bare) {
      assembly.add(.vagueLink(text.replacing("\n", with: " "), at: assembly.location(of: link)))
    }
  }

  /// The words of a text in lower case, with one space between two, and without marks.
  private static func bare(_ text: [UInt8]) -> String {
    guard text.allSatisfy({ $0 < 0x80 }) else {
      return String(decoding: text, as: UTF8.self).lowercased()
        .filter { $0.isLetter || $0.isNumber || $0.isWhitespace }
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var bare: [UInt8] = []
    var endsWord = false
    for byte in text {
      if byte.isASCIILetterOrDigit {
        if endsWord, !bare.isEmpty { bare.append(UInt8(ascii: " ")) }
        endsWord = false
        bare.append(byte.asciiLowercased)
      } else if byte == UInt8(ascii: " ") || 0x09...0x0D ~= byte {
        endsWord = true
      }
    }
    return String(decoding: bare, as: UTF8.self)
  }

  /// Whether a text has more letters than any vague text in any language; fast as long as they are
  /// ASCII.
  private static func saysMore(_ text: [UInt8]) -> Bool {
    var letters = 0
    for byte in text {
      if byte >= 0x80 { return false }
      if byte.isASCIILetter { letters += 1 }
    }
    return letters > longestVague
  }

  private static let longestVague = 24
}

extension Rule {
  package static let vagueLink = Rule(
    "vague-link", .warning, "A link whose text means nothing when it is read alone.",
    why: "People who listen to a page hear its links in a list, where “here” says nothing.",
    bad: "To learn more, click [here](signs/overview.md).",
    good: "Read [the signs in short](signs/overview.md).",
    fix: "Write the title of the page it leads to.")
}

extension Diagnostic {
  fileprivate static func vagueLink(_ text: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .vagueLink, "‘\(text)’ does not say where the link leads", at: location,
      help: "write the title of the page it leads to")
  }

  fileprivate static func emptyLink(at location: SourceLocation) -> Self {
    Diagnostic(
      .vagueLink, "this link has no text", at: location,
      help: "write the title of the page it leads to between the square brackets")
  }
}
