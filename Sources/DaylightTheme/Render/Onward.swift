import DaylightModel
import DaylightSyntax

/// Where a reader may go from the end of an article: one page to read next and at most three others,
/// each once (CNT-15). A way to the practice is one of the others.
struct Onward {
  /// By `source`; nil if the site has nothing to follow.
  let next: String?
  let more: [String]

  /// - Parameters:
  ///   - suggestion: what the author wrote as `next`.
  ///   - room: how many others there may be.
  init(from entry: PageEntry, suggestion: String?, room: Int, in site: ContextBuilder) {
    let paths = (site.graph.paths[entry.source] ?? []).map { step in
      (steps: site.index.steps(ofPath: step.path), position: step.position)
    }
    let neighbours = site.index.neighbours(of: entry)
    let following =
      [suggestion] + paths.map { $0.steps.element(at: $0.position + 1) } + [neighbours.next]
    // In a visit that is one entry of the history, Back does not lead to the page before.
    let preceding = paths.map { $0.steps.element(at: $0.position - 1) } + [neighbours.previous]
    var seen = [entry.source]
    var found: [String] = []
    for source in (following + preceding).compactMap(\.self)
      + (site.graph.related[entry.source] ?? [])
    where !seen.contains(source) && site.shared.listings[source] != nil {
      seen.append(source)
      found.append(source)
    }
    next = found.first
    let section = entry.section.flatMap { seen.contains($0) ? nil : $0 }
    more = found.dropFirst().prefix(section == nil ? room : room - 1) + [section].compactMap(\.self)
  }
}

extension [String] {
  fileprivate func element(at position: Int) -> String? {
    indices.contains(position) ? self[position] : nil
  }
}

extension PageContext {
  /// Where to go on from an article.
  static let ways = [
    Field("nextStep", "of an article: the one page to read next") { page in
      page.onward?.next.flatMap { page.site.shared.listings[$0]?.card }
    },
    Field("more", "of an article: up to three other pages, its section last") { page in
      (page.onward?.more ?? []).compactMap { page.site.link($0) }
    },
    Field("hasMore", "there are such pages") { $0.onward?.more.isEmpty == false },
    Field("invitation", "of an article: the practice’s page, if its section invites there") {
      $0.invitation
    },
  ]
}
