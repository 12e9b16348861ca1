package import DaylightSyntax

/// Collects what the stages of a build find, and reports it at the levels that the site sets.
struct Findings {
  private let levels: RuleLevels
  private var serious: [Diagnostic] = []
  private var notes: [Diagnostic] = []
  /// Of rules that are off. An override may still be there for them.
  private var silent: [Diagnostic] = []
  private var overrides: [Override] = []
  private var skipped: [Rule] = []

  init(_ levels: Diagnosed<RuleLevels>) {
    self.levels = levels.value
    add(levels.diagnostics)
  }

  mutating func add(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      guard let found = levels.apply(to: diagnostic) else {
        silent.append(diagnostic)
        continue
      }
      if found.severity == .note { notes.append(found) } else { serious.append(found) }
    }
  }

  /// Removes what the overrides allow, no matter which stage finds it (CNT-14).
  mutating func allow(_ overrides: [Override]) { self.overrides += overrides }

  /// Says that rules were not applied, so that nothing is left to allow of what they find.
  mutating func skip(_ rules: [Rule]) { skipped += rules }

  var errors: [Diagnostic] {
    let byPath = overridesByPath
    return serious.filter { $0.severity == .error && override(of: $0, byPath) == nil }
  }

  /// What is left, and the overrides that removed something.
  ///
  /// - Parameter isWhole: whether all stages ran. If not, what an override allows may just not have
  ///   been found yet, and no override is called stale.
  func report(isWhole: Bool) -> (findings: SiteFindings, overrides: [Override]) {
    let byPath = overridesByPath
    var used: Set<Int> = []
    func left(of found: [Diagnostic]) -> [Diagnostic] {
      guard !overrides.isEmpty else { return found }
      return found.filter { finding in
        guard let number = override(of: finding, byPath) else { return true }
        used.insert(number)
        return false
      }
    }
    let notes = left(of: notes)
    var serious = left(of: serious)
    // So that their overrides are not called stale.
    _ = left(of: silent)
    var stale: [Diagnostic] = []
    if isWhole {
      let skipped = Set(skipped.map(\.id))
      stale = overrides.indices.filter { number in
        !used.contains(number) && !skipped.contains(overrides[number].rule)
      }.compactMap { levels.apply(to: .staleOverride(overrides[$0])) }
    }
    serious += stale.filter { $0.severity != .note }
    return (
      SiteFindings(serious: serious, notes: notes + stale.filter { $0.severity == .note }),
      used.sorted().map { overrides[$0] }
    )
  }

  private var overridesByPath: [String: [Int]] {
    Dictionary(grouping: overrides.indices) { overrides[$0].location.path }
  }

  private func override(of finding: Diagnostic, _ byPath: [String: [Int]]) -> Int? {
    guard !byPath.isEmpty, let path = finding.location?.path else { return nil }
    return byPath[path]?.first { overrides[$0].allows(finding) }
  }
}

extension Rule {
  package static let staleOverride = Rule(
    "stale-override", .warning, "An override of a finding that is no longer there.",
    why: "It looks as if something were wrong here, and would hide the next finding.",
    bad: "<!-- allow: vague-link because the sentence says what it is -->\n"
      + "Read [the signs](signs/overview.md).",
    good: "Read [the signs](signs/overview.md).",
    fix: "Delete the comment.")
}

extension Diagnostic {
  fileprivate static func staleOverride(_ override: Override) -> Self {
    Diagnostic(
      .staleOverride, "nothing is left that this override of ‘\(override.rule)’ would allow",
      at: override.location, help: "delete it")
  }
}
