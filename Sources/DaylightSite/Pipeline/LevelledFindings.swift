import DaylightSyntax

/// What was found in one input, at the levels that the site sets.
struct LevelledFindings: Sendable {
  private(set) var serious: [Diagnostic] = []
  private(set) var notes: [Diagnostic] = []
  /// Of rules that are off. An override may still be there for them.
  private var silent: [Diagnostic] = []
  /// The file that all of them are in; nil if there are several, or none.
  private(set) var path: String?

  init(_ found: [Diagnostic] = [], _ levels: RuleLevels) { add(found, levels) }

  var isEmpty: Bool { serious.isEmpty && notes.isEmpty && silent.isEmpty }

  mutating func add(_ found: [Diagnostic], _ levels: RuleLevels) {
    guard let first = found.first else { return }
    let place = isEmpty ? first.location?.path : path
    path = found.allSatisfy { $0.location?.path == place } ? place : nil
    for finding in found {
      guard let levelled = levels.apply(to: finding) else {
        silent.append(finding)
        continue
      }
      if levelled.severity == .note { notes.append(levelled) } else { serious.append(levelled) }
    }
  }

  /// Leaves out what overrides allow.
  func filter(_ isLeft: (Diagnostic) -> Bool) -> Self {
    var left = self
    left.serious = serious.filter(isLeft)
    left.notes = notes.filter(isLeft)
    // So that their overrides are not called stale.
    left.silent = silent.filter(isLeft)
    return left
  }
}
