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
        let suggestion = nearestMatch(to: anchor, in: pages[target].headings.map(\.anchor))
        diagnostics.append(.brokenAnchor(link, anchor, suggestion: suggestion))
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
    _ link: PageLink, _ anchor: String, suggestion: String?
  ) -> Self {
    let path = link.reference.prefix { $0 != "#" }
    return Diagnostic(
      .brokenAnchor, "no heading ‘#\(anchor)’ in ‘\(path.isEmpty ? "this page" : String(path))’",
      at: link.location,
      help: suggestion.map { "did you mean ‘\(path)#\($0)’?" }
        ?? "the page has no headings to link to: link to the page itself")
  }
}
