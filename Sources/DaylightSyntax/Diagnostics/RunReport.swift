/// The findings as a run shows them to people: notes in short, then warnings, then errors, so that
/// the most important are right above the summary.
///
/// Reports for programs are always complete; those for editors have what `level` allows.
package struct RunReport: Sendable, Hashable {
  package var format = DiagnosticFormat.text
  /// The lowest level shown.
  package var level = Diagnostic.Severity.note
  /// Whether each note is shown, instead of one line per kind.
  package var listsNotes = false
  /// Whether notes are left out.
  package var isQuiet = false
  /// The command that lists the notes.
  package var command = "daylight check --notes"

  package init() {}

  /// - Parameters:
  ///   - overrides: the overrides that suppressed findings.
  ///   - sources: the file at a path, for excerpts.
  package func append(
    _ diagnostics: [Diagnostic], overrides: [Override] = [],
    sources: @escaping (String) -> SourceFile?, inColour: Bool = false, to output: inout [UInt8]
  ) {
    guard format == .text else {
      let shown = format == .line ? diagnostics.filter { $0.severity >= level } : diagnostics
      format.append(shown, overrides: overrides, sources: sources, to: &output)
      return
    }
    if level == .note, !listsNotes, !isQuiet {
      let summary = NoteSummary(NoteCounts(diagnostics))
      for line in summary.lines(listedBy: command) { output += (line + "\n").utf8 }
    }
    let shown = diagnostics.filter { $0.severity > .note ? $0.severity >= level : listsNotes }
      .sorted { $0.severity != $1.severity ? $0.severity < $1.severity : $0 < $1 }
    if !output.isEmpty, !shown.isEmpty { output.append(UInt8(ascii: "\n")) }
    format.append(shown, sources: sources, inColour: inColour, to: &output)
    if !shown.isEmpty, !isQuiet {
      output +=
        "\n‘daylight explain RULE’ says why a rule exists, and how to fix what it found.\n".utf8
    }
  }
}
