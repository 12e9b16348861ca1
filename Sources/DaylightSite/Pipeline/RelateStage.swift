import DaylightSyntax

/// Relates the pages to each other, or takes the graph over when no page shows the others anything
/// new.
struct RelateStage {
  func run(
    _ pages: [Made<Page>], _ index: Made<SiteIndex>, after previous: SiteBuild?
  ) -> Made<SiteGraph> {
    if let previous, !index.isNew, previous.graph.result.diagnostics.isEmpty,
      pages.allSatisfy({ !$0.isNew || isAlike($0.value, previous.page($0.value.source)?.value) })
    {
      return previous.graph.kept
    }
    let values = pages.map(\.value)
    let graph = SiteGraph(index: index.value, pages: values)
    let findings = AnchorRule.check(values) + GlossaryRules.unused(index.value, uses: graph.uses)
    return .new(Diagnosed(graph, findings))
  }

  /// Whether other pages could tell two versions of a page apart.
  private func isAlike(_ page: Page, _ other: Page?) -> Bool {
    page.anchors == other?.anchors && page.mentions == other?.mentions
      && page.headings == other?.headings
      && page.links.map(\.place) == other?.links.map(\.place)
  }
}

extension PageLink {
  fileprivate var place: [String?] { [target, anchor] }
}
