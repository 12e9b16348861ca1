/// What is being served: the last good site, and the findings of the last build.
struct PreviewState: Sendable {
  /// The number of builds so far.
  var revision = 0
  /// Nil until a build had no errors.
  var site: PreviewSite?
  var report = DiagnosticReport()
  /// The page that was last edited, and the build in which it changed.
  var followed: (path: String, revision: Int)?
}

/// What a build has changed, for the pages that are open.
package struct PreviewUpdate: Sendable {
  package let revision: Int
  /// Output paths.
  package let changed: [String]
  /// The output path of the page to go to.
  package let followed: String?
  package let report: DiagnosticReport
}
