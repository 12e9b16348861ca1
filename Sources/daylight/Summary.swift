import DaylightBuild
import DaylightSite
import DaylightSyntax

/// The last line of a run: what was built, what was checked, and what was found.
struct Summary {
  let build: SiteBuild
  let diagnostics: [Diagnostic]

  /// What was built, checked and found.
  var work: String {
    let statistics = build.statistics
    var parts = [
      counted(statistics.pages, "page"),
      counted(statistics.links, "link") + " checked",
      counted(statistics.glossaryLinks, "glossary link"),
      counted(count(.error), "error"), counted(count(.warning), "warning"),
    ]
    if count(.note) > 0 { parts.append(counted(count(.note), "note")) }
    if !build.overrides.isEmpty { parts.append(counted(build.overrides.count, "override")) }
    return parts.joined(separator: ", ")
  }

  /// The same, with what became of the output.
  func text(_ commit: OutputCommitter.Summary?) -> String {
    if count(.error) > 0 { return work + ", nothing was written" }
    guard let commit else { return work }
    return work + ", \(counted(commit.written, "file")) written, \(commit.removed) removed"
  }

  private func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  static func time(_ seconds: Double) -> String {
    let milliseconds = Int((seconds * 1000).rounded())
    guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
    let hundredths = milliseconds % 1000 / 10
    return "\(milliseconds / 1000).\(hundredths < 10 ? "0" : "")\(hundredths) s"
  }
}
