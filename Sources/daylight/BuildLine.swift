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
    let errors = build.findings.errors
    guard !errors.isEmpty else {
      let work = build.statistics
      return "\(Summary.counted(work.pages, "page")), \(work.assembled) read, "
        + "\(work.rendered) rendered; \(found)"
    }
    let lines = errors.prefix(Self.most).map { error in
      let place = error.location.map { "\($0.path):\($0.start.line):\($0.start.column): " } ?? ""
      return "  \(place)\(error.message) [\(error.rule.id)]"
    }
    let state = hasSite ? "the browser shows the last good site" : "there is no site to show yet"
    return (["\(found); \(state)"] + lines).joined(separator: "\n")
  }

  /// All warnings and errors between two lines, by which an editor knows where the list begins and
  /// ends.
  var forEditors: [UInt8] {
    var report = RunReport()
    report.format = .line
    report.level = .warning
    var output = Array("Reading the site …\n".utf8)
    let diagnostics = build.diagnostics
    let sources = build.sources(of: diagnostics)
    report.append(diagnostics, sources: { sources[$0] }, to: &output)
    return output + "Read: \(found)\n".utf8
  }

  private var found: String {
    let errors = build.findings.errors.count
    let warnings = build.findings.warnings.count
    let found = [
      errors == 0 ? nil : Summary.counted(errors, "error"),
      warnings == 0 ? nil : Summary.counted(warnings, "warning"),
    ].compactMap(\.self).joined(separator: ", ")
    return found.isEmpty ? "nothing to fix" : found
  }
}
