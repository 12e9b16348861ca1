/// Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), with columns
/// in Unicode code points and the addresses of files relative to the root of the site.
struct SARIFFormatter {
  private var sources: SourceLines

  init(_ sources: SourceLines) { self.sources = sources }

  mutating func append(_ diagnostics: [Diagnostic], to output: inout [UInt8]) {
    let rules = Set(diagnostics.map(\.rule)).sorted { $0.id < $1.id }
    var json = JSONWriter(indented: true)
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          json.object("tool") { json in
            json.object("driver") { json in
              json.member("name", "Daylight")
              json.array("rules") { json in
                for rule in rules { Self.write(rule, to: &json) }
              }
            }
          }
          json.member("columnKind", "unicodeCodePoints")
          json.array("results") { json in
            for diagnostic in diagnostics {
              write(diagnostic, ruleIndex: rules.firstIndex(of: diagnostic.rule), to: &json)
            }
          }
        }
      }
    }
    output += json.bytes
    output.append(UInt8(ascii: "\n"))
  }

  private static func write(_ rule: Rule, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", rule.id)
      json.object("shortDescription") { $0.member("text", rule.summary) }
      json.object("defaultConfiguration") { json in
        json.member("enabled", rule.level != .off)
        json.member("level", rule.level == .off ? "none" : rule.level.rawValue)
      }
    }
  }

  private mutating func write(
    _ diagnostic: Diagnostic, ruleIndex: Int?, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("ruleId", diagnostic.rule.id)
      json.member("ruleIndex", ruleIndex)
      json.member("level", diagnostic.severity.rawValue)
      json.object("message") { $0.member("text", diagnostic.fullText) }
      if let location = diagnostic.location {
        json.array("locations") { json in
          json.object { write(location, to: &$0) }
        }
      }
      let notes = diagnostic.notes.filter { $0.location != nil }
      guard !notes.isEmpty else { return }
      json.array("relatedLocations") { json in
        for note in notes {
          json.object { json in
            json.object("message") { $0.member("text", note.message) }
            if let location = note.location { write(location, to: &json) }
          }
        }
      }
    }
  }

  private mutating func write(_ location: SourceLocation, to json: inout JSONWriter) {
    var uri: [UInt8] = []
    uri.append(percentEncoding: location.path)
    json.object("physicalLocation") { json in
      json.object("artifactLocation") { $0.member("uri", uri) }
      json.object("region") { json in
        json.member("startLine", location.start.line)
        json.member(
          "startColumn", sources.codePointColumn(of: location.start, in: location.path))
        json.member("endLine", location.end.line)
        json.member("endColumn", sources.codePointColumn(of: location.end, in: location.path))
      }
    }
  }
}
