import DaylightSyntax

/// The map of the program: from source files to finished files, stage by stage.
///
/// Every stage is a function of what it is given. A previous build may be handed in; results whose
/// inputs are unchanged are then taken from it, and what comes out is the same, byte for byte.
package struct SitePipeline: Sendable {
  private let runner: StageRunner
  private let isStrict: Bool
  private let remembers: Bool
  /// Told when a stage begins, and with nothing when the last has ended.
  private let observe: @Sendable (Stage?) -> Void

  /// - Parameters:
  ///   - remembers: whether builds are to follow that are handed the one before.
  package init(
    runner: StageRunner, strict: Bool = false, remembers: Bool = false,
    observe: @escaping @Sendable (Stage?) -> Void = { _ in }
  ) {
    self.runner = runner
    isStrict = strict
    self.remembers = remembers
    self.observe = observe
  }

  /// - Parameters:
  ///   - previous: a build to take unchanged results from.
  ///   - sink: what takes pages out of memory as soon as they are rendered and found good.
  package func build(
    _ input: SiteInput, after previous: SiteBuild? = nil, into sink: (any ArtifactSink)? = nil
  ) async -> SiteBuild {
    observe(.read)
    let frame = await ReadStage(runner: runner).run(input, after: previous)
    let levels = frame.configuration.levels(strict: isStrict)
    var findings = Findings(levels)
    findings.add(input.diagnostics + frame.diagnostics)
    findings.add(frame.documents.flatMap(\.result.diagnostics))

    observe(.index)
    let (index, theme) = await runner.both {
      IndexStage().run(input, frame, after: previous)
    } and: {
      TemplateStage().run(input, frame, after: previous)
    }
    findings.add(index.result.diagnostics + theme.diagnostics + ReviewRules.check(index.value))

    observe(.assemble)
    let assembly = AssembleStage(runner: runner, remembers: remembers)
    let pages = await assembly.run(index, after: previous)
    findings.add(pages.flatMap(\.result.diagnostics))
    findings.allow(pages.flatMap(\.value.overrides))

    observe(.relate)
    let graph = RelateStage().run(pages, index, after: previous)
    findings.add(graph.result.diagnostics)

    var rendered: RenderedSite?
    var audit: SiteAudit?
    if !findings.haveErrors {
      observe(.render)
      // A build that was not rendered leaves the last rendering behind what it changed.
      let onlyBodies =
        !index.isNew && !graph.isNew && previous?.rendered != nil
        && previous.map { theme.isAlike($0.theme) } ?? false
      let renderer = PageRenderer(index: index.value, graph: graph.value, theme: theme)
      let site = await RenderStage(runner: runner, remembers: remembers).run(
        pages, renderer, onlyBodies: onlyBodies, after: previous)
      findings.add(site.diagnostics)
      rendered = site

      observe(.audit)
      let stage = AuditStage(runner: runner, input: input, index: index.value, theme: theme)
      let result = await stage.run(
        site, pages.map(\.value), onlyBodies: onlyBodies, after: previous)
      findings.add(result.diagnostics)
      audit = result.value
    }
    observe(nil)
    let report = findings.report(isWhole: rendered != nil)
    return SiteBuild(
      input: input, frame: frame, index: index, pages: pages, graph: graph, theme: theme,
      rendered: rendered, lastRendered: rendered ?? previous?.lastRendered,
      lastAudit: audit ?? previous?.lastAudit, diagnostics: report.diagnostics,
      overrides: report.overrides, statistics: .init(frame, pages, rendered, index.value))
  }
}

extension BuildStatistics {
  fileprivate init(
    _ frame: SiteFrame, _ pages: [Made<Page>], _ rendered: RenderedSite?, _ index: SiteIndex
  ) {
    read = frame.documents.count(where: \.isNew)
    assembled = pages.count(where: \.isNew)
    self.rendered = rendered?.renderedCount ?? 0
    self.pages = index.entries.count
    links = pages.reduce(0) { $0 + $1.value.links.count }
    glossaryLinks = pages.reduce(0) { $0 + $1.value.mentions.count(where: \.isLinked) }
  }
}
