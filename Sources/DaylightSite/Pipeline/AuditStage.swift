import DaylightSyntax

/// Reads the finished files as a browser would, and reports what must not be published.
struct AuditStage {
  let runner: StageRunner

  func run(_ site: RenderedSite, _ pages: [Page], _ index: SiteIndex) async -> [Diagnostic] {
    let links = OutputLinkCheck(site.artifacts, pages: pages, index: index)
    return await runner.map(site.artifacts) { links.check($0) }.flatMap(\.self)
  }
}
