import DaylightModel
package import DaylightSyntax

/// Flags helplines that do not say what a call costs or where they help (CRI-01). Whoever wrote that
/// a line was checked has seen both; before that, it is only noted.
enum HelplineDetailsRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    index.data.help.regions.flatMap(\.helplines).compactMap { line in
      var missing: [(field: String, text: String)] = []
      if line.cost == nil, line.phone != nil || line.text != nil {
        missing.append(("cost", "what a call costs"))
      }
      if line.coverage == nil, line.phone != nil || line.text != nil || line.chat != nil {
        missing.append(("coverage", "in which area it helps"))
      }
      return missing.isEmpty ? nil : .missingDetails(line, missing)
    }
  }
}

extension Rule {
  package static let helplineDetails = Rule(
    "helpline-details", .warning,
    "A helpline that does not say what a call costs, or where it helps.",
    why: "Somebody whose money is watched has to know the price before they call, and nobody "
      + "should get through to a line that cannot help where they are.",
    bad: "cost:\ncoverage:",
    good: "cost: free\ncoverage: England",
    fix: "Look both up on the operator’s own page, and write `cost` and `coverage`. Until the line "
      + "has a day under `verified`, this is only a note.",
    in: .help, plural: "helplines that do not say what a call costs, or where they help")
}

extension Diagnostic {
  fileprivate static func missingDetails(
    _ line: Helpline, _ missing: [(field: String, text: String)]
  ) -> Self {
    var diagnostic = Diagnostic(
      .helplineDetails,
      "‘\(line.name.value)’ does not say \(missing.map(\.text).joined(separator: ", nor "))",
      at: line.name.location,
      help: "look it up at its source, and write "
        + missing.map { "‘\($0.field)’" }.joined(separator: " and "))
    if line.verified == nil { diagnostic.severity = .note }
    return diagnostic
  }
}
