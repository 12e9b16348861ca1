package import DaylightSyntax

/// Flags links to a heading that the page they lead to does not have.
enum AnchorRule {
  static func check(_ pages: [Page]) -> [Diagnostic] {
    var anchors: [String: Int] = [:]
    for (number, page) in pages.enumerated() { anchors[page.source] = number }
    var diagnostics: [Diagnostic] = []
    for page in pages {
      for link in page.links {
        guard let anchor = link.anchor, let target = anchors[link.target],
          !pages[target].anchors.contains(anchor)
        else { continue }
        diagnostics.append(.brokenAnchor(link, anchor, in: pages[target]))
      }
    }
    return diagnostics
  }
}

extension Rule {
  package static let brokenAnchor = Rule(
    "broken-anchor", .error, "A link to a heading that is not there.")
}

extension Diagnostic {
  fileprivate static func brokenAnchor(
    _ link: PageLink, _ anchor: String, in target: Page
  ) -> Self {
    let known = target.headings.map(\.anchor)
    let path = link.reference.prefix { $0 != "#" }
    let help =
      if let nearest = nearestMatch(to: anchor, in: known) {
        "did you mean ‘\(path)#\(nearest)’?"
      } else if known.isEmpty, target.checklist != nil {
        // CHK-07: their names would stand in an address.
        "the headings of a checklist cannot be linked to: link to the page itself"
      } else if known.isEmpty {
        "the page has no headings to link to: link to the page itself"
      } else {
        "write one of its headings: " + known.prefix(3).map { "‘#\($0)’" }.joined(separator: ", ")
      }
    let page = path.isEmpty ? "this page" : "‘\(path)’"
    return Diagnostic(
      .brokenAnchor, "no heading ‘#\(anchor)’ in \(page)",
      at: link.location, help: help)
  }
}
