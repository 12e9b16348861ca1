import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightSyntax

/// The last lines of a run: what was built, checked and found, and what to do next.
struct Summary {
  let build: SiteBuild
  let diagnostics: [Diagnostic]
  /// The files that `check` was limited to; nil for the whole site.
  let selection: SourceSelection?

  /// What was built, checked and found.
  var work: String {
    let statistics = build.statistics
    var parts: [String] = []
    if let selection {
      parts.append(Self.counted(selection.paths.count, "file") + " checked")
    }
    parts += [
      Self.counted(statistics.pages, "page"),
      Self.counted(statistics.links, "link") + " checked",
      Self.counted(statistics.glossaryLinks, "glossary link"),
      Self.counted(count(.error), "error"), Self.counted(count(.warning), "warning"),
    ]
    if count(.note) > 0 { parts.append(Self.counted(count(.note), "note")) }
    if !build.overrides.isEmpty {
      parts.append(Self.counted(build.overrides.count, "override"))
    }
    return parts.joined(separator: ", ")
  }

  /// The same, with the number of files written and removed.
  func text(_ commit: OutputCommitter.Summary?) -> String {
    guard let commit, count(.error) == 0 else { return work }
    return work + ", \(Self.counted(commit.written, "file")) written, \(commit.removed) removed"
  }

  /// The result of the run, and what to do next.
  ///
  /// - Parameter output: the output folder; nil if nothing was to be written.
  func outcome(output: String?) -> String {
    guard let heldBack else { return result(output: output) }
    let result = result(output: output)
    return result + (result.hasSuffix(".") ? " " : ". ") + heldBack
  }

  /// The work and the pages held back, which later runs repeat if nothing has changed.
  var kept: String { [work, heldBack].compactMap(\.self).joined(separator: ", ") }

  /// How many pages are not published today; nil if all are.
  private var heldBack: String? { HeldBack(build.index.value.withheld).summary }

  private func result(output: String?) -> String {
    let errors = count(.error)
    if errors > 0 {
      let toFix = Self.counted(errors, "error") + " to fix."
      return output == nil ? toFix : "Nothing was published. " + toFix
    }
    if let output { return "Site built: " + Self.home(in: output) }
    let warnings = count(.warning)
    if warnings > 0 { return "No errors. \(Self.counted(warnings, "warning")) to look at." }
    return "Nothing to fix."
  }

  /// The file to open in a browser.
  static func home(in output: String) -> String {
    (output.hasPrefix("./") ? String(output.dropFirst(2)) : output) + "/index.html"
  }

  private func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  static func time(_ seconds: Double) -> String {
    let milliseconds = Int((seconds * 1000).rounded())
    guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
    let hundredths = milliseconds % 1000 / 10
    return "\(milliseconds / 1000).\(hundredths < 10 ? "0" : "")\(hundredths) s"
  }
}
