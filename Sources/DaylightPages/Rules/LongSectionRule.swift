import DaylightModel
package import DaylightSyntax

/// Flags more than 300 words without a heading (CNT-15).
enum LongSectionRule: ProseRule {
  static func check(_ prose: Prose, of text: PageText, _ assembly: inout Assembly) {
    for section in prose.sections where section.words > most {
      // Where the 300th word is, a heading is due.
      var words = 0
      let block = prose.blocks.indices[section.firstBlock...].first {
        words += prose.blocks[$0].words
        return words > most
      }
      guard let block, let node = text.segments[text.blocks[block].segments].first?.node else {
        continue
      }
      let heading = section.heading.map { assembly.page.headings[$0].text }
      assembly.add(
        .longSection(
          section.words, heading, at: SourceLocation(path: assembly.path, start: node.place)))
    }
  }

  private static let most = 300
}

extension Rule {
  package static let longSection = Rule(
    "long-section", .warning, "More than 300 words without a heading.",
    why: "Headings let a reader find the one thing they came for, and stop where they have to. "
      + "People who listen move from heading to heading.",
    bad: "twenty paragraphs in a row", good: "the same with a heading before every third",
    fix: "Write a heading where the thought changes, before the paragraph that the message names "
      + "at the latest.", in: .described)
}

extension Diagnostic {
  fileprivate static func longSection(
    _ words: Int, _ heading: String?, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .longSection,
      "the \(words) words \(heading.map { "under ‘\($0)’" } ?? "before the first heading") have no "
        + "heading between them", at: location,
      help: "write a heading here or further up, where the thought changes")
  }
}
