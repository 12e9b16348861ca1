import DaylightModel
package import DaylightSyntax

/// Finds headings that say the same under one heading, and headings with nothing below them.
struct HeadingOrder {
  private struct Name: Hashable {
    /// The number of the heading above, of a higher level.
    let parent: Int
    let text: String
  }

  private var names: Set<Name> = []
  /// The number of the last heading of each level.
  private var last = [Int](repeating: 0, count: 7)
  private var count = 0

  mutating func check(
    _ heading: MarkdownNode, _ level: Int, _ text: String, _ assembly: Assembly
  ) -> Diagnostic? {
    count += 1
    last[level] = count
    for lower in level + 1..<max(level + 1, 7) { last[lower] = 0 }
    guard heading.parent?.kind == .document, !text.isBlank else { return nil }
    let parent = last[..<level].last { $0 > 0 } ?? 0
    if !names.insert(Name(parent: parent, text: text.lowercased())).inserted {
      return .repeatedHeading(text, at: assembly.location(of: heading))
    }
    return isEmpty(heading, level, assembly)
      ? .emptySection(text, at: assembly.location(of: heading)) : nil
  }

  private func isEmpty(
    _ heading: MarkdownNode, _ level: Int, _ assembly: Assembly
  ) -> Bool {
    guard let next = heading.next, next.kind != .footnoteDefinition else {
      // On some pages the template goes on here.
      switch assembly.entry.kind.traits.content {
      case .text, .term, .checklist: return true
      case .statement: return assembly.document.pageFields?.statement == nil
      default: return false
      }
    }
    return next.kind == .heading && next.headingLevel <= level
  }
}

extension Rule {
  package static let repeatedHeading = Rule(
    "repeated-heading", .warning, "A heading that the same part of the page already has.",
    why: "In the list of headings that people listen to, two of the same name cannot be told "
      + "apart.",
    bad: "## What helps\n\nRest.\n\n## What helps\n\nFriends.",
    good: "## What helps at night\n\nRest.\n\n## What helps by day\n\nFriends.",
    fix: "Say in each what is different, or make one part of them.")
  package static let emptySection = Rule(
    "empty-section", .warning, "A heading with nothing below it.",
    why: "A reader who goes to a heading expects to find something there.",
    bad: "## What helps\n\n## What does not\n\nHurry.",
    good: "## What helps\n\nRest.\n\n## What does not\n\nHurry.",
    fix: "Write a sentence below it, or delete it.")
}

extension Diagnostic {
  fileprivate static func repeatedHeading(_ text: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .repeatedHeading, "‘\(text)’ is a heading twice", at: location,
      help: "say in each what is different, or make one part of the two")
  }

  fileprivate static func emptySection(_ text: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .emptySection, "there is nothing below ‘\(text)’", at: location,
      help: "write a sentence below it, or delete it")
  }
}
