import DaylightAudit
package import DaylightModel
import DaylightSyntax
package import DaylightTheme
import Platform

/// The finished files of a site, and what each page was rendered from.
package struct RenderedSite: Sendable {
  package fileprivate(set) var artifacts: ArtifactTable
  /// In the order of the entries.
  fileprivate(set) var pages: StageResults<EntryID, RenderedPage>
  /// Of the pages, by `source`.
  fileprivate let ids: [String: EntryID]
  /// For the next build; nil if there will be none.
  fileprivate(set) var renderer: PageRenderer?
  /// The files that differ from the previous rendering, ascending.
  package fileprivate(set) var changed: [ArtifactID]
  /// The context in which pages were audited as they were rendered; nil if they were not.
  fileprivate(set) var auditContext: AuditContext?

  /// What was found while rendering the pages, except those with other errors.
  func findings(without inError: PagesInError) -> FindingTable<EntryID> {
    var findings = pages.findings
    guard !inError.isEmpty else { return findings }
    for id in pages.values.indices where inError.contains(pages.values[id].artifact.path) {
      findings[id] = []
    }
    return findings
  }
}

/// A rendered page with a fingerprint of its whole context.
struct RenderedPage: Sendable {
  let fingerprint: Int
  let artifact: Artifact
  /// The findings of the audit, if it read the page as soon as it was rendered.
  var read: OutputAudit.FileResult? = nil
}

/// Renders the pages whose template or context has changed.
struct RenderStage {
  let runner: ParallelRunner
  /// Whether to record what each page was rendered from, for a later build.
  let remembers: Bool
  let index: SiteIndex
  let theme: Theme

  /// - Parameters:
  ///   - audit: reads the pages.
  ///   - sink: stores pages as soon as they are rendered and audited.
  func run(
    _ site: RelatedSite, _ delta: SiteDelta, after before: RenderedSite?, _ audit: AuditStage,
    into sink: (any ArtifactSink)?
  ) async -> RenderedSite {
    if let before, let renderer = before.renderer, delta.isOnlyBodies {
      return await edited(site, before, renderer)
    }
    let renderer = PageRenderer(
      index: index, graph: site.graph, bodies: site.pages.values, theme: theme)
    let (siteArtifacts, files) = await runner.both {
      renderer.siteArtifacts()
    } and: {
      sink == nil ? nil : audit.files()
    }
    var streaming: StreamingAudit?
    if let sink, let files {
      let paths = index.entries.map(\.route.outputPath) + siteArtifacts.map(\.path)
      let context = audit.context(of: paths.sorted(), renderer.bodies, files: files)
      streaming = StreamingAudit(context: context, sink: sink)
    }
    let rendered = await runner.mapRuns(Array(index.ids)) { [streaming] run in
      var scratch = streaming?.scratch()
      return run.map { id in
        let job = renderer.job(id)
        let known = before?.ids[job.entry.source].flatMap { before?.pages.reused($0) }
        let page = self.page(job, renderer, after: known)
        return streaming.map { page.audited(by: $0, &scratch) } ?? page
      }
    }
    let artifacts = ArtifactTable(rendered.map(\.value.artifact) + siteArtifacts)
    return RenderedSite(
      artifacts: artifacts, pages: StageResults(rendered), ids: index.idBySource,
      renderer: remembers ? renderer : nil,
      changed: artifacts.changes(since: before?.artifacts), auditContext: streaming?.context)
  }

  /// The site if only bodies changed, so that most pages need not be checked.
  private func edited(
    _ site: RelatedSite, _ before: RenderedSite, _ former: PageRenderer
  ) async -> RenderedSite {
    let renderer = former.following(index: index, graph: site.graph, bodies: site.pages.values)
    let rendered = await runner.map(site.affected) { id in
      (id: id, page: self.page(renderer.job(id), renderer, after: before.pages.reused(id)))
    }.filter { !$0.page.isReused }
    var after = before
    after.changed = after.artifacts.replace(rendered.map(\.page.value.artifact))
    after.pages = after.pages.replacing(rendered.map { (id: $0.id, result: $0.page.result) })
    after.renderer = renderer
    after.auditContext = nil
    return after
  }

  private func page(
    _ job: PageRenderer.Job, _ renderer: PageRenderer, after known: StageOutput<RenderedPage>?
  ) -> StageOutput<RenderedPage> {
    let context = renderer.context(for: job)
    let fingerprint = remembers ? renderer.fingerprint(of: context, job) : 0
    if remembers, let known, known.value.fingerprint == fingerprint { return known }
    let rendered = renderer.render(job, context)
    return .computed(
      Diagnosed(
        RenderedPage(fingerprint: fingerprint, artifact: rendered.value), rendered.diagnostics))
  }
}

extension StageOutput<RenderedPage> {
  /// The page with the findings of the audit, and without its bytes if they were stored elsewhere.
  fileprivate func audited(by streaming: StreamingAudit, _ scratch: inout AuditScratch?) -> Self {
    var own = scratch ?? streaming.scratch()
    let (artifact, read) = streaming.audit(value.artifact, &own)
    scratch = own
    let page = RenderedPage(fingerprint: value.fingerprint, artifact: artifact, read: read)
    return StageOutput(result: Diagnosed(page, result.diagnostics), isReused: isReused)
  }
}
