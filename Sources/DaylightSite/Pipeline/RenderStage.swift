import DaylightSyntax

/// The finished files of a site, and by what each page was rendered.
package struct RenderedSite: Sendable {
  /// Sorted by path.
  package let artifacts: [Artifact]
  let pages: [String: RenderedPage]
  let siteArtifacts: [Artifact]
  let diagnostics: [Diagnostic]
  /// The paths of files that the build before did not have in this form.
  package let changed: Set<String>
  let renderedCount: Int
}

/// A rendered page with a fingerprint of all that its template was given.
struct RenderedPage: Sendable {
  let fingerprint: Int
  let result: Diagnosed<Artifact>
}

/// Renders the pages whose template or context has changed.
struct RenderStage {
  let runner: StageRunner
  /// Whether a later build is to follow, which wants to know what each page was rendered from.
  let remembers: Bool

  /// `onlyBodies` says that nothing but the bodies of the new pages differs from the build before,
  /// so that the others need not be looked at.
  func run(
    _ pages: [Made<Page>], _ renderer: PageRenderer, onlyBodies: Bool, after previous: SiteBuild?
  ) async -> RenderedSite {
    let known = previous?.lastRendered?.pages ?? [:]
    let kept = onlyBodies ? Set(pages.filter { !$0.isNew }.map(\.value.source)) : []
    let jobs = renderer.jobs(pages.map(\.value))
    let rendered = await runner.map(jobs) { job -> (page: RenderedPage, isNew: Bool) in
      let page = known[job.entry.source]
      if let page, kept.contains(job.entry.source) || onlyBodies && job.page == nil {
        return (page, false)
      }
      let context = renderer.context(for: job)
      let fingerprint = remembers ? renderer.fingerprint(of: context, job) : 0
      if remembers, let page, page.fingerprint == fingerprint { return (page, false) }
      return (RenderedPage(fingerprint: fingerprint, result: renderer.render(job, context)), true)
    }
    let site = onlyBodies ? previous?.lastRendered?.siteArtifacts : nil
    let siteArtifacts = site ?? renderer.siteArtifacts()
    var artifacts = rendered.map(\.page.result.value) + siteArtifacts
    artifacts.sort { $0.path < $1.path }
    return RenderedSite(
      artifacts: artifacts,
      pages: Dictionary(
        zip(jobs, rendered).map { ($0.entry.source, $1.page) }, uniquingKeysWith: { $1 }),
      siteArtifacts: siteArtifacts, diagnostics: rendered.flatMap(\.page.result.diagnostics),
      changed: changes(of: artifacts, since: previous?.lastRendered?.artifacts ?? []),
      renderedCount: rendered.count(where: \.isNew))
  }

  private func changes(of artifacts: [Artifact], since before: [Artifact]) -> Set<String> {
    let known = Dictionary(before.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    return Set(artifacts.filter { known[$0.path] != $0 }.map(\.path))
  }
}
