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
        let known = pages[target].headings.map(\.anchor)
        diagnostics.append(.brokenAnchor(link, anchor, known: known))
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
    _ link: PageLink, _ anchor: String, known: [String]
  ) -> Self {
    let path = link.reference.prefix { $0 != "#" }
    let help =
      if let nearest = nearestMatch(to: anchor, in: known) {
        "did you mean ‘\(path)#\(nearest)’?"
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
