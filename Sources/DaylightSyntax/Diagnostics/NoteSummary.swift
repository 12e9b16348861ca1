/// A summary of notes: one line per kind with its count, because nobody has to act on each.
package struct NoteSummary: Sendable {
  /// Those with the most notes first.
  package let kinds: [Kind]

  package struct Kind: Sendable, Hashable {
    package let rule: Rule
    package let count: Int

    /// The count and the name of the kind.
    package var text: String {
      if count > 1, let plural = rule.plural { return "\(count) \(plural)" }
      let summary = rule.summary.hasSuffix(".") ? rule.summary.dropLast() : rule.summary[...]
      return "\(count) note\(count == 1 ? "" : "s"): \(summary)"
    }
  }

  package init(_ counts: NoteCounts) {
    kinds = counts.byRule.map { Kind(rule: $0.rule, count: $0.count) }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.rule.id < $1.rule.id
    }
  }

  /// The most lines; the last one combines all remaining kinds.
  private static let most = 3

  /// At most three lines, the last of which says how to list the notes.
  package func lines(listedBy command: String) -> [String] {
    let isWhole = kinds.count <= Self.most
    let named = isWhole ? kinds[...] : kinds.prefix(Self.most - 1)
    var lines = named.map { "\($0.text) [\($0.rule.id)]" }
    if !isWhole {
      let rest = kinds.dropFirst(named.count)
      let count = rest.reduce(0) { $0 + $1.count }
      lines.append("\(count) other notes [\(rest.map(\.rule.id).joined(separator: ", "))]")
    }
    if let last = lines.indices.last { lines[last] += "; ‘\(command)’ lists them" }
    return lines
  }
}
