package import DaylightModel
import DaylightPages
import DaylightSyntax
import Platform

/// How the pages of a site are related, and what was found about that.
package struct RelatedSite: Sendable {
  fileprivate(set) var pages: AssembledPages
  package fileprivate(set) var graph: SiteGraph
  /// Links to headings that are not there, by the numbers of the pages.
  fileprivate var anchors: FindingTable
  fileprivate var unused: [Diagnostic]
  /// The numbers of the pages that may show something new, ascending; nil if all may.
  fileprivate(set) var affected: [Int]
  /// Whether the texts have the same anchors as in the previous build.
  fileprivate(set) var hasSameAnchors: Bool

  var diagnostics: [Diagnostic] { anchors.all + unused }
}

/// Relates the pages to each other. If only bodies have changed, only the relations of those pages
/// are replaced.
struct RelateStage {
  let runner: ParallelRunner

  func run(
    _ pages: AssembledPages, _ index: SiteIndex, _ delta: SiteDelta, after before: RelatedSite?
  ) async -> RelatedSite {
    if let before, delta.bodies != nil { return edited(pages, index, before) }
    let graph = await SiteGraph(index: index, pages: pages.values, runner)
    let anchors = await runner.map(Array(pages.values.indices)) { number in
      self.anchors(number, pages, index)
    }
    return RelatedSite(
      pages: pages, graph: graph, anchors: FindingTable(anchors),
      unused: GlossaryRules.unused(index, uses: graph.uses),
      affected: Array(index.entries.indices), hasSameAnchors: false)
  }

  private func edited(
    _ pages: AssembledPages, _ index: SiteIndex, _ before: RelatedSite
  ) -> RelatedSite {
    var site = before
    site.pages = pages
    var affected = Set(pages.results.computed)
    var targets: Set<String> = []
    for number in pages.results.computed {
      let (old, new) = (before.pages.values[number], pages.values[number])
      for term in site.graph.replace(old, with: new, at: number) {
        guard let source = index.glossary[slug: term]?.source else { continue }
        affected.formUnion(index.number(of: source).map { [$0] } ?? [])
      }
      if old.anchors != new.anchors || old.headings != new.headings { targets.insert(new.source) }
    }
    for number in pages.results.computed { site.anchors[number] = anchors(number, pages, index) }
    if !targets.isEmpty {
      for (number, page) in pages.values.enumerated()
      where page.links.contains(where: { targets.contains($0.target) }) {
        site.anchors[number] = anchors(number, pages, index)
      }
    }
    site.unused = GlossaryRules.unused(index, uses: site.graph.uses)
    site.affected = affected.sorted()
    site.hasSameAnchors = targets.isEmpty
    return site
  }

  private func anchors(
    _ number: Int, _ pages: AssembledPages, _ index: SiteIndex
  ) -> [Diagnostic] {
    AnchorRule.check(pages.values[number], among: pages.values, index)
  }
}
