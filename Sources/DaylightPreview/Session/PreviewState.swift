/// What is served at a moment: the last good site, and what was found since.
struct PreviewState: Sendable {
  /// How many builds there were.
  var revision = 0
  /// Nothing until a build had no errors.
  var site: PreviewSite?
  var report = DiagnosticReport()
  /// The page that a person last worked on, and in which build it changed.
  var followed: (path: String, revision: Int)?
}

/// What a build has changed, for the pages that are being looked at.
package struct PreviewUpdate: Sendable {
  package let revision: Int
  /// Output paths.
  package let changed: [String]
  /// The output path of the page to go to.
  package let followed: String?
  package let report: DiagnosticReport
}
