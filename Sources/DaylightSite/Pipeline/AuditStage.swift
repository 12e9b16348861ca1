import DaylightSyntax

/// Reads the finished files as a browser would, and reports what must not be published: links that
/// lead nowhere, and whatever would endanger a reader.
///
/// A page says that nothing is sent or stored only because this stage passed: with an error of the
/// audit nothing is written, and none of its rules can be lowered (CHK-09).
struct AuditStage {
  let runner: StageRunner
  let input: SiteInput
  let index: SiteIndex
  let theme: Theme

  /// Looks at the files that changed and takes the rest over from the audit before; with another
  /// policy, or where links may lead elsewhere now, at all of them.
  ///
  /// - Parameter onlyBodies: nothing but what stands in the bodies of pages has changed: there are
  ///   the same files as before, for the same sources, and with the same anchors.
  func run(
    _ site: RenderedSite, _ pages: [Page], onlyBodies: Bool, after previous: SiteBuild?
  ) async -> Diagnosed<SiteAudit> {
    let policy = AuditPolicy(index, theme.assets)
    let before = previous?.lastAudit
    let files = onlyBodies ? before?.files ?? AuditedFiles(index) : AuditedFiles(index)
    let targets =
      onlyBodies
      ? before?.targets ?? LinkTargets(site, pages, index) : LinkTargets(site, pages, index)
    let audit = OutputAudit(policy, targets: targets)
    var results: [OutputAudit.FileResult] = []
    var changed: [Int]?
    if let before, before.policy == policy, before.files == files, before.targets == targets {
      results = before.results
      changed = site.changed.compactMap { targets.number(of: $0) }.sorted()
      // A copy is the same to the site when what it copies is another.
      if !onlyBodies {
        changed? += site.artifacts.indices.filter { site.artifacts[$0].bytes == nil }
      }
    }
    let numbers = changed ?? Array(site.artifacts.indices)
    let attached = AttachedText(input)
    let checked = await runner.mapRuns(numbers) { run in
      var memory = audit.memory()
      return run.map { number in
        audit.check(files.file(site.artifacts[number], attached), &memory)
      }
    }
    if changed == nil {
      results = checked
    } else {
      for (number, result) in zip(numbers, checked) { results[number] = result }
    }
    let found = audit.checkSite(results)
    let blamed = input.templates + input.assets + input.content
    return Diagnosed(
      SiteAudit(policy: policy, files: files, targets: targets, results: results),
      found.brokenLinks + AuditFinding.diagnostics(found.findings, blaming: blamed))
  }
}

/// What was found in each finished file, for the next build to take over.
struct SiteAudit: Sendable {
  let policy: AuditPolicy
  let files: AuditedFiles
  let targets: LinkTargets
  /// One for each finished file, in the order of the targets’ paths.
  let results: [OutputAudit.FileResult]
}

extension AuditPolicy {
  fileprivate init(_ index: SiteIndex, _ assets: AssetCatalog) {
    func script(_ script: ReaderScript) -> Script {
      Script(path: assets.published[script.path] ?? script.path, bytes: script.bytes)
    }
    self.init(
      exitURL: index.configuration.exit?.value.text ?? SiteConfiguration.defaultExit,
      siteHost: index.baseURL?.host.lowercased(), basePath: index.baseURL?.path ?? "/",
      contentSecurityPolicy: SecurityPolicy.meta, exitScript: script(.exit),
      checklistScript: script(.checklist), zeroTicksText: index.words["checklist.zero"],
      hasFeed: index.configuration.hasFeed, hasOpenGraph: index.configuration.hasOpenGraph)
  }
}

extension LinkTargets {
  fileprivate init(_ site: RenderedSite, _ pages: [Page], _ index: SiteIndex) {
    self.init(
      site.artifacts.map(\.path),
      anchors: pages.lazy.compactMap { page in
        index[page.source].map { ($0.route.outputPath, page.anchors) }
      }, rootPath: index.baseURL?.path ?? "/")
  }
}
