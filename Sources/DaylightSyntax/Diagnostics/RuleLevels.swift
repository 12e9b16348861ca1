/// The level of each rule on this site: its own, unless `site.yaml` sets another. Under `--strict`,
/// warnings are errors.
package struct RuleLevels: Sendable, Hashable {
  private var levels: [String: Rule.Level] = [:]
  private var isStrict = false

  /// The rules' own levels.
  package init(strict: Bool = false) { isStrict = strict }

  /// An entry of `rules` in `site.yaml`.
  package struct Entry: Sendable, Hashable {
    package var rule: String
    package var level: Rule.Level
    package var location: SourceLocation?

    package init(_ rule: String, _ level: Rule.Level, at location: SourceLocation? = nil) {
      self.rule = rule
      self.level = level
      self.location = location
    }
  }

  /// The levels that a site sets. Entries that name no rule, or that would lower a locked one, are
  /// reported and have no effect.
  ///
  /// - Parameter setElsewhere: the ids of the rules in `language.yaml`, whose levels are set there.
  package static func reading(
    _ entries: [Entry], rules: RuleBook, setElsewhere: Set<String> = [], strict: Bool
  ) -> Diagnosed<RuleLevels> {
    var result = Diagnosed(RuleLevels(strict: strict))
    var guesses = mostSuggestions
    for entry in entries {
      if let rule = rules[entry.rule] {
        if rule.id != entry.rule {
          result.diagnostics.append(.renamedRule(entry.rule, rule, at: entry.location))
        }
        if rules.locked.contains(rule.id), entry.level < rule.level {
          result.diagnostics.append(.loweringLockedRule(rule, entry))
        } else {
          result.value.levels[rule.id] = entry.level
        }
      } else if setElsewhere.contains(entry.rule) {
        result.diagnostics.append(.languageRule(entry))
      } else {
        let nearest = guesses > 0 ? rules.nearest(to: entry.rule) : nil
        guesses -= 1
        result.diagnostics.append(.unknownRule(entry, nearest: nearest))
      }
    }
    return result
  }

  /// The findings at this site's levels, in the same order, without those of rules that are off.
  ///
  /// A finding with a severity other than its rule's keeps it, unless the site sets the level.
  package func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.compactMap(apply)
  }

  /// The finding at this site's level; nil if its rule is off.
  package func apply(to diagnostic: Diagnostic) -> Diagnostic? {
    var diagnostic = diagnostic
    switch levels.isEmpty ? nil : levels[diagnostic.rule.id] {
    case .off?: return nil
    case .note?: diagnostic.severity = .note
    case .warning?: diagnostic.severity = .warning
    case .error?: diagnostic.severity = .error
    case nil: if diagnostic.rule.level == .off { return nil }
    }
    if isStrict, diagnostic.severity == .warning { diagnostic.severity = .error }
    return diagnostic
  }
}

extension RuleLevels {
  package static let unknownRule = Rule(
    "unknown-rule", .error, "A rule that site.yaml names does not exist, or is not set there.",
    why: "The line has no effect, so the rule that was meant is as serious as before.",
    bad: "rules:\n  reading-grades: note",
    good: "rules:\n  reading-grade: note",
    fix: "Use the name that the message suggests. `daylight explain` lists all rules. The level "
      + "of a phrase to avoid is set in `content/language.yaml`.", in: .settings)
  package static let lockedRule = Rule(
    "locked-rule", .error, "site.yaml lowers a rule that protects the reader.",
    why: "The rule protects the people who read the site, so a setting cannot take it away.",
    bad: "rules:\n  broken-link: warning",
    good: "rules:\n  vague-link: note",
    fix: "Remove the line, and fix what the rule found.", in: .settings)
  package static let renamedRule = Rule(
    "renamed-rule", .note, "A rule that is called by a former name.",
    why: "The former name still works, but a later version will not know it.",
    bad: "rules:\n  heavy-picture: note",
    good: "rules:\n  large-picture: note",
    fix: "Write the new name.", in: .settings, plural: "former names of rules")
}

extension Diagnostic {
  /// - Parameter name: the former id by which a setting or an override names the rule.
  package static func renamedRule(_ name: String, _ rule: Rule, at location: SourceLocation?)
    -> Self
  {
    var finding = Diagnostic(
      RuleLevels.renamedRule, "‘\(name)’ is now called ‘\(rule.id)’", at: location,
      help: "write ‘\(rule.id)’: a later version will not know the former name")
    finding.edits = location.map { [TextEdit(at: $0, replacing: name, with: rule.id)] } ?? []
    return finding
  }

  fileprivate static func unknownRule(_ entry: RuleLevels.Entry, nearest: String?) -> Self {
    Diagnostic(
      RuleLevels.unknownRule, "no rule is called ‘\(entry.rule)’", at: entry.location,
      help: nearest.map { "did you mean ‘\($0)’?" }
        ?? "the name of a rule is in brackets after each of its messages; ‘daylight explain’ lists all"
    )
  }

  fileprivate static func languageRule(_ entry: RuleLevels.Entry) -> Self {
    Diagnostic(
      RuleLevels.unknownRule, "the level of ‘\(entry.rule)’ is not set here", at: entry.location,
      help: "set its ‘level’ in content/language.yaml, or delete it there, and remove this line")
  }

  fileprivate static func loweringLockedRule(_ rule: Rule, _ entry: RuleLevels.Entry) -> Self {
    Diagnostic(
      RuleLevels.lockedRule, "‘\(rule.id)’ cannot be lowered to ‘\(entry.level.rawValue)’",
      at: entry.location,
      help: "the rule protects the people who read the site: remove this line")
  }
}
