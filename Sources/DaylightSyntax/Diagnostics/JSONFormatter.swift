/// Findings for programs: one JSON object. Lines and columns count from 1, columns in UTF-8 bytes,
/// and `end` is the first position after the marked part.
struct JSONFormatter {
  func append(
    _ diagnostics: [Diagnostic], overrides: [Override], to output: inout [UInt8]
  ) {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.member("version", 1)
      for severity in Diagnostic.Severity.allCases.reversed() {
        json.member("\(severity.rawValue)s", diagnostics.count { $0.severity == severity })
      }
      json.array("overrides") { json in
        for override in overrides {
          json.object { json in
            json.member("rule", override.rule)
            json.member("reason", override.reason)
            Self.write(override.location, to: &json)
          }
        }
      }
      json.array("diagnostics") { json in
        for diagnostic in diagnostics { Self.write(diagnostic, to: &json) }
      }
    }
    output += json.bytes
    output.append(UInt8(ascii: "\n"))
  }

  private static func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.member("severity", diagnostic.severity.rawValue)
      json.member("rule", diagnostic.rule.id)
      json.member("message", diagnostic.message)
      write(diagnostic.location, to: &json)
      json.array("notes") { json in
        for note in diagnostic.notes {
          json.object { json in
            json.member("message", note.message)
            write(note.location, to: &json)
          }
        }
      }
      json.member("help", diagnostic.help)
    }
  }

  private static func write(_ location: SourceLocation?, to json: inout JSONWriter) {
    guard let location else { return }
    json.object("location") { json in
      json.member("path", location.path)
      for (key, position) in [("start", location.start), ("end", location.end)] {
        json.object(key) { json in
          json.member("line", position.line)
          json.member("column", position.column)
        }
      }
    }
  }
}
