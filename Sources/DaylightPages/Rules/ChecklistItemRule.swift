import DaylightModel
package import DaylightSyntax

/// Checks how the items of a checklist are written: what somebody notices, short, and nothing that
/// needs help at once (CHK-04, CHK-11).
enum ChecklistItemRule {
  /// The text of an item without the links at its end.
  struct Label {
    let text: String
    let location: SourceLocation
  }

  static func check(_ labels: [Label], _ assembly: inout Assembly) {
    let language = assembly.index.language
    // A list of questions to ask somebody else has no signs.
    let areQuestions = labels.allSatisfy { $0.text.last == "?" }
    for label in labels {
      let words = label.text.split(whereSeparator: \.isWhitespace).filter {
        $0.contains { $0.isLetter || $0.isNumber }
      }
      if words.count > longest { assembly.add(.longChecklistItem(words.count, at: label.location)) }
      if let danger = language.danger(in: label.text) {
        assembly.add(.checklistDanger(danger, at: label.location))
      }
      guard let subjects = language.itemSubjects, let first = words.first else { continue }
      let isAboutOther = label.text.last == "?" && subjects.isAskedAbout(words)
      let isRight = areQuestions ? !isAboutOther : subjects.begin(first)
      if !isRight {
        let example = subjects.suggestion(first)
        assembly.add(.checklistItemStart(String(first), example, at: label.location))
      }
    }
  }

  private static let longest = 20
}

extension Rule {
  package static let checklistItemStart = Rule(
    "checklist-item-start", .warning, "An item of a checklist that does not begin with a person.",
    why: "A reader recognises what they notice themselves, or what somebody does. A heading or a "
      + "diagnosis in a list asks them to judge.",
    bad: "## At home\n\n- [ ] Constant checking of my phone. [The signs](../signs/overview.md)",
    good: "## At home\n\n- [ ] They check my phone. [The signs](../signs/overview.md)",
    fix: "Begin with “I”, “You” or “They”. A list may also have questions only, to ask somebody.",
    in: .checklist)
  package static let longChecklistItem = Rule(
    "long-checklist-item", .warning, "An item of a checklist with more than 20 words.",
    why: "A long item often asks two things at once, and nobody knows what a tick means.",
    bad: "## At home\n\n- [ ] I watch what I say at breakfast, and in the evenings when they come "
      + "home late I also watch how loudly I walk. [The signs](../signs/overview.md)",
    good: "## At home\n\n- [ ] I watch what I say and how loudly I walk. "
      + "[The signs](../signs/overview.md)",
    fix: "Keep one thing, or make two items of it.", in: .checklist)
  package static let checklistDanger = Rule(
    "checklist-danger", .error, "An item of a checklist about weapons, strangling or suicide.",
    why: "These need a person at once, not a tick. A list that reacts to them would show it on the "
      + "screen, and one that does not would leave a reader alone.",
    bad: "## At home\n\n- [ ] They have a gun. [The signs](../signs/overview.md)",
    good: "## At home\n\n- [ ] I am afraid of what they may do. [The signs](../signs/overview.md)",
    fix: "Take the item out. Name the danger in a HELP callout above the list, with a link to the "
      + "help page.", in: .checklist)
}

extension Diagnostic {
  fileprivate static func checklistItemStart(
    _ found: String, _ example: String, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .checklistItemStart, "‘\(found) …’ does not say who notices or does something", at: location,
      help: "begin the item with ‘I’, ‘You’ or ‘They’, as in ‘\(example)’")
  }

  fileprivate static func longChecklistItem(_ words: Int, at location: SourceLocation) -> Self {
    Diagnostic(
      .longChecklistItem, "this item has \(words) words, more than 20", at: location,
      help: "keep one thing, or make two items of it")
  }

  fileprivate static func checklistDanger(_ found: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .checklistDanger, "‘\(found)’ needs help at once, and is nothing to tick", at: location,
      help: "take the item out, and name the danger in a callout above the list: ‘> [!HELP]’, with "
        + "a link to the help page")
  }
}
