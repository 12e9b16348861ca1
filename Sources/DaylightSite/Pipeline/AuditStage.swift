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
  /// policy, or links that may lead elsewhere now, at all of them.
  func run(
    _ site: RenderedSite, _ pages: [Page], onlyBodies: Bool, after previous: SiteBuild?
  ) async -> Diagnosed<SiteAudit> {
    let policy = AuditPolicy(index, theme.assets)
    let known = previous?.lastAudit?.policy == policy ? previous?.lastAudit?.files ?? [:] : [:]
    let links = OutputLinkCheck(site.artifacts, pages: pages, index: index)
    let audit = OutputAudit(policy)
    let files = AuditedFiles(index, input)
    let checked = await runner.mapRuns(site.artifacts) { run in
      var memo = OutputLinkCheck.Memo()
      return run.map { artifact -> SiteAudit.File in
        let kept = site.changed.contains(artifact.path) ? nil : known[artifact.path]
        if let kept, onlyBodies { return kept }
        let links = links.check(artifact, &memo)
        return SiteAudit.File(links: links, audit: kept?.audit ?? audit.check(files.file(artifact)))
      }
    }
    let results = checked.map(\.audit)
    let findings = results.flatMap(\.findings) + audit.checkSite(results)
    let blamed = input.templates + input.assets + input.content
    let site = SiteAudit(
      policy: policy,
      files: Dictionary(checked.map { ($0.audit.path, $0) }, uniquingKeysWith: { $1 }))
    return Diagnosed(
      site, checked.flatMap(\.links) + AuditFinding.diagnostics(findings, blaming: blamed))
  }
}

/// What was found in each finished file, for the next build to take over.
struct SiteAudit: Sendable {
  let policy: AuditPolicy
  let files: [String: File]

  struct File: Sendable {
    let links: [Diagnostic]
    let audit: OutputAudit.FileResult
  }
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

/// Tells the audit what each finished file is, and which source stands behind it.
private struct AuditedFiles: Sendable {
  private let origins: [String: String]
  private let redirects: Set<String>
  private let outspoken: Set<String>
  private let attached: [String: SourceFile]

  init(_ index: SiteIndex, _ input: SiteInput) {
    var origins: [String: String] = [:]
    var redirects: Set<String> = []
    var outspoken: Set<String> = []
    for entry in index.entries {
      let document = index.documents[entry.source]
      let template = "templates/\(entry.kind.template).mustache"
      origins[entry.route.outputPath] = document == nil ? template : entry.source
      for address in document?.common.oldAddresses ?? [] {
        redirects.insert(Redirect.outputPath(of: address.value))
      }
      if !(document?.common.isDiscreet ?? index.configuration.isDiscreet) {
        outspoken.insert(entry.route.outputPath)
      }
    }
    self.origins = origins
    self.redirects = redirects
    self.outspoken = outspoken
    attached = Dictionary(input.attachedText.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
  }

  /// Of a copy the audit sees the bytes only where they are text.
  func file(_ artifact: Artifact) -> AuditedFile {
    let bytes: [UInt8]
    var source: String?
    switch artifact.content {
    case .bytes(let own): bytes = own
    case .copy(let path):
      source = path
      bytes = attached[path]?.bytes ?? []
    case .staged: bytes = []
    }
    return AuditedFile(
      path: artifact.path, bytes: bytes, origin: origins[artifact.path] ?? source,
      isRedirect: redirects.contains(artifact.path),
      isDiscreet: !outspoken.contains(artifact.path))
  }
}
