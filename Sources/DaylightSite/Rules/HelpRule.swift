import DaylightModel
package import DaylightSyntax

/// Flags a site whose help would be empty: no line, no emergency number, no region of its own
/// (CRI-01, CRI-03, CRI-05).
enum HelpRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    let help = index.data.help
    guard !help.isUnreadable else { return [] }
    guard let region = help.region(chosen: index.configuration.helpRegion?.value) else {
      return [.noHelp]
    }
    var findings = help.regions.filter(\.helplines.isEmpty).map(Diagnostic.noLines)
    if !region.helplines.isEmpty, !region.helplines.contains(where: \.canBeReached) {
      findings.append(.noLineToReach(region))
    }
    if region.emergency == nil { findings.append(.noEmergency(region)) }
    for region in help.regions {
      guard let number = region.emergency?.number, !number.value.isEmpty,
        let problem = EmergencyNumber.problem(of: number.value, inRegion: region.id.value)
      else { continue }
      findings.append(.wrongEmergency(number, problem, in: region))
    }
    return findings
  }
}

extension Helpline {
  /// Whether a person answers there. A page that only lists services does not count.
  fileprivate var canBeReached: Bool { phone != nil || text != nil || chat != nil }
}

extension Rule {
  package static let missingHelp = Rule(
    "missing-help", .error, "A site or a region without a line that a reader can reach.",
    why: "Every page says “the people on these lines can” help. Without lines a reader in danger "
      + "is sent to an empty list.",
    bad: "regions:\n  - id: gb-eng\n    name: England\n    services: []",
    good: HelpRule.example,
    fix: "Write at least one line that answers by phone, text or chat for each region, after "
      + "looking it up on its operator’s own page.", in: .described)
  package static let emergencyNumber = Rule(
    "emergency-number", .error, "A region whose emergency number is missing, or is not one.",
    why: "A reader in danger would be told to call nobody, or a number that does not send help.",
    bad: "emergency:\n  number: \"116123\"",
    good: "emergency:\n  number: \"999\"",
    fix: "Write the number that people dial there in danger, such as 999, 112, 911, 000 or 111.",
    in: .described)
}

extension HelpRule {
  /// A complete `help.yaml` to copy and paste.
  static let example = """
    regions:
      - id: gb-eng
        name: England
        emergency:
          number: "999"
        services:
    \(line)
    """

  fileprivate static let line = """
          - name: Samaritans
            kind: suicide
            phone: "116123"
            display: 116 123
            hours: "24/7"
            cost:
            coverage: United Kingdom and Ireland
            source: https://www.samaritans.org/
            verified:
    """
}

extension Diagnostic {
  fileprivate static var noHelp: Self {
    Diagnostic(
      .missingHelp, "the site names no line that a reader could call",
      at: .file("content/help.yaml"),
      help: "write the lines of your country into ‘content/help.yaml’, in this form:\n"
        + HelpRule.example)
  }

  fileprivate static func noLines(of region: HelpDirectory.Region) -> Self {
    Diagnostic(
      .missingHelp, "there is no line for ‘\(region.name.value)’", at: region.name.location,
      help: "remove the region, or write its lines in this form:\n    services:\n" + HelpRule.line
    )
  }

  fileprivate static func noLineToReach(_ region: HelpDirectory.Region) -> Self {
    Diagnostic(
      .missingHelp, "no line of ‘\(region.name.value)’ can be called, texted or chatted with",
      at: region.name.location,
      help: "write one that can, with ‘phone’, ‘text’ or ‘chat’:\n" + HelpRule.line)
  }

  fileprivate static func noEmergency(_ region: HelpDirectory.Region) -> Self {
    let number = EmergencyNumber.numbers(ofRegion: region.id.value)?.first
    return Diagnostic(
      .emergencyNumber, "‘\(region.name.value)’ names no number to call in danger",
      at: region.name.location,
      help: "write it below the name"
        + (number == nil ? ", with the number of the place in place of 112" : "")
        + ":\n    emergency:\n      number: \"\(number ?? "112")\"")
  }

  fileprivate static func wrongEmergency(
    _ number: Located<String>, _ problem: String, in region: HelpDirectory.Region
  ) -> Self {
    let right = EmergencyNumber.numbers(ofRegion: region.id.value)?.first
    return Diagnostic(
      .emergencyNumber,
      "‘\(number.value)’ is not the emergency number of ‘\(region.name.value)’: \(problem)",
      at: number.location,
      help: right.map { "write \"\($0)\"" }
        ?? "write what people dial there in danger, digits only, such as \"112\"")
  }
}
