import DaylightSyntax

/// Loads templates given by their paths below `templates/`, without the extension.
func loadTemplates(
  _ files: KeyValuePairs<String, String>, strings: [String: String] = [:],
  rewrite: TemplateText.Rewrite? = nil
) -> Diagnosed<TemplateSet> {
  TemplateSet.load(
    files.map { SourceFile(path: "templates/\($0.key).mustache", text: $0.value) },
    strings: strings.mapValues {
      TemplateString(
        text: Array($0.utf8),
        location: SourceLocation(
          path: "templates/strings/en.yaml", start: SourcePosition(line: 3, column: 9)))
    }, rewrite: rewrite)
}

/// The output of `templates/page.mustache` for a value.
func renderPage(
  _ files: KeyValuePairs<String, String>, strings: [String: String] = [:],
  _ value: TemplateValue = .object([:])
) -> String {
  loadTemplates(files, strings: strings).value.renderPage(value)
}

extension TemplateSet {
  func renderPage(_ value: TemplateValue = .object([:])) -> String {
    var output: [UInt8] = []
    guard let page = self["page"] else { return "no template ‘page’" }
    let findings = page.render(value, into: &output)
    return String(decoding: output, as: UTF8.self) + brief(findings).joined(separator: "\n")
  }
}

/// Each finding as `path:line:column-line:column rule`, without `templates/` and the extension.
func brief(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { diagnostic in
    guard let location = diagnostic.location else { return diagnostic.rule.id }
    let path = location.path.split(separator: "/").dropFirst().joined(separator: "/")
    let name = path.hasSuffix(".mustache") ? String(path.dropLast(9)) : path
    let (start, end) = (location.start, location.end)
    return "\(name):\(start.line):\(start.column)-\(end.line):\(end.column) \(diagnostic.rule.id)"
  }
}
