import DaylightSyntax
import Platform

/// How the pages of a site stand to each other, and what was found about that.
package struct RelatedSite: Sendable {
  package fileprivate(set) var graph: SiteGraph
  /// Links to headings that are not there, by the numbers of the pages.
  fileprivate var anchors: FindingTable
  fileprivate var unused: [Diagnostic]
  /// The numbers of the pages that may show something new, ascending; nothing where all may.
  fileprivate(set) var affected: [Int]?
  /// Whether the texts have the same anchors as in the build before.
  fileprivate(set) var hasSameAnchors: Bool

  var diagnostics: [Diagnostic] { anchors.all + unused }
}

/// Relates the pages to each other. Where only bodies have changed, what they say of other pages is
/// put in the place of what they said before.
struct RelateStage {
  let runner: ParallelRunner

  func run(
    _ pages: AssembledPages, _ index: Made<SiteIndex>, after previous: SiteBuild?
  ) async -> RelatedSite {
    if let previous, !index.isNew { return edited(pages, index.value, previous) }
    let graph = await SiteGraph(index: index.value, pages: pages.values, runner)
    let anchors = await runner.map(Array(pages.values.indices)) { number in
      self.anchors(number, pages, index.value)
    }
    return RelatedSite(
      graph: graph, anchors: FindingTable(anchors),
      unused: GlossaryRules.unused(index.value, uses: graph.uses), affected: nil,
      hasSameAnchors: false)
  }

  private func edited(
    _ pages: AssembledPages, _ index: SiteIndex, _ previous: SiteBuild
  ) -> RelatedSite {
    var site = previous.related
    var affected = Set(pages.results.new)
    var targets: Set<String> = []
    for number in pages.results.new {
      let (old, new) = (previous.pages.values[number], pages.values[number])
      for term in site.graph.replace(old, with: new, at: number) {
        guard let source = index.glossary[slug: term]?.source else { continue }
        affected.formUnion(index.number(of: source).map { [$0] } ?? [])
      }
      if old.anchors != new.anchors || old.headings != new.headings { targets.insert(new.source) }
    }
    for number in pages.results.new { site.anchors[number] = anchors(number, pages, index) }
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
