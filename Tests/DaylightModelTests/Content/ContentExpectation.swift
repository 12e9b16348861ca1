import DaylightSyntax
import TestSupport
import Testing

/// Expects exactly these findings, in this order, at the marks of the source in the order of the
/// marks. A rule is an error unless it is written with another severity before it.
func expect(
  _ findings: [Diagnostic], _ rules: [String], in source: BracketedSource,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let expected = zip(rules, source.places).map { rule, place in
    Finding(rule.contains(" ") ? rule : "error \(rule)", at: place)
  }
  #expect(findings.sorted().map(Finding.init) == expected, sourceLocation: sourceLocation)
  #expect(rules.count == source.places.count, sourceLocation: sourceLocation)
}

func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }
