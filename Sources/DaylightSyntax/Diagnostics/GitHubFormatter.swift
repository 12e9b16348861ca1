/// Findings as GitHub's workflow commands, which it shows beside the lines of a pull request.
struct GitHubFormatter {
  private var sources: SourceLines

  init(_ sources: SourceLines) { self.sources = sources }

  mutating func append(_ diagnostics: [Diagnostic], to output: inout [UInt8]) {
    for diagnostic in diagnostics { append(diagnostic, to: &output) }
  }

  private mutating func append(_ diagnostic: Diagnostic, to output: inout [UInt8]) {
    output +=
      diagnostic.severity == .note ? "::notice ".utf8 : "::\(diagnostic.severity.rawValue) ".utf8
    if let location = diagnostic.location {
      let (start, end) = (location.start, location.end)
      output += "file=".utf8
      appendEscaped(location.path, isProperty: true, to: &output)
      output += ",line=\(start.line)".utf8
      // GitHub rejects columns if the lines differ.
      if start.line == end.line {
        let column = sources.codePointColumn(of: start, in: location.path)
        let endColumn = sources.codePointColumn(of: end, in: location.path)
        output += ",col=\(column),endLine=\(end.line),endColumn=\(endColumn)".utf8
      } else {
        output += ",endLine=\(end.line)".utf8
      }
      output.append(UInt8(ascii: ","))
    }
    output += "title=".utf8
    appendEscaped(diagnostic.rule.id, isProperty: true, to: &output)
    output += "::".utf8
    appendEscaped(diagnostic.fullText, isProperty: false, to: &output)
    output.append(UInt8(ascii: "\n"))
  }

  /// The escapes of GitHub's own toolkit (`command.ts`): a property also ends at `:` and `,`.
  private func appendEscaped(_ text: String, isProperty: Bool, to output: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"): output += "%25".utf8
      case UInt8(ascii: "\r"): output += "%0D".utf8
      case UInt8(ascii: "\n"): output += "%0A".utf8
      case UInt8(ascii: ":") where isProperty: output += "%3A".utf8
      case UInt8(ascii: ",") where isProperty: output += "%2C".utf8
      default: output.append(byte)
      }
    }
  }
}

extension Diagnostic {
  /// The message, its notes and its help, a line each, for formats with a single field for them.
  var fullText: String {
    var lines = [message]
    for note in notes {
      let place = note.location.map { " (\($0.path):\($0.start.line):\($0.start.column))" }
      lines.append("note: \(note.message)\(place ?? "")")
    }
    if let help { lines.append("help: \(help)") }
    return lines.joined(separator: "\n")
  }
}
