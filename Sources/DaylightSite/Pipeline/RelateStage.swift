package import DaylightModel
import DaylightPages
import DaylightSyntax
import Platform

/// How the pages of a site are related, and what was found about that.
package struct RelatedSite: Sendable {
  fileprivate(set) var pages: AssembledPages
  package fileprivate(set) var graph: SiteGraph
  /// Links to headings that are not there.
  fileprivate(set) var anchors: FindingTable<EntryID>
  /// Words of the glossary that no text uses.
  fileprivate(set) var unused: [Diagnostic]
  /// The pages that may show something new, ascending.
  fileprivate(set) var affected: [EntryID]
  /// Whether the texts have the same anchors as in the previous build.
  fileprivate(set) var hasSameAnchors: Bool
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
    let anchors = await runner.map(Array(pages.values.indices)) { id in
      self.anchors(id, pages, index)
    }
    return RelatedSite(
      pages: pages, graph: graph, anchors: FindingTable(anchors),
      unused: GlossaryRule.unused(index, uses: graph.uses),
      affected: Array(index.ids), hasSameAnchors: false)
  }

  private func edited(
    _ pages: AssembledPages, _ index: SiteIndex, _ before: RelatedSite
  ) -> RelatedSite {
    var site = before
    site.pages = pages
    var affected = Set(pages.results.computed)
    var targets: Set<String> = []
    for id in pages.results.computed {
      let (old, new) = (before.pages.values[id], pages.values[id])
      for term in site.graph.replace(old, with: new, at: id) {
        guard let source = index.glossary[slug: term]?.source else { continue }
        affected.formUnion(index.id(of: source).map { [$0] } ?? [])
      }
      let paths = (site.graph.paths[new.source] ?? []).map(\.path) + [new.source]
      affected.formUnion(
        paths.compactMap { index.booklet(ofPath: $0) }.compactMap { index.id(of: $0.source) })
      if old.anchors != new.anchors || old.headings != new.headings { targets.insert(new.source) }
    }
    for id in pages.results.computed { site.anchors[id] = anchors(id, pages, index) }
    if !targets.isEmpty {
      for (id, page) in zip(pages.values.indices, pages.values)
      where page.links.contains(where: { targets.contains($0.target) }) {
        site.anchors[id] = anchors(id, pages, index)
      }
    }
    site.unused = GlossaryRule.unused(index, uses: site.graph.uses)
    site.affected = affected.sorted()
    site.hasSameAnchors = targets.isEmpty
    return site
  }

  private func anchors(
    _ id: EntryID, _ pages: AssembledPages, _ index: SiteIndex
  ) -> [Diagnostic] {
    AnchorRule.check(pages.values[id], among: pages.values, index)
  }
}
