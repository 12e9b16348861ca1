import DaylightAudit
import DaylightModel
import DaylightSyntax
import DaylightTheme
import Platform

/// Reads the finished files as a browser would, and reports what must not be published: links that
/// lead nowhere, and anything that would endanger a reader.
///
/// A page says that nothing is sent or stored only because this stage passed: with an error of the
/// audit nothing is written, and none of its rules can be lowered (CHK-09).
struct AuditStage {
  typealias Results = PersistentArray<ArtifactID, OutputAudit.FileResult>

  let runner: ParallelRunner
  let input: SiteInput
  let index: SiteIndex
  let theme: Theme

  /// Checks the files that changed and reuses the findings of the previous audit for the rest;
  /// checks all of them if the policy or the targets of links have changed.
  ///
  /// - Parameter inError: pages that are not checked.
  func run(
    _ site: RenderedSite, _ related: RelatedSite, _ delta: SiteDelta,
    without inError: PagesInError, after before: SiteAudit?
  ) async -> SiteAudit {
    // `RelateStage` has looked at the links of other pages to headings that are gone, unless they
    // are written in HTML.
    if let before, delta.isOnlyBodies,
      related.hasSameAnchors || !index.configuration.allowsRawHTML
    {
      return await edited(site, without: inError, before)
    }
    let context =
      site.auditContext
      ?? self.context(
        of: site.artifacts.values.map(\.path), related.pages.values, files: files())
    let all = Array(site.artifacts.values.indices)
    guard let before, before.context.isAlike(context) else {
      let results = Results(await read(all, of: site, context))
      return audit(of: results, without: inError, context, after: before)
    }
    // A copied file has the same artifact even if its source has changed.
    let copies = all.filter { site.artifacts.values[$0].bytes == nil }
    let changed = Set(site.changed + copies).sorted()
    var results = before.results
    for (id, result) in zip(changed, await read(changed, of: site, context)) {
      results[id] = result
    }
    return audit(of: results, without: inError, context, after: before)
  }

  /// The findings in pictures, drawings and the other files that are not pages, if no page can be
  /// checked yet.
  func checkFiles() -> [Diagnostic] {
    let attached = index.attachments.values.flatMap(Artifact.all)
    let context = self.context(of: [], PersistentArray([]), files: files())
    var scratch = context.audit.scratch()
    let results = (theme.assets.artifacts + attached).map { context.read($0, &scratch) }
    var search = SourceSearch(of: input)
    return AuditFinding.diagnostics(results.flatMap(\.findings), searching: &search)
  }

  /// What is needed to read the files of a site.
  ///
  /// - Parameter paths: of all finished files, sorted.
  func context(
    of paths: [String], _ pages: PersistentArray<EntryID, Page>, files: AuditedFiles
  ) -> AuditContext {
    AuditContext(
      policy: policy, files: files, targets: LinkTargets(paths, pages, index),
      attached: AttachedText(input))
  }

  /// The part of the context for which the paths need not be known.
  func files() -> AuditedFiles { AuditedFiles(index) }

  private var policy: AuditPolicy { AuditPolicy(index, theme.assets) }

  /// The audit after edits of pages only. New anchors are not among the targets; links to them are
  /// looked up in the finished pages.
  private func edited(
    _ site: RenderedSite, without inError: PagesInError, _ before: SiteAudit
  ) async -> SiteAudit {
    let context = AuditContext(
      policy: before.context.policy, files: before.context.files,
      targets: before.context.targets, attached: AttachedText(input))
    let read = await read(site.changed, of: site, context)
    var results = before.results
    for (id, result) in zip(site.changed, read) { results[id] = result }
    let isAlike =
      inError == before.inError
      && zip(site.changed, read).allSatisfy {
        $1.isAlike(before.results[$0], among: results, site.artifacts)
      }
    guard isAlike else { return audit(of: results, without: inError, context, after: before) }
    return SiteAudit(
      context: context, results: results, inError: inError, diagnostics: before.diagnostics,
      search: before.search)
  }

  /// Reads files, except those that were audited while rendering.
  private func read(
    _ files: [ArtifactID], of site: RenderedSite, _ context: AuditContext
  ) async -> [OutputAudit.FileResult] {
    let audited = site.auditContext == nil ? [] : site.pages.values.compactMap(\.read)
    let known = Dictionary(audited.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    return await runner.mapRuns(files) { run in
      var scratch = context.audit.scratch()
      return run.map { id in
        let artifact = site.artifacts.values[id]
        return known[artifact.path] ?? context.read(artifact, &scratch)
      }
    }
  }

  /// Collects the findings, and searches for the sources of what was found.
  private func audit(
    of results: Results, without inError: PagesInError,
    _ context: AuditContext, after before: SiteAudit?
  ) -> SiteAudit {
    let found = context.audit.checkSite(Array(results))
    let findings = found.findings.filter { !inError.contains($0.path) }
    let brokenLinks = found.brokenLinks.filter { finding in
      !(finding.location.map { inError.contains(String($0.path.dropFirst("public/".count))) }
        ?? false)
    }
    var search: SourceSearch?
    var located: [Diagnostic] = []
    if !findings.isEmpty {
      var own = SourceSearch(of: input, after: before?.search)
      located = AuditFinding.diagnostics(findings, searching: &own)
      search = own
    }
    return SiteAudit(
      context: context, results: results, inError: inError, diagnostics: brokenLinks + located,
      search: search)
  }
}

extension AuditContext {
  /// Whether both lead to the same findings in a file.
  fileprivate func isAlike(_ other: AuditContext) -> Bool {
    policy == other.policy && files == other.files && targets == other.targets
  }
}

extension OutputAudit.FileResult {
  /// Whether replacing the other result by this leaves all findings unchanged.
  fileprivate func isAlike(
    _ other: OutputAudit.FileResult, among results: AuditStage.Results, _ artifacts: ArtifactTable
  ) -> Bool {
    findings.isEmpty && other.findings.isEmpty && landmarks == other.landmarks
      && links.broken.isEmpty && other.links.broken.isEmpty && links.ids == other.links.ids
      && (links.open + other.links.open).allSatisfy { reference in
        artifacts.id(of: reference.target).map {
          results[$0].links.ids.contains(reference.anchor.value)
        } ?? false
      }
  }
}

extension SourceSearch {
  fileprivate init(of input: SiteInput, after previous: SourceSearch? = nil) {
    self.init(
      input.templates + input.assets + input.content, skeleton: "templates/base.mustache",
      kind: { PageKind(path: $0)?.rawValue }, after: previous)
  }
}

extension LinkTargets {
  fileprivate init(
    _ paths: [String], _ pages: PersistentArray<EntryID, Page>, _ index: SiteIndex
  ) {
    self.init(
      paths,
      anchors: zip(index.entries, pages).lazy.map { ($0.route.outputPath, $1.anchors) },
      rootPath: index.baseURL?.path ?? "/")
  }
}
