import DaylightModel
package import DaylightSyntax

/// Collects what the stages of a build find, and reports it at the levels that the site sets.
struct Findings: Sendable {
  private let levels: RuleLevels
  /// Those about the site as a whole.
  private var site: LevelledFindings
  /// Those in each document or page.
  private var tables: [Part: LevelledTable] = [:]
  /// Those of the build before.
  private var former: [Part: LevelledTable]
  private var overrides: [Override] = []
  private var skipped: [Rule] = []

  /// What the findings of a table are about.
  enum Part: CaseIterable { case documents, texts, reviews, anchors, pages }

  /// - Parameter previous: the findings of the build before, whose tables are followed if the site
  ///   sets the same levels.
  init(_ levels: Diagnosed<RuleLevels>, after previous: Findings? = nil) {
    self.levels = levels.value
    former = previous?.levels == levels.value ? previous?.tables ?? [:] : [:]
    site = LevelledFindings(levels.diagnostics, levels.value)
  }

  mutating func add(_ diagnostics: [Diagnostic]) { site.add(diagnostics, levels) }

  mutating func add<ID>(_ table: FindingTable<ID>, of part: Part) {
    let before = former.removeValue(forKey: part)
    tables[part] = before?.following(table, levels) ?? LevelledTable(table, levels)
  }

  /// Removes what the overrides allow, no matter which stage finds it (CNT-14).
  mutating func allow(_ overrides: [Override]) { self.overrides += overrides }

  /// Says that rules were not applied, so that nothing is left to allow of what they find.
  mutating func skip(_ rules: [Rule]) { skipped += rules }

  var errors: [Diagnostic] {
    let byPath = overridesByPath
    let serious = site.serious + allTables.filter(\.hasErrors).flatMap(\.serious)
    return serious.filter { $0.severity == .error && override(of: $0, byPath) == nil }
  }

  /// What is left, and the overrides that removed something.
  ///
  /// - Parameter isWhole: whether all stages ran. If not, what an override allows may just not have
  ///   been found yet, and no override is called stale.
  func report(isWhole: Bool) -> (findings: SiteFindings, overrides: [Override]) {
    let byPath = overridesByPath
    var used: Set<Int> = []
    func isLeft(_ finding: Diagnostic) -> Bool {
      guard let number = override(of: finding, byPath) else { return true }
      used.insert(number)
      return false
    }
    let paths = Set(byPath.keys)
    var site = paths.isEmpty ? site : site.filter(isLeft)
    let tables = allTables.map { $0.filter(in: paths, isLeft) }
    if isWhole {
      let skipped = Set(skipped.map(\.id))
      let stale = overrides.indices.filter { number in
        !used.contains(number) && !skipped.contains(overrides[number].rule)
      }
      site.add(stale.map { .staleOverride(overrides[$0]) }, levels)
    }
    return (
      SiteFindings(
        serious: site.serious + tables.flatMap(\.serious), notes: NoteList(site.notes, tables)),
      used.sorted().map { overrides[$0] }
    )
  }

  private var allTables: [LevelledTable] { Part.allCases.compactMap { tables[$0] } }

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
