import DaylightSyntax
import TestSupport
import Testing

@Suite struct RuleLevelsTests {
  private let tone = Rule("tone", .warning, "A harsh word.", formerIDs: ["harshness"])
  private let quiet = Rule("quiet", .off, "Something rarely wanted.")
  private let exit = Rule("missing-exit", .error, "A page has no way to leave.")

  private func levels(
    _ entries: RuleLevels.Entry..., strict: Bool = false
  ) -> Diagnosed<RuleLevels> {
    let rules = RuleBook([RuleGroup("", "", [tone, quiet, exit])], locked: ["missing-exit"])
    return RuleLevels.reading(entries, rules: rules, setElsewhere: ["blame"], strict: strict)
  }

  private func severities(_ levels: RuleLevels) -> [String] {
    levels.apply(to: [tone, quiet, exit].map { Diagnostic($0, "found", at: nil) })
      .map { "\($0.rule.id) \($0.severity.rawValue)" }
  }

  @Test func `rules have their own levels unless the site says otherwise`() {
    #expect(severities(levels().value) == ["tone warning", "missing-exit error"])
  }

  @Test func `a site can change a level and turn a rule on or off`() {
    let changed = levels(.init("tone", .note), .init("quiet", .warning))
    #expect(severities(changed.value) == ["tone note", "quiet warning", "missing-exit error"])
    #expect(severities(levels(.init("tone", .off)).value) == ["missing-exit error"])
    #expect(changed.diagnostics.isEmpty)
  }

  @Test func `strict turns warnings into errors and leaves notes alone`() {
    let strict = levels(.init("quiet", .note), strict: true).value
    #expect(severities(strict) == ["tone error", "quiet note", "missing-exit error"])
  }

  @Test func `a rule that protects the reader cannot be lowered`() {
    let place = SourceLocation.file("content/site.yaml")
    let lowered = levels(.init("missing-exit", .warning, at: place))
    #expect(severities(lowered.value) == ["tone warning", "missing-exit error"])
    #expect(lowered.diagnostics.map(\.message) == ["‘missing-exit’ cannot be lowered to ‘warning’"])
    #expect(lowered.diagnostics.map(\.location) == [place])
  }

  @Test func `a rule that does not exist is an error with the nearest name`() {
    let unknown = levels(.init("tome", .off))
    #expect(unknown.diagnostics.map(\.message) == ["no rule is called ‘tome’"])
    #expect(unknown.diagnostics.map(\.help) == ["did you mean ‘tone’?"])
    #expect(levels(.init("harshnes", .off)).diagnostics.map(\.help) == ["did you mean ‘tone’?"])
  }

  @Test func `only the first hundred of many rules that do not exist get a suggestion`() {
    let entries = Array(repeating: RuleLevels.Entry("tome", .off), count: 150)
    let rules = RuleBook([RuleGroup("", "", [tone])], locked: [])
    let helps = RuleLevels.reading(entries, rules: rules, strict: false).diagnostics.map(\.help)
    #expect(helps.count == 150)
    #expect(helps.count { $0 == "did you mean ‘tone’?" } == 100)
  }

  @Test func `a former name still sets the level, and a note gives the new one`() {
    let place = SourceLocation.file("content/site.yaml")
    let renamed = levels(.init("harshness", .note, at: place))
    #expect(severities(renamed.value) == ["tone note", "missing-exit error"])
    #expect(renamed.diagnostics.map(\.message) == ["‘harshness’ is now called ‘tone’"])
    #expect(renamed.diagnostics.map(\.severity) == [.note])
    #expect(renamed.diagnostics.map(\.location) == [place])
  }

  @Test func `the level of a rule of language.yaml is set there, and the finding says so`() {
    let other = levels(.init("blame", .off))
    #expect(other.diagnostics.map(\.message) == ["the level of ‘blame’ is not set here"])
    #expect(other.diagnostics.allSatisfy { $0.help?.contains("content/language.yaml") == true })
  }

  @Test func `a finding with its own severity keeps it unless the site sets a level`() {
    var finding = Diagnostic(tone, "found", at: nil)
    finding.severity = .note
    #expect(levels().value.apply(to: [finding]).map(\.severity) == [.note])
    #expect(levels(.init("tone", .error)).value.apply(to: [finding]).map(\.severity) == [.error])
  }
}
