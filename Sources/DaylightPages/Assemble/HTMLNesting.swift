package import DaylightSyntax

/// Tracks which elements are open in the raw HTML of a text.
///
/// What is opened in a paragraph, list item or quotation has to be closed there: a browser would
/// close it somewhere else, and with it elements that protect the reader.
struct HTMLNesting {
  private let path: String
  private var containers: [[Open]] = [[]]
  private(set) var findings: [Diagnostic] = []

  private struct Open {
    let name: String
    let location: SourceLocation
  }

  init(path: String) { self.path = path }

  /// Whether all is closed that was opened at the top of the text.
  var isClosed: Bool { containers.count == 1 && containers[0].isEmpty }

  mutating func enter() { containers.append([]) }

  mutating func leave() {
    for open in containers.removeLast() { report(open) }
  }

  mutating func read(_ node: MarkdownNode) {
    let html = Array(node.literal)
    var open = containers.removeLast()
    html.withHTMLScanner { scanner in
      while let token = scanner.next() {
        switch token {
        case .startTag(let tag):
          let name = scanner.name(tag.spelling)
          // `/>` closes nothing in HTML.
          let isDrawing = name == "svg" || open.contains { $0.name == "svg" || $0.name == "math" }
          if Self.void.contains(name) || tag.isSelfClosing && isDrawing { continue }
          open.append(Open(name: name, location: node.location(ofRaw: tag.range, in: path)))
        case .endTag(let tag):
          let name = scanner.name(tag.spelling)
          let location = node.location(ofRaw: tag.range, in: path)
          guard let start = open.lastIndex(where: { $0.name == name }) else {
            findings.append(.closesNothing(name, at: location))
            continue
          }
          for inner in open[(start + 1)...] { report(inner) }
          open.removeSubrange(start...)
        case .unfinishedTag(let range):
          findings.append(.unfinishedTag(at: node.location(ofRaw: range, in: path)))
        case .text, .rawText, .comment, .doctype: break
        }
      }
    }
    containers.append(open)
  }

  private mutating func report(_ open: Open) {
    if Self.closedByOthers.contains(open.name) { return }
    findings.append(.neverClosed(open.name, at: open.location))
  }

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// Those whose end tag may be omitted in HTML.
  private static let closedByOthers: Set<String> = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option",
    "optgroup", "rt", "rp",
  ]
}

extension Rule {
  package static let unclosedHTML = Rule(
    "unclosed-html", .error, "HTML that does not close what it opens, or closes what is not open.",
    why: "The rest of the page, with the way to leave and the help, would become part of it.",
    bad: "<details><summary>More</summary> Words.",
    good: "<details><summary>More</summary> Words.</details>",
    fix: "Write each end tag in the same paragraph, list item or quotation as its start tag.",
    in: .described)
}

extension Diagnostic {
  fileprivate static func neverClosed(_ name: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .unclosedHTML, "‘<\(name)>’ is not closed in the block in which it is opened", at: location,
      help: "write ‘</\(name)>’ in the same paragraph, list item or quotation")
  }

  fileprivate static func closesNothing(_ name: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .unclosedHTML, "‘</\(name)>’ closes nothing that is opened in the same block", at: location,
      help:
        "delete it, or write ‘<\(name)>’ before it in the same paragraph, list item or quotation")
  }

  fileprivate static func unfinishedTag(at location: SourceLocation) -> Self {
    Diagnostic(
      .unclosedHTML, "this tag has no ‘>’", at: location,
      help: "write ‘>’ where it ends, and a second quotation mark after each value that has one")
  }
}
