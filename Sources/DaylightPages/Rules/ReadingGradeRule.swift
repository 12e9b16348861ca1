import DaylightModel
package import DaylightSyntax

/// Measures how hard each section is to read, and flags those above grade 8 (CNT-09).
package enum ReadingGradeRule: TextRule {
  package static let highest = 8.0

  static func check(_ text: PageText, _ assembly: inout Assembly) {
    guard assembly.index.language.readingFormula != nil else { return }
    var measures: [(heading: Int?, line: Int, measure: Readability)] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for block in text.blocks where !block.setting.isHeading && !block.setting.isQuotation {
        let last = measures.count - 1
        let own = UnsafeBufferPointer(rebasing: bytes[block.bytes])
        if last >= 0, measures[last].heading == block.setting.heading {
          measures[last].measure.add(block: own)
        } else {
          var measure = Readability()
          measure.add(block: own)
          let line = text.segments[block.segments].first?.node.place.line
          measures.append((block.setting.heading, line ?? assembly.document.bodyLine, measure))
        }
      }
    }
    assembly.page.readability.reserveCapacity(measures.count)
    for (heading, line, measure) in measures {
      let section = heading.map { assembly.page.headings[$0] }
      assembly.page.readability.append(
        SectionReadability(heading: section, line: line, measure: measure))
      if let grade = measure.grade, grade > highest {
        let location = SourceLocation(
          path: assembly.path, start: SourcePosition(line: line, column: 1))
        assembly.add(.hardToRead(section?.text, grade, measure, at: location))
      }
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
    fix: "Use shorter sentences and plainer words. Split the longest sentence first.")
}

extension Diagnostic {
  fileprivate static func hardToRead(
    _ heading: String?, _ grade: Double, _ measure: Readability, at location: SourceLocation
  ) -> Self {
    let tenths = Int((grade * 10).rounded())
    let place = heading.map { "the section ‘\($0)’" } ?? "the text before the first heading"
    let words = measure.words / max(measure.sentences, 1)
    return Diagnostic(
      .readingGrade, "\(place) reads at grade \(tenths / 10).\(tenths % 10)", at: location,
      help: "write shorter sentences (now \(words) words on average) and plainer words")
  }
}
