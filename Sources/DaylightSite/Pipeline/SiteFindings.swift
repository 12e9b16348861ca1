package import DaylightSyntax

/// What a build found, at the levels that the site sets.
///
/// On a large site nearly all of it are notes, and after an edit these are only counted. So they are
/// listed and sorted where somebody asks for them.
package struct SiteFindings: Sendable {
  /// Errors and warnings, sorted.
  package let serious: [Diagnostic]
  package let notes: NoteList

  package init(_ all: [Diagnostic]) {
    self.init(
      serious: all.filter { $0.severity != .note },
      notes: NoteList(all.filter { $0.severity == .note }))
  }

  init(serious: [Diagnostic], notes: NoteList) {
    self.serious = serious.sorted()
    self.notes = notes
  }

  /// All of it, sorted.
  package var all: [Diagnostic] { (serious + notes.all).sorted() }

  package var errors: [Diagnostic] { serious.filter { $0.severity == .error } }
  package var warnings: [Diagnostic] { serious.filter { $0.severity == .warning } }
  package var hasErrors: Bool { serious.contains { $0.severity == .error } }

  /// With the places in built-in files marked as such. What is found in a page is never in one.
  func marked(by mark: (Diagnostic) -> Diagnostic) -> Self {
    Self(serious: serious.map(mark), notes: notes.mapSite(mark))
  }
}
