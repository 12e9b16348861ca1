import DaylightSyntax

/// Reads the finished files as a browser would, and reports what must not be published: links that
/// lead nowhere, and whatever would endanger a reader.
///
/// A page says that nothing is sent or stored only because this stage passed: with an error of the
/// audit nothing is written, and none of its rules can be lowered (CHK-09).
struct AuditStage {
  let runner: StageRunner

  func run(
    _ site: RenderedSite, _ pages: [Page], _ input: SiteInput, _ index: SiteIndex,
    _ assets: AssetCatalog
  ) async -> Diagnosed<[String: OutputAudit.FileResult]> {
    let links = OutputLinkCheck(site.artifacts, pages: pages, index: index)
    let audit = OutputAudit(AuditPolicy(index, assets))
    let files = AuditedFiles(index, input)
    let checked = await runner.map(site.artifacts) { artifact in
      (links: links.check(artifact), audit: files.file(artifact).map { audit.check($0) })
    }
    let results = checked.compactMap(\.audit)
    let findings = results.flatMap(\.findings) + audit.checkSite(results)
    let blamed = input.templates + input.assets + input.content
    return Diagnosed(
      Dictionary(results.map { ($0.path, $0) }, uniquingKeysWith: { $1 }),
      checked.flatMap(\.links) + AuditFinding.diagnostics(findings, blaming: blamed))
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

  /// Nothing for a copy whose bytes the audit wants and which is not text.
  func file(_ artifact: Artifact) -> AuditedFile? {
    let bytes: [UInt8]
    switch artifact.content {
    case .bytes(let own): bytes = own
    case .copy(let source): bytes = attached[source]?.bytes ?? []
    }
    return AuditedFile(
      path: artifact.path, bytes: bytes, origin: origins[artifact.path],
      isRedirect: redirects.contains(artifact.path),
      isDiscreet: !outspoken.contains(artifact.path))
  }
}
