import DaylightSite
import DaylightSyntax

/// The findings of a build, as a browser shows them.
package struct DiagnosticReport: Sendable, Hashable {
  package private(set) var errors = 0
  package private(set) var warnings = 0
  private var items: [Item] = []

  /// The most items listed. The counts include all.
  private static let most = 100

  struct Item: Sendable, Hashable {
    let severity: String
    let rule: String
    let message: String
    let help: String?
    let place: Place?
    let notes: [Note]
  }

  struct Note: Sendable, Hashable {
    let message: String
    let place: Place?
  }

  struct Place: Sendable, Hashable {
    let name: String
    let address: String
    let line: Int
    let excerpt: LineExcerpt?
  }

  init() {}

  /// - Parameters:
  ///   - sources: the file at a path, for excerpts.
  ///   - indexed: the line indexes of these files from the last report.
  init(
    _ findings: SiteFindings, sources: (String) -> SourceFile?,
    indexed lines: inout IndexedSources, editor: EditorLink
  ) {
    errors = findings.errors.count
    warnings = findings.warnings.count
    func place(_ location: SourceLocation?, _ lines: inout IndexedSources) -> Place? {
      guard let location else { return nil }
      let excerpt = sources(location.path).flatMap { lines.excerpt(at: location, of: $0) }
      let column = excerpt.map { $0.utf16Column } ?? location.start.column
      return Place(
        name: "\(location.path):\(location.start.line):\(location.start.column)",
        address: editor.address(
          path: location.path, line: location.start.line, column: column),
        line: location.start.line, excerpt: excerpt)
    }
    // Errors come first. There may be many notes, so they are only counted.
    items = (findings.errors + findings.warnings).prefix(Self.most).map { diagnostic in
      Item(
        severity: diagnostic.severity.rawValue, rule: diagnostic.rule.id,
        message: diagnostic.message,
        help: diagnostic.help, place: place(diagnostic.location, &lines),
        notes: diagnostic.notes.map {
          Note(message: $0.message, place: place($0.location, &lines))
        })
    }
    items += NoteSummary(findings.notes.counts).kinds.map { kind in
      Item(
        severity: "note", rule: kind.rule.id, message: kind.text,
        help: "‘daylight check --notes’ lists them", place: nil, notes: [])
    }
    lines.finish()
  }

  func write(to json: inout JSONWriter) {
    json.member("errors", errors)
    json.member("warnings", warnings)
    json.array("items") { json in
      for item in items {
        json.object { json in
          json.member("severity", item.severity)
          json.member("rule", item.rule)
          json.member("message", item.message)
          json.member("help", item.help)
          item.place?.write(to: &json)
          json.array("notes") { json in
            for note in item.notes {
              json.object { json in
                json.member("message", note.message)
                note.place?.write(to: &json)
              }
            }
          }
        }
      }
    }
  }
}

extension DiagnosticReport.Place {
  fileprivate func write(to json: inout JSONWriter) {
    json.object("place") { json in
      json.member("name", name)
      json.member("address", address)
      json.member("line", line)
      guard let excerpt else { return }
      json.member("before", excerpt.before)
      json.member("marked", excerpt.marked)
      json.member("after", excerpt.after)
    }
  }
}
