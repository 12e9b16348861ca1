/// How many notes there are of each rule.
package struct NoteCounts: Sendable, Hashable {
  private var counts: [Rule: Int] = [:]

  package init() {}

  /// Counts those of the findings that are notes.
  package init(_ diagnostics: [Diagnostic]) {
    add(diagnostics.filter { $0.severity == .note })
  }

  package mutating func add(_ notes: [Diagnostic]) {
    for note in notes { counts[note.rule, default: 0] += 1 }
  }

  package mutating func add(_ other: Self) { counts.merge(other.counts, uniquingKeysWith: +) }

  package mutating func remove(_ notes: [Diagnostic]) {
    for note in notes {
      let left = (counts[note.rule] ?? 0) - 1
      counts[note.rule] = left > 0 ? left : nil
    }
  }

  package var total: Int { counts.values.reduce(0, +) }

  /// The rules with notes, in no order.
  package var byRule: [(rule: Rule, count: Int)] {
    counts.map { (rule: $0, count: $1) }
  }
}
