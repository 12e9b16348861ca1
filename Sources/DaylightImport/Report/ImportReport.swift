/// The report of an import, for the person who goes on from there.
struct ImportReport {
  let kind: ForeignKind
  let pages: Int
  let pictures: Int
  let findings: [ImportFinding]

  var text: String {
    var text = """
      # What was imported

      From \(kind.name): \(pages) page\(pages == 1 ? "" : "s"), and \(pictures) picture\(pictures == 1 ? "" : "s") and other \
      file\(pictures == 1 ? "" : "s") that they need.

      This file is for you. It is beside ‘content’, so it is never published. Delete it when you are done.


      """
    let kinds = ImportFinding.Kind.allCases.filter { kind in findings.contains { $0.kind == kind } }
    if kinds.isEmpty { return text + "Everything had a place.\n" }
    text += "| what | how often |\n|---|---|\n"
    for kind in kinds {
      text += "| \(kind.title) | \(findings.count { $0.kind == kind }) |\n"
    }
    for kind in kinds {
      text += "\n## \(kind.title)\n\n\(kind.advice)\n\n"
      if [.field, .detail, .frame, .notRead, .markup].contains(kind) {
        text += grouped(findings.filter { $0.kind == kind })
      } else {
        text += findings.filter { $0.kind == kind }.map { "- \($0.place): `\($0.safeText)`\n" }
          .joined()
      }
    }
    return text
  }

  /// The same text on many pages is one entry.
  private func grouped(_ findings: [ImportFinding]) -> String {
    var places: [String: [String]] = [:]
    var order: [String] = []
    for finding in findings {
      if places[finding.safeText] == nil { order.append(finding.safeText) }
      places[finding.safeText, default: []].append(finding.place)
    }
    return order.sorted().map { text in
      let all = places[text] ?? []
      return "- `\(text)`: \(all.joined(separator: ", "))\n"
    }.joined()
  }
}

extension ImportFinding {
  fileprivate var place: String { "\(path):\(line)" }

  /// Between backticks.
  fileprivate var safeText: String { text.replacing("`", by: "'") }
}
