/// A kind of finding: its name, its level unless `site.yaml` sets another, and what it flags.
///
/// Each rule is declared beside the check that raises it. It is a class, because thousands of findings
/// share it and are copied with every build.
package final class Rule: Sendable {
  /// Kebab-case, as written in `site.yaml`, in an override and in brackets after a message.
  package let id: String
  package let level: Level
  /// One plain sentence that says what the rule flags.
  package let summary: String
  /// The plural name of its findings, for counting notes without listing them; nil if the summary
  /// will do.
  package let plural: String?
  /// What `daylight explain` and docs/rules.md say about the rule.
  package let explanation: Explanation
  /// Earlier ids, which still work wherever a rule is named, and are noted.
  package let formerIDs: [String]

  /// - Parameter place: where the two examples are written.
  package init(
    _ id: String, _ level: Level, _ summary: String, why: String, bad: String, good: String,
    fix: String, in place: Example = .text, plural: String? = nil, formerIDs: [String] = []
  ) {
    self.id = id
    self.formerIDs = formerIDs
    self.level = level
    self.summary = summary
    self.plural = plural
    explanation = Explanation(why: why, bad: bad, good: good, fix: fix, place: place)
  }

  /// The severity of a finding. `off` suppresses it.
  package enum Level: String, Sendable, Hashable, Comparable, FieldWord {
    case error, warning, note, off

    package var meaning: String {
      switch self {
      case .error: "Nothing is published until it is fixed."
      case .warning: "The site is published; a strict check fails."
      case .note: "It is counted, and listed when asked for."
      case .off: "It is not looked for."
      }
    }

    /// From `off`, the lowest, to `error`.
    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .off: 0
      case .note: 1
      case .warning: 2
      case .error: 3
      }
    }
  }
}

extension Rule: Hashable {
  package static func == (left: Rule, right: Rule) -> Bool {
    left === right
      || left.id == right.id && left.level == right.level && left.summary == right.summary
        && left.plural == right.plural && left.explanation == right.explanation
        && left.formerIDs == right.formerIDs
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
