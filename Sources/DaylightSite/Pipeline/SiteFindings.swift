package import DaylightSyntax

/// What a build found, at the levels that the site sets.
///
/// On a large site nearly all of it are notes, and after an edit these are only counted. So they are
/// sorted where somebody lists them.
package struct SiteFindings: Sendable {
  /// Errors and warnings, sorted.
  package let serious: [Diagnostic]
  /// In no order.
  package let notes: [Diagnostic]

  package init(_ all: [Diagnostic]) {
    self.init(
      serious: all.filter { $0.severity != .note }, notes: all.filter { $0.severity == .note })
  }

  init(serious: [Diagnostic], notes: [Diagnostic]) {
    self.serious = serious.sorted()
    self.notes = notes
  }

  /// All of it, sorted.
  package var all: [Diagnostic] { (serious + notes).sorted() }

  package var errors: [Diagnostic] { serious.filter { $0.severity == .error } }
  package var warnings: [Diagnostic] { serious.filter { $0.severity == .warning } }
  package var hasErrors: Bool { serious.contains { $0.severity == .error } }

  func map(_ transform: (Diagnostic) -> Diagnostic) -> Self {
    Self(serious: serious.map(transform), notes: notes.map(transform))
  }
}
