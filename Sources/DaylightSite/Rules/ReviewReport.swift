import DaylightModel
import DaylightSyntax
import DaylightTheme

/// The record of all pages for an audit: which text is published, who reviewed it, its sources, and
/// what is still to do (PIF TICK asks for a documented process).
package struct ReviewReport: Sendable {
  private let rows: [[String]]
  private let day: String

  private static let columns = [
    "Page", "Version", "Reviewers", "Registers", "Reviewed", "Next review", "State", "Sources",
    "Open findings", "Overrides",
  ]

  package init(_ build: SiteBuild) {
    let index = build.index.value
    day = index.now.iso
    let findings = Dictionary(grouping: build.diagnostics) { $0.location?.path ?? "" }
    let overrides = Dictionary(grouping: build.overrides) { $0.location.path }
    rows = index.documents.values.sorted { $0.file.path < $1.file.path }.map { document in
      let path = document.file.path
      let page = build.page(path)
      let review = PageReview(of: document, page, in: index)
      let keys = SourceList.keys(for: page, document)
      return [
        path, Self.version(of: document, page, index),
        review.reviewers.map { person in
          "\(person.name.value) (\(person.reviewRole?.rawValue ?? ""))"
        }.joined(separator: "; "),
        review.reviewers.compactMap(\.register?.value).joined(separator: "; "),
        review.reviewed?.iso ?? "", document.reviewFields.reviewBy?.value.iso ?? "",
        "\(review.state)",
        keys.map { key in
          let checked = index.data.sources[key]?.checked?.value.iso
          return "\(key) (\(checked.map { "checked \($0)" } ?? "not checked"))"
        }.joined(separator: "; "),
        (findings[path] ?? []).map { finding in
          "\(finding.severity.rawValue): \(finding.message) [\(finding.rule.id)]"
        }.joined(separator: "; "),
        (overrides[path] ?? []).map { "\($0.rule): \($0.reason)" }.joined(separator: "; "),
      ]
    }
  }

  /// The digest that a signature covers; without a reviewer, that of the file.
  private static func version(of document: Document, _ page: Page?, _ index: SiteIndex) -> String {
    ReviewDigest.digest(of: document, page, in: index)
      ?? "file sha256:" + SHA256(document.file.bytes).hexadecimal
  }

  package var markdown: String {
    func row(_ cells: [String]) -> String {
      let escaped = cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }
      return "| " + escaped.joined(separator: " | ") + " |\n"
    }
    return "# Reviews, \(day)\n\n" + row(Self.columns)
      + row(Self.columns.map { _ in "---" }) + rows.map(row).joined()
  }

  /// RFC 4180.
  package var csv: String {
    ([Self.columns] + rows).map { cells in
      cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
    }.joined()
  }
}
