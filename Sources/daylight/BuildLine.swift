import DaylightSite
import DaylightSyntax

/// The terminal output for one build of the preview: a summary line, and one line for each of the
/// first errors.
struct BuildLine {
  let build: SiteBuild
  /// Whether this build or an earlier one produced a site to show.
  let hasSite: Bool

  init(_ build: SiteBuild, hasSite: Bool) {
    self.build = build
    self.hasSite = hasSite
  }

  /// The browser shows all of them.
  private static let most = 5

  var text: String {
    let errors = build.diagnostics.filter { $0.severity == .error }
    let warnings = build.diagnostics.count { $0.severity == .warning }
    let found = [
      errors.isEmpty ? nil : Summary.counted(errors.count, "error"),
      warnings == 0 ? nil : Summary.counted(warnings, "warning"),
    ].compactMap(\.self).joined(separator: ", ")
    guard !errors.isEmpty else {
      let work = build.statistics
      return "\(Summary.counted(work.pages, "page")), \(work.assembled) read, "
        + "\(work.rendered) rendered; \(found.isEmpty ? "nothing to fix" : found)"
    }
    let lines = errors.prefix(Self.most).map { error in
      let place = error.location.map { "\($0.path):\($0.start.line):\($0.start.column): " } ?? ""
      return "  \(place)\(error.message) [\(error.rule.id)]"
    }
    let state = hasSite ? "the browser shows the last good site" : "there is no site to show yet"
    return (["\(found); \(state)"] + lines).joined(separator: "\n")
  }
}
