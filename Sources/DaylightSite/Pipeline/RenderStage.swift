import DaylightSyntax

/// The finished files of a site, and by what each page was rendered.
package struct RenderedSite: Sendable {
  /// Sorted by path.
  package let artifacts: [Artifact]
  let pages: [String: RenderedPage]
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

  func run(
    _ pages: [Made<Page>], _ renderer: PageRenderer, after previous: SiteBuild?
  ) async -> RenderedSite {
    let known = previous?.lastRendered?.pages ?? [:]
    let jobs = renderer.jobs(pages.map(\.value))
    let rendered = await runner.map(jobs) { job -> (page: RenderedPage, isNew: Bool) in
      let context = renderer.context(for: job)
      let fingerprint = renderer.fingerprint(of: context, job)
      if let page = known[job.entry.source], page.fingerprint == fingerprint {
        return (page, false)
      }
      return (RenderedPage(fingerprint: fingerprint, result: renderer.render(job, context)), true)
    }
    var artifacts = rendered.map(\.page.result.value) + renderer.siteArtifacts()
    artifacts.sort { $0.path < $1.path }
    return RenderedSite(
      artifacts: artifacts,
      pages: Dictionary(
        zip(jobs, rendered).map { ($0.entry.source, $1.page) }, uniquingKeysWith: { $1 }),
      diagnostics: rendered.flatMap(\.page.result.diagnostics),
      changed: changes(of: artifacts, since: previous?.lastRendered?.artifacts ?? []),
      renderedCount: rendered.count(where: \.isNew))
  }

  private func changes(of artifacts: [Artifact], since before: [Artifact]) -> Set<String> {
    let known = Dictionary(before.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    return Set(artifacts.filter { known[$0.path] != $0 }.map(\.path))
  }
}
