package import DaylightModel
package import DaylightSyntax

/// Flags links to a heading that the page they lead to does not have.
package enum AnchorRule {
  /// The findings in one page. The others are in the order of their entries.
  package static func check(
    _ page: Page, among pages: PersistentArray<EntryID, Page>, _ index: SiteIndex
  ) -> [Diagnostic] {
    var guesses = mostSuggestions
    return page.links.compactMap { link in
      guard let anchor = link.anchor, let id = index.id(of: link.target),
        let target = pages.element(id), !target.anchors.contains(anchor)
      else { return nil }
      guesses -= 1
      return .brokenAnchor(link, anchor, in: target, guesses: guesses >= 0)
    }
  }
}

extension Rule {
  package static let brokenAnchor = Rule(
    "broken-anchor", .error, "A link to a heading that is not there.",
    why: "The reader would come to the top of the page and not to the part that was meant.",
    bad: "Read [what they are](signs/overview.md#what-they-is).",
    good: "Read [what they are](signs/overview.md#what-they-are).",
    fix: "Use the heading that the message suggests, or link to the page alone.")
}

extension Diagnostic {
  fileprivate static func brokenAnchor(
    _ link: PageLink, _ anchor: String, in target: Page, guesses: Bool
  ) -> Self {
    let known = target.headings.map(\.anchor)
    let path = link.reference.prefix { $0 != "#" }
    let help =
      if guesses, let nearest = nearestMatch(to: anchor, in: known) {
        "did you mean ‘\(path)#\(nearest)’?"
      } else if known.isEmpty, target.checklist != nil {
        // CHK-07: their names would be part of an address.
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
