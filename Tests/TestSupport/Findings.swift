package import DaylightSyntax
package import Testing

/// A finding that a test expects.
package struct ExpectedFinding: Sendable {
  var rule: String
  var mark: Int?
  var message: String?
  var help: String?

  /// - Parameters:
  ///   - mark: the mark in the source where the finding is; nil if it has no location there.
  ///   - message: the whole message; nil if the test does not check the wording.
  ///   - help: the whole help; nil likewise.
  package init(_ rule: String, at mark: Int? = nil, _ message: String? = nil, help: String? = nil) {
    self.rule = rule
    self.mark = mark
    self.message = message
    self.help = help
  }
}

/// Expects exactly these findings, in any order: a missing one fails, and so does an extra one.
///
/// Marks are numbered across all sources. A mark without an end matches a finding that starts
/// there, wherever it ends.
package func expectFindings(
  _ diagnostics: [Diagnostic], in sources: MarkedSource..., are expected: [ExpectedFinding],
  at place: Testing.SourceLocation = #_sourceLocation
) {
  expectFindings(diagnostics, in: sources, are: expected, at: place)
}

package func expectFindings(
  _ diagnostics: [Diagnostic], in sources: [MarkedSource], are expected: [ExpectedFinding],
  at place: Testing.SourceLocation = #_sourceLocation
) {
  var extra = diagnostics.sorted()
  for finding in expected {
    let location = finding.mark.map { mark in
      (mark: mark, place: sources.lazy.compactMap { $0.location(mark) }.first)
    }
    if let location, location.place == nil {
      Issue.record("no source has the mark \(location.mark)", sourceLocation: place)
      continue
    }
    let index = extra.firstIndex { diagnostic in
      diagnostic.rule.id == finding.rule
        && finding.message.map { $0 == diagnostic.message } ?? true
        && finding.help.map { $0 == diagnostic.help } ?? true
        && location.map { fits(diagnostic.location, $0.place) } ?? true
    }
    if let index {
      extra.remove(at: index)
    } else {
      let wording = [finding.message, finding.help.map { "help: \($0)" }].compactMap(\.self)
      let spot =
        location?.place.map { " at \($0.path):\($0.start.line):\($0.start.column)" } ?? ""
      Issue.record(
        "missing: [\(finding.rule)]\(spot) \(wording.joined(separator: "; "))",
        sourceLocation: place)
    }
  }
  guard !extra.isEmpty else { return }
  var text: [UInt8] = []
  let files = sources.map(\.file)
  DiagnosticFormat.text.append(
    extra, sources: { path in files.first { $0.path == path } }, to: &text)
  Issue.record("not expected:\n\(String(decoding: text, as: UTF8.self))", sourceLocation: place)
}

private func fits(
  _ found: DaylightSyntax.SourceLocation?, _ expected: DaylightSyntax.SourceLocation?
) -> Bool {
  guard let found, let expected else { return false }
  if expected.start == expected.end {
    return (found.path, found.start) == (expected.path, expected.start)
  }
  return found == expected
}
