import DaylightModel
package import DaylightSyntax

/// Measures how hard each section is to read, and flags those that are too hard (CNT-09).
enum ReadingGradeRule: ProseRule {
  static func check(_ prose: Prose, of text: PageText, _ assembly: inout Assembly) {
    guard let formula = assembly.index.language.readingFormula else { return }
    assembly.page.readability.reserveCapacity(prose.sections.count)
    for section in prose.sections {
      let heading = section.heading.map { assembly.page.headings[$0] }
      let first = text.segments[text.blocks[section.firstBlock].segments].first?.node.place.line
      let line = first ?? assembly.document.bodyLine
      assembly.page.readability.append(
        SectionReadability(heading: heading, line: line, measure: section.measure))
      guard let score = formula.score(of: section.measure), formula.isHard(score) else { continue }
      let location = SourceLocation(
        path: assembly.path, start: SourcePosition(line: line, column: 1))
      assembly.add(.hardToRead(heading?.text, formula, score, section.measure, at: location))
    }
  }
}

extension Rule {
  package static let readingGrade = Rule(
    "reading-grade", .warning, "A section that takes more than eight years of school to read.",
    why: "Many people read this in fear or in haste. Long sentences and long words keep them out.",
    bad: "Individuals experiencing considerable interpersonal manipulation frequently "
      + "demonstrate\npsychological disorientation, particularly whenever affectionate "
      + "reconciliation immediately\nfollows unpredictable hostility, and consequently "
      + "independent decisions concerning\nrelationships become extraordinarily complicated.\n"
      + "Professional consultation is recommended before undertaking any irreversible action.",
    good: "When care and harm take turns, it is hard to think straight. That is not a weakness. "
      + "Anyone\nwould feel that way. You can take your time. You can ask somebody you trust "
      + "what they see.",
    fix: "Use shorter sentences and plainer words. Split the longest sentence first. Names, "
      + "numbers and words of the glossary are not counted.")
}

extension Diagnostic {
  fileprivate static func hardToRead(
    _ heading: String?, _ formula: ReadingFormula, _ score: Double, _ measure: Readability,
    at location: SourceLocation
  ) -> Self {
    let place = heading.map { "the section ‘\($0)’" } ?? "the text before the first heading"
    let words = measure.words / max(measure.sentences, 1)
    return Diagnostic(
      .readingGrade, "\(place) reads \(formula.description(of: score))", at: location,
      help: "write shorter sentences (now \(words) words on average) and plainer words")
  }
}
