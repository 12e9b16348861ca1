import DaylightModel
package import DaylightSyntax

/// Flags checkboxes outside of checklists: on a page they do nothing, and a ticked one makes a
/// statement about its reader.
enum StrayCheckboxRule {
  static func check(_ outline: MarkdownOutline, _ assembly: inout Assembly) {
    let isChecklist = assembly.entry.kind.traits.isChecklist
    for item in outline.taskItems where !(isChecklist && isSign(item)) {
      let box = item.isChecked ? "[x]" : "[ ]"
      assembly.add(
        .strayCheckbox(
          item.boxLocation(in: assembly.path), box, help: "write ‘- ’ instead of ‘- \(box) ’"))
    }
    for text in outline.textsWithBox where !text.isEscaped(0) && !text.isEscaped(2) {
      let box = String(decoding: text.literal.prefix(3), as: UTF8.self)
      assembly.add(
        .strayCheckbox(
          text.location(ofBytes: 0..<3, in: assembly.path), box,
          help: "take out ‘\(box)’, or put a backslash before it if it is meant to be seen"))
    }
  }

  /// Whether an item may belong to the checklist, which `ChecklistPass` checks.
  private static func isSign(_ item: MarkdownNode) -> Bool {
    item.parent?.parent?.kind == .document
      || item.ancestors.contains { $0.kind == .taskItem }
  }
}

extension Rule {
  package static let strayCheckbox = Rule(
    "stray-checkbox", .error, "A checkbox outside of a checklist.",
    why:
      "Readers would get a checkbox that does nothing, and a ticked one makes a statement about them.",
    bad: "- [x] I feel safe.",
    good: "- I feel safe.",
    fix: "Begin the item with `- ` alone, or make a page in `content/checklists` of the list.",
    formerIDs: ["stray-box"])
}

extension Diagnostic {
  fileprivate static func strayCheckbox(
    _ location: SourceLocation, _ box: String, help: String
  ) -> Self {
    Diagnostic(
      .strayCheckbox,
      box == "[ ]"
        ? "a checkbox only works in a checklist"
        : "this box is ticked before the reader did anything, and so makes a statement about them",
      at: location, help: help + "; lists to tick are pages in ‘content/checklists’")
  }
}
