package import DaylightSyntax

/// Gives every heading an anchor and checks the order of levels.
///
/// Anchors are made as GitHub makes them, so that links also work on a forge; the second heading of
/// the same name gets `-1`, the third `-2`.
enum HeadingPass {
  static func run(_ outline: MarkdownOutline, _ assembly: inout Assembly) {
    var uses: [String: Int] = [:]
    var previousLevel = 1
    assembly.page.headings.reserveCapacity(outline.headings.count)
    assembly.page.anchors.reserveCapacity(outline.headings.count)
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
      let anchor = anchor(for: text, uses: &uses, taken: &assembly.page.anchors)
      assembly.page.headings.append(Heading(level: level, anchor: anchor, text: text))
    }
    assembly.headingNodes = outline.headings
  }

  /// Writes the anchors into the tree, when no pass asks any more which nodes are headings.
  ///
  /// `tabindex="-1"` lets a link that skips a section land on the heading (CNT-08).
  static func finish(_ assembly: borrowing Assembly, _ opening: inout [UInt8]) {
    for (node, heading) in zip(assembly.headingNodes, assembly.page.headings) {
      opening.removeAll(keepingCapacity: true)
      opening += openings[heading.level]
      HTMLEscaper.append(heading.anchor, to: &opening)
      opening.append(contentsOf: "\" tabindex=\"-1\">".utf8)
      node.becomeBlock(opening: opening, closing: closings[heading.level])
    }
  }

  // By level, which begins at 1.
  private static let openings = (0...6).map { Array("<h\($0) id=\"".utf8) }
  private static let closings = (0...6).map { Array("</h\($0)>".utf8) }

  /// An anchor that was not taken, and now is. `uses` counts the headings of each name that is no
  /// longer free.
  private static func anchor(
    for text: String, uses: inout [String: Int], taken: inout Set<String>
  ) -> String {
    let slug = String(decoding: Slug.heading(Array(text.utf8)), as: UTF8.self)
    let base = slug.isEmpty ? "section" : reserved.contains(slug) ? slug + "-section" : slug
    if taken.insert(base).inserted { return base }
    while true {
      let count = uses[base, default: 1]
      uses[base] = count + 1
      let anchor = "\(base)-\(count)"
      if taken.insert(anchor).inserted { return anchor }
    }
  }

  /// Ids that the templates own and no heading may take.
  private static let reserved: Set<String> = [
    "main", "help", "sources", "words", "contents", "checklist", "navigation", "footer",
  ]
}

extension Rule {
  package static let topHeading = Rule(
    "top-heading", .error, "A heading of the first level in the text: the title is that heading.",
    why: "The title of the page is its first heading. With a second one, people who listen lose "
      + "their place.",
    bad: "# What helps",
    good: "## What helps",
    fix: "Begin with `##`.")
  package static let skippedHeading = Rule(
    "skipped-heading", .error, "A heading that skips a level, which loses readers who listen.",
    why: "People who listen find their way by the levels of headings. A gap sounds as if a part "
      + "were missing.",
    bad: "## What helps\n\n#### At night",
    good: "## What helps\n\n### At night",
    fix: "Use the level that the message names.")
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
