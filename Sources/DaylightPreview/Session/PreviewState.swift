/// What is being served: the last good site, and the findings of the last build.
struct PreviewState: Sendable {
  /// The number of builds so far.
  var revision = 0
  /// Nil until a build had no errors.
  var site: PreviewSite?
  var report = DiagnosticReport()
  /// Whether some of its pages are newer than the rest, because a build is running.
  var isBuilding = false
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
  /// Whether the rest of the site is still being built, and the findings are those of before.
  package let isBuilding: Bool
}
