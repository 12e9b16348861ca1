package import DaylightSyntax

/// Gives every heading an anchor and checks the order of levels.
///
/// Anchors are made as GitHub makes them, so that links also work on a forge; the second heading of
/// the same name gets `-1`, the third `-2`.
enum HeadingPass {
  static func run(_ outline: MarkdownOutline, _ assembly: inout Assembly) {
    var uses: [String: Int] = [:]
    var previousLevel = 1
    for node in outline.headings {
      let level = node.headingLevel
      let text = node.plainText
      if level == 1 {
        assembly.add(.topHeading(text, at: assembly.location(of: node)))
      } else if level > previousLevel + 1 {
        assembly.add(
          .skippedHeading(level: level, after: previousLevel, at: assembly.location(of: node)))
      }
      previousLevel = level
      let anchor = anchor(for: text, uses: &uses, taken: assembly.page.anchors)
      assembly.page.anchors.insert(anchor)
      assembly.page.headings.append(Heading(level: level, anchor: anchor, text: text))
    }
    assembly.headingNodes = outline.headings
  }

  /// Writes the anchors into the tree, when no pass asks any more which nodes are headings.
  ///
  /// `tabindex="-1"` lets a link that skips a section land on the heading (CNT-08).
  static func finish(_ assembly: borrowing Assembly) {
    for (node, heading) in zip(assembly.headingNodes, assembly.page.headings) {
      let digit = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: heading.level)
      var opening: [UInt8] = []
      opening.reserveCapacity(heading.anchor.utf8.count + 32)
      opening.append(contentsOf: "<h".utf8)
      opening.append(digit)
      opening.append(contentsOf: " id=\"".utf8)
      HTMLEscaper.appendAttribute(heading.anchor, to: &opening)
      opening.append(contentsOf: "\" tabindex=\"-1\">".utf8)
      node.becomeBlock(opening: opening, closing: Array("</h".utf8) + [digit, UInt8(ascii: ">")])
    }
  }

  /// An anchor that is not taken. `uses` counts the headings of each name that is no longer free.
  private static func anchor(
    for text: String, uses: inout [String: Int], taken: Set<String>
  ) -> String {
    let slug = String(decoding: Slug.heading(Array(text.utf8)), as: UTF8.self)
    let base = slug.isEmpty ? "section" : reserved.contains(slug) ? slug + "-section" : slug
    if !taken.contains(base) { return base }
    while true {
      let count = uses[base, default: 1]
      uses[base] = count + 1
      let anchor = "\(base)-\(count)"
      if !taken.contains(anchor) { return anchor }
    }
  }

  /// Ids that the templates own and no heading may take.
  private static let reserved: Set<String> = [
    "main", "help", "sources", "words", "contents", "checklist", "navigation", "footer",
  ]
}

extension Rule {
  package static let topHeading = Rule(
    "top-heading", .error, "A heading of the first level in the text: the title is that heading.")
  package static let skippedHeading = Rule(
    "skipped-heading", .error, "A heading that skips a level, which loses readers who listen.")
}

extension Diagnostic {
  fileprivate static func topHeading(_ text: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .topHeading, "‘\(text)’ is a second title for this page", at: location,
      help: "begin headings in the text with ‘##’; the title comes from the front matter")
  }

  fileprivate static func skippedHeading(
    level: Int, after previous: Int, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .skippedHeading,
      "this heading has level \(level), but the one above it has level \(previous)",
      at: location, help: "begin it with ‘\(String(repeating: "#", count: previous + 1))’")
  }
}
