import DaylightSite
import DaylightSyntax

/// A line about one build of a preview.
struct BuildLine {
  private let build: SiteBuild

  init(_ build: SiteBuild) { self.build = build }

  var text: String {
    let errors = build.diagnostics.count { $0.severity == .error }
    let warnings = build.diagnostics.count { $0.severity == .warning }
    if errors > 0 {
      return "\(errors) to mend, \(warnings) to look at; the last good site stays in the browser"
    }
    let work = build.statistics
    return "\(work.pages) pages, \(work.assembled) read, \(work.rendered) rendered, "
      + "\(warnings) to look at"
  }
}
