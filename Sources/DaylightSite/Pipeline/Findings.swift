package import DaylightSyntax

/// Collects what the stages of a build find, and reports it at the levels that the site sets.
struct Findings {
  private let levels: RuleLevels
  private var all: [Diagnostic]
  private var overrides: [Override] = []
  private var skipped: [Rule] = []

  init(_ levels: Diagnosed<RuleLevels>) {
    self.levels = levels.value
    all = levels.diagnostics
  }

  mutating func add(_ diagnostics: [Diagnostic]) { all += diagnostics }

  /// Removes what the overrides allow, no matter which stage finds it (CNT-14).
  mutating func allow(_ overrides: [Override]) { self.overrides += overrides }

  /// Says that rules were not applied, so that nothing is left to allow of what they find.
  mutating func skip(_ rules: [Rule]) { skipped += rules }

  var errors: [Diagnostic] { levels.apply(to: sift().left).filter { $0.severity == .error } }

  /// What is left, sorted, and the overrides that removed something.
  ///
  /// - Parameter isWhole: whether all stages ran. If not, what an override allows may just not have
  ///   been found yet, and no override is called stale.
  func report(isWhole: Bool) -> (diagnostics: [Diagnostic], overrides: [Override]) {
    var (left, used) = sift()
    if isWhole {
      let skipped = Set(skipped.map(\.id))
      left += overrides.indices.filter { number in
        !used.contains(number) && !skipped.contains(overrides[number].rule)
      }.map { .staleOverride(overrides[$0]) }
    }
    return (levels.apply(to: left).sorted(), used.sorted().map { overrides[$0] })
  }

  private func sift() -> (left: [Diagnostic], used: Set<Int>) {
    guard !overrides.isEmpty else { return (all, []) }
    let byPath = Dictionary(grouping: overrides.indices) { overrides[$0].location.path }
    var used: Set<Int> = []
    let left = all.filter { finding in
      let near = finding.location.flatMap { byPath[$0.path] } ?? []
      guard let number = near.first(where: { overrides[$0].allows(finding) }) else { return true }
      used.insert(number)
      return false
    }
    return (left, used)
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
