import DaylightModel
package import DaylightSyntax

/// Gives every heading an anchor and checks the order of levels.
///
/// Anchors are made as GitHub makes them, so that links also work on a forge; the second heading of
/// the same name gets `-1`, the third `-2`.
enum HeadingPass {
  static func run(_ outline: MarkdownOutline, _ assembly: inout Assembly) {
    var uses: [String: Int] = [:]
    var previousLevel = 1
    var order = HeadingOrder()
    assembly.page.headings.reserveCapacity(outline.headings.count)
    assembly.page.anchors.reserveCapacity(outline.headings.count)
    for (number, node) in outline.headings.enumerated() {
      let level = node.headingLevel
      let text = node.plainText
      if !node.saysSomething {
        assembly.add(.emptyHeading(at: assembly.location(of: node)))
        // It will be filled in or deleted: what follows is right with either.
        previousLevel = max(previousLevel, level, 2)
      } else if level == 1 {
        assembly.add(.topHeading(text, at: assembly.location(of: node)))
        previousLevel = 2
      } else {
        if level > previousLevel + 1 {
          assembly.add(
            .skippedHeading(
              level: level, after: previousLevel, at: assembly.location(of: node),
              edits: raising(outline.headings[number...], by: level - previousLevel - 1, assembly)))
        }
        previousLevel = level
      }
      if let finding = order.check(node, level, text, assembly) { assembly.add(finding) }
      let anchor = anchor(for: text, uses: &uses, &assembly)
      assembly.page.headings.append(Heading(level: level, anchor: anchor, text: text))
    }
    assembly.headingNodes = outline.headings
  }

  /// Raises a heading, and what follows it up to the next higher one: all of them have at least three
  /// signs, so each is written with `#`.
  private static func raising(
    _ headings: ArraySlice<MarkdownNode>, by levels: Int, _ assembly: borrowing Assembly
  ) -> [TextEdit] {
    guard let first = headings.first?.headingLevel else { return [] }
    return headings.prefix { $0.headingLevel >= first }.map { node in
      TextEdit(
        at: assembly.location(of: node),
        replacing: String(repeating: "#", count: node.headingLevel),
        with: String(repeating: "#", count: node.headingLevel - levels))
    }
  }

  /// Writes the anchors into the tree, once no pass needs to know any more which nodes are
  /// headings.
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
    for text: String, uses: inout [String: Int], _ assembly: inout Assembly
  ) -> String {
    let slug = String(decoding: Slug.heading(Array(text.utf8)), as: UTF8.self)
    let base =
      if slug.isEmpty {
        "section"
      } else if reserved.contains(slug) {
        slug + "-section"
      } else {
        isOwned(slug, &assembly) ? "section-" + slug : slug
      }
    if assembly.page.anchors.insert(base).inserted { return base }
    while true {
      let count = uses[base, default: 1]
      uses[base] = count + 1
      var anchor = "\(base)-\(count)"
      if isOwned(anchor, &assembly) { anchor = "section-" + anchor }
      if assembly.page.anchors.insert(anchor).inserted { return anchor }
    }
  }

  /// Whether the templates or another pass may give this id: to a part of the page, a source, a
  /// citation, a footnote, a letter of the glossary, a region of the help or a group of a checklist.
  private static func isOwned(_ id: String, _ assembly: inout Assembly) -> Bool {
    // The first letters of those that follow: nearly all anchors begin with another.
    guard let first = id.utf8.first, first.isOne(of: "cflrs") else { return false }
    let parts = id.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      return assembly.entry.kind.traits.isChecklist && id.hasPrefix("c") && isNumber(id.dropFirst())
    }
    switch parts[0] {
    case "site": return true
    case "fn", "fnref": return parts[1].split(separator: "-").allSatisfy(isNumber)
    case "letter": return assembly.entry.kind.traits.content == .letters
    case "region": return assembly.entry.kind.traits.content == .regions
    case "source": return isSource(String(parts[1]), &assembly)
    case "cite":
      guard let end = parts[1].lastIndex(of: "-"), isNumber(parts[1][end...].dropFirst()) else {
        return false
      }
      return isSource(String(parts[1][..<end]), &assembly)
    case let group:
      return assembly.entry.kind.traits.isChecklist && group.hasPrefix("c")
        && isNumber(group.dropFirst())
        && isNumber(parts[1])
    }
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0.isASCIIDigit }
  }

  private static func isSource(_ key: String, _ assembly: inout Assembly) -> Bool {
    let isKnown = assembly.index.data.sources[key] != nil
    if assembly.remembers { assembly.page.trace.sources[key] = isKnown }
    return isKnown
  }

  /// Ids that are reserved for the templates.
  private static let reserved: Set<String> = [
    "main", "help", "sources", "words", "contents", "checklist", "navigation", "footer",
  ]
}

extension Rule {
  package static let emptyHeading = Rule(
    "empty-heading", .error, "A heading without words.",
    why: "A screen reader would announce a heading and say nothing.",
    bad: "##",
    good: "## What helps",
    fix: "Write its words, or delete the line.")
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
  fileprivate static func emptyHeading(at location: SourceLocation) -> Self {
    Diagnostic(
      .emptyHeading, "this heading has no words", at: location,
      help: "write its words after ‘##’, or delete the line")
  }

  fileprivate static func topHeading(_ text: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .topHeading, "‘\(text)’ is a second title for this page", at: location,
      help: "begin headings in the text with ‘##’; the title comes from the front matter")
  }

  fileprivate static func skippedHeading(
    level: Int, after previous: Int, at location: SourceLocation, edits: [TextEdit]
  ) -> Self {
    var finding = Diagnostic(
      .skippedHeading,
      "this heading has level \(level), but the one above it has level \(previous)",
      at: location, help: "begin it with ‘\(String(repeating: "#", count: previous + 1))’")
    finding.edits = edits
    return finding
  }
}
