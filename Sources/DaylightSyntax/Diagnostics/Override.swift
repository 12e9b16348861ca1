/// A comment in a text that allows the findings of one rule near it, with the reason why.
package struct Override: Sendable, Hashable {
  /// The id of the rule.
  package let rule: String
  package let reason: String
  package let location: SourceLocation
  /// The lines of its file whose findings it allows.
  package let lines: ClosedRange<Int>

  package init(
    rule: String, reason: String, location: SourceLocation, lines: ClosedRange<Int>
  ) {
    self.rule = rule
    self.reason = reason
    self.location = location
    self.lines = lines
  }

  package func allows(_ finding: Diagnostic) -> Bool {
    guard finding.rule.id == rule, let place = finding.location else { return false }
    return place.path == location.path && lines.contains(place.start.line)
  }
}
