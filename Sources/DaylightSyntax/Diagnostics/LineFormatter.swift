/// Findings on one line each, as compilers print them and editors read them:
/// `content/help.md:3:5: error: message; help [rule]`.
struct LineFormatter {
  private var sources: SourceLines

  init(_ sources: SourceLines) { self.sources = sources }

  mutating func append(_ diagnostics: [Diagnostic], to output: inout [UInt8]) {
    for diagnostic in diagnostics {
      if let location = diagnostic.location {
        let column = sources.codePointColumn(of: location.start, in: location.path)
        output.appendVisible(location.path)
        output += ":\(location.start.line):\(column): ".utf8
      }
      output += "\(diagnostic.severity.rawValue): ".utf8
      output.appendVisible(diagnostic.fullText.split(separator: "\n").joined(separator: "; "))
      output += " [\(diagnostic.rule.id)]\n".utf8
    }
  }
}
