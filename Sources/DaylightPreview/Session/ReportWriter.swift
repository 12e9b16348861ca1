import DaylightSite
import DaylightSyntax

/// Makes the report of each build. Most edits change no finding, and then the last report holds.
struct ReportWriter {
  private let editor: EditorLink
  private var lines = IndexedSources()
  private var serious: [Diagnostic] = []
  private var notes = NoteCounts()
  private var last = DiagnosticReport()

  init(editor: EditorLink) { self.editor = editor }

  /// - Parameter sources: the file at a path, for excerpts.
  mutating func report(
    _ findings: SiteFindings, sources: (String) -> SourceFile?
  ) -> DiagnosticReport {
    let isSame = serious == findings.serious && notes == findings.notes.counts
    if isSame, lines.areStill(sources) { return last }
    last = DiagnosticReport(findings, editor: editor) { lines.excerpt(at: $0, sources) }
    lines.finish()
    (serious, notes) = (findings.serious, findings.notes.counts)
    return last
  }
}
