import DaylightBuild
import DaylightSite
import DaylightSyntax

/// The last lines of a run: what was built, checked and found, and what to do now.
struct Summary {
  let build: SiteBuild
  let diagnostics: [Diagnostic]
  /// Those that are looked at alone.
  let selection: SourceSelection?

  /// What was built, checked and found.
  var work: String {
    let statistics = build.statistics
    var parts: [String] = []
    if let selection {
      parts.append(Self.counted(selection.paths.count, "file") + " looked at")
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

  /// The same, with what became of the output.
  func text(_ commit: OutputCommitter.Summary?) -> String {
    guard let commit, count(.error) == 0 else { return work }
    return work + ", \(Self.counted(commit.written, "file")) written, \(commit.removed) removed"
  }

  /// What came of it, and what to do now.
  ///
  /// - Parameter output: the output folder, nil where nothing was to be written.
  func outcome(output: String?) -> String {
    guard let heldBack else { return result(output: output) }
    let result = result(output: output)
    return result + (result.hasSuffix(".") ? " " : ". ") + heldBack
  }

  /// The work, and the pages that were held back, as a later run repeats it where nothing has changed.
  var kept: String { [work, heldBack].compactMap(\.self).joined(separator: ", ") }

  /// How many pages are not published today, nil where all are.
  private var heldBack: String? { HeldBack(build.index.value.withheld).summary }

  private func result(output: String?) -> String {
    let errors = count(.error)
    if errors > 0 {
      let toFix = Self.counted(errors, "thing") + " to fix."
      return output == nil ? toFix : "Nothing was published. " + toFix
    }
    if let output { return "Site built: " + Self.home(in: output) }
    let warnings = count(.warning)
    if warnings > 0 { return "Nothing has to be fixed. \(warnings) to look at." }
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
