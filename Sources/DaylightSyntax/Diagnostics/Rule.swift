/// A kind of finding: its name, how serious it is unless `site.yaml` says otherwise, and what it
/// looks for.
///
/// Each rule is declared beside the check that raises it.
package struct Rule: Sendable, Hashable {
  /// Kebab-case, as written in `site.yaml`, in an override and in brackets after a message.
  package let id: String
  package let level: Level
  /// One plain sentence that says what the rule flags.
  package let summary: String
  /// What several findings are called after their number, where notes are counted and not listed;
  /// nil where the summary serves.
  package let plural: String?
  /// What `daylight explain` and docs/rules.md say of the rule.
  package let explanation: Explanation

  /// - Parameter place: where the two examples are written.
  package init(
    _ id: String, _ level: Level, _ summary: String, why: String, bad: String, good: String,
    fix: String, in place: Example = .text, plural: String? = nil
  ) {
    self.id = id
    self.level = level
    self.summary = summary
    self.plural = plural
    explanation = Explanation(why: why, bad: bad, good: good, fix: fix, place: place)
  }

  /// What a finding of the rule becomes. `off` says nothing.
  package enum Level: String, Sendable, Hashable, CaseIterable, Comparable {
    case error, warning, note, off

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
