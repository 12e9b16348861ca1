import DaylightSite
import DaylightSyntax

/// The findings of a build, as a browser shows them.
package struct DiagnosticReport: Sendable, Hashable {
  package let errors: Int
  package let warnings: Int
  /// Members of a JSON object.
  let json: [UInt8]

  /// The most findings listed. The counts include all.
  private static let most = 100

  /// - Parameter excerpt: the line of a place, if there is one.
  init(
    _ findings: SiteFindings = SiteFindings([]), editor: EditorLink = EditorLink(root: ""),
    excerpt: (SourceLocation) -> LineExcerpt? = { _ in nil }
  ) {
    // Errors come first. There may be many notes, so they are only counted.
    let (errors, warnings) = (findings.errors, findings.warnings)
    let listed = (errors + warnings).prefix(Self.most)
    self.errors = errors.count
    self.warnings = warnings.count
    json = JSONWriter.fragment { json in
      json.member("errors", errors.count)
      json.member("warnings", warnings.count)
      json.array("items") { json in
        for finding in listed {
          json.object { json in
            json.member("severity", finding.severity.rawValue)
            json.member("rule", finding.rule.id)
            json.member("message", finding.message)
            json.member("help", finding.help)
            json.place(finding.location, excerpt, editor)
            json.array("notes") { json in
              for note in finding.notes {
                json.object { json in
                  json.member("message", note.message)
                  json.place(note.location, excerpt, editor)
                }
              }
            }
          }
        }
        for kind in NoteSummary(findings.notes.counts).kinds {
          json.object { json in
            json.member("severity", "note")
            json.member("rule", kind.rule.id)
            json.member("message", kind.text)
            json.member("help", "‘daylight check --notes’ lists them")
            json.array("notes") { _ in }
          }
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func place(
    _ location: SourceLocation?, _ excerpt: (SourceLocation) -> LineExcerpt?, _ editor: EditorLink
  ) {
    guard let location else { return }
    let (path, start) = (location.path, location.start)
    let excerpt = excerpt(location)
    object("place") { json in
      json.member("name", "\(path):\(start.line):\(start.column)")
      json.member(
        "address",
        editor.address(
          path: path, line: start.line, column: excerpt.map(\.utf16Column) ?? start.column))
      json.member("line", start.line)
      guard let excerpt else { return }
      json.member("before", excerpt.before)
      json.member("marked", excerpt.marked)
      json.member("after", excerpt.after)
    }
  }
}
