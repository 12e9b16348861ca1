package import DaylightSyntax

/// Reports every value that was written before. Empty ones were reported as missing.
func duplicates(of values: [Located<String>], named name: String) -> [Diagnostic] {
  var first: [String: SourceLocation] = [:]
  var findings: [Diagnostic] = []
  for value in values where !value.value.isEmpty {
    if let place = first[value.value] {
      findings.append(.duplicateID(value, named: name, first: place))
    } else {
      first[value.value] = value.location
    }
  }
  return findings
}

extension Rule {
  package static let duplicateID = Rule(
    "duplicate-id", .error, "Two entries of a data file that have one name.",
    why: "Pages could not say which of the two they mean.",
    bad: "- id: sam\n  name: Sam Doe\n  role: author\n- id: sam\n  name: Sam Roe\n  role: author",
    good: "- id: sam\n  name: Sam Doe\n  role: author\n- id: sam-roe\n  name: Sam Roe\n"
      + "  role: author",
    fix: "Give one of the two another name.", in: .people)
}

extension Diagnostic {
  fileprivate static func duplicateID(
    _ value: Located<String>, named name: String, first: SourceLocation
  ) -> Self {
    Diagnostic(
      .duplicateID, "the \(name) ‘\(value.value)’ is used twice", at: value.location,
      notes: [Note("it is first used here", at: first)], help: "give one of them another \(name)")
  }
}
