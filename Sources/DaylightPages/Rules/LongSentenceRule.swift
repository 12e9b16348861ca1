import DaylightModel
package import DaylightSyntax

/// Flags sentences of more than 25 words, where they begin and end (CNT-09).
enum LongSentenceRule: ProseRule {
  static func check(_ prose: Prose, of text: PageText, _ assembly: inout Assembly) {
    guard assembly.index.language.endsSentencesWithFullStops else { return }
    for sentence in prose.longSentences {
      let block = text.blocks[sentence.block]
      // An item has a limit of its own, and links at its end.
      if block.setting.isChecklistItem || block.setting.isHeading { continue }
      var finding = Diagnostic.longSentence(
        sentence.words, at: text.location(of: sentence.range, in: block, path: assembly.path))
      if sentence.words > tooLong { finding.severity = .warning }
      assembly.add(finding)
    }
  }

  /// The most words of a sentence that is only noted.
  private static let tooLong = 40
}

extension Rule {
  package static let longSentence = Rule(
    "long-sentence", .note, "A sentence with more than 25 words.",
    why: "Who reads in fear, or in a second language, has forgotten its beginning when it ends. "
      + "The mean of a section may hide it.",
    bad: "When you go to your first appointment you may find that you have forgotten everything "
      + "you wanted to say, which happens to most people who have been through something like "
      + "this.",
    good: "You may forget what you wanted to say at your first appointment. Most people do.",
    fix: "Make two or three sentences of it. One of more than 40 words is a warning.",
    plural: "sentences with more than 25 words")
}

extension Diagnostic {
  fileprivate static func longSentence(_ words: Int, at location: SourceLocation) -> Self {
    Diagnostic(
      .longSentence, "this sentence has \(words) words", at: location,
      help: "make two or three sentences of it, each with one thought")
  }
}
