import DaylightModel
package import DaylightSyntax

/// Flags paragraphs with more than five sentences, and walls of text (CNT-09).
enum LongParagraphRule: ProseRule {
  static func check(_ prose: Prose, of text: PageText, _ assembly: inout Assembly) {
    guard assembly.index.language.endsSentencesWithFullStops else { return }
    for (count, block) in zip(prose.blocks, text.blocks) {
      let isWall = count.words > mostWords || count.sentences > 2 * mostSentences
      guard count.sentences > mostSentences || isWall,
        let first = text.segments[block.segments].first?.node
      else { continue }
      let location = SourceLocation(path: assembly.path, start: first.place)
      var finding = Diagnostic.longParagraph(count, at: location)
      if isWall { finding.severity = .warning }
      assembly.add(finding)
    }
  }

  private static let mostSentences = 5
  private static let mostWords = 150
}

extension Rule {
  package static let longParagraph = Rule(
    "long-paragraph", .note, "A paragraph with more than five sentences, or a wall of text.",
    why: "On a phone a long paragraph fills the screen, and a reader who looks away loses the "
      + "place.",
    bad: "Rest. Drink water. Open a window. Write to a friend. Go for a walk. Sleep if you can.",
    good: "Rest. Drink water. Open a window.\n\nWrite to a friend. Go for a walk. Sleep if you "
      + "can.",
    fix: "Begin a new paragraph where the thought changes, or make a list. More than 150 words, or "
      + "ten sentences, are a warning.",
    plural: "paragraphs with more than five sentences")
}

extension Diagnostic {
  fileprivate static func longParagraph(
    _ count: Readability.Block, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .longParagraph,
      "this paragraph has \(count.sentences) sentence\(count.sentences == 1 ? "" : "s") and "
        + "\(count.words) words", at: location,
      help: "begin a new paragraph where the thought changes, or make a list of it")
  }
}
