/// The output format of findings: for people, for editors, for programs, for GitHub's annotations,
/// or for code scanners.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  case text, line, json, github, sarif

  /// Appends the findings in the order given. All formats end with a line feed, but without
  /// findings `text`, `line` and `github` append nothing.
  ///
  /// - Parameters:
  ///   - overrides: the overrides that suppressed findings; only `json` lists them.
  ///   - sources: the file at a path, for excerpts and for columns in characters.
  ///   - inColour: whether `text` may use the terminal's colours; the other formats have none.
  package func append(
    _ diagnostics: [Diagnostic], overrides: [Override] = [],
    sources: @escaping (String) -> SourceFile?, inColour: Bool = false, to output: inout [UInt8]
  ) {
    let lines = SourceLines(sources)
    switch self {
    case .text:
      var formatter = TextFormatter(lines, inColour: inColour)
      formatter.append(diagnostics, to: &output)
    case .line:
      var formatter = LineFormatter(lines)
      formatter.append(diagnostics, to: &output)
    case .json:
      JSONFormatter().append(diagnostics, overrides: overrides, to: &output)
    case .github:
      var formatter = GitHubFormatter(lines)
      formatter.append(diagnostics, to: &output)
    case .sarif:
      var formatter = SARIFFormatter(lines)
      formatter.append(diagnostics, to: &output)
    }
  }
}
