import DaylightModel

/// What the boxes of other tools are here.
enum CalloutNames {
  static func kind(of name: String) -> CalloutKind {
    let name = name.lowercased()
    if let own = CalloutKind(rawValue: name) { return own }
    return warnings.contains(name) ? .safety : .note
  }

  /// Whether the name says more than how loud the box is.
  static func isOwnWord(_ name: String) -> Bool {
    !common.contains(name.lowercased()) && !warnings.contains(name.lowercased())
  }

  private static let warnings: Set = [
    "warning", "warn", "danger", "caution", "attention", "error", "alert", "failure", "fail",
    "missing",
    "bug", "important-warning", "deprecated", "critical",
  ]

  private static let common: Set = [
    "note", "info", "tip", "hint", "important", "abstract", "summary", "tldr", "todo", "success",
    "check", "done", "question", "help", "faq", "example", "quote", "cite", "seealso", "inline",
    "primary", "secondary", "demo", "details", "announcement",
  ]
}
