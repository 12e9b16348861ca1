import DaylightSyntax
package import Platform

/// The map of the program: from source files to finished files, stage by stage.
///
/// Every stage is a function of what it is given. A previous build may be handed in; results whose
/// inputs are unchanged are then taken from it, and what comes out is the same, byte for byte.
package struct SitePipeline: Sendable {
  /// Also what files are read and compared with, before and after the pipeline.
  package let runner: ParallelRunner
  private let isStrict: Bool
  private let remembers: Bool
  /// Told when a stage begins, and with nothing when the last has ended.
  private let observe: @Sendable (Stage?) -> Void

  /// - Parameters:
  ///   - remembers: whether builds are to follow that are handed the one before.
  package init(
    runner: ParallelRunner, strict: Bool = false, remembers: Bool = false,
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
    let levels = frame.configuration.levels(
      among: input.rules, language: frame.data.language, strict: isStrict)
    var findings = Findings(levels)
    findings.add(input.diagnostics + frame.diagnostics)
    findings.add(frame.documents.diagnostics)

    observe(.index)
    let index = await IndexStage(runner: runner).run(input, frame, after: previous)
    findings.add(index.result.diagnostics)

    observe(.assemble)
    let (pages, (theme, checked)) = await runner.both {
      await AssembleStage(runner: runner, remembers: remembers, rules: input.rules)
        .run(index, frame, after: previous)
    } and: {
      (
        TemplateStage().run(input, frame, after: previous),
        CheckStage().run(index, after: previous)
      )
    }
    findings.add(theme.diagnostics + checked.diagnostics)
    findings.add(pages.results.diagnostics)
    let reviews = ReviewRules.check(index, frame.documents, pages.values, after: previous)
    findings.add(reviews.all)
    findings.allow(pages.overrides)

    observe(.relate)
    let related = await RelateStage(runner: runner).run(pages, index, after: previous)
    findings.add(related.diagnostics)

    var rendered: RenderedSite?
    var audit: SiteAudit?
    let errors = findings.errors
    let stage = AuditStage(runner: runner, input: input, index: index.value, theme: theme)
    if let inError = PagesInError(errors, index.value, theme.assets) {
      observe(.render)
      let edited = affected(related, theme, previous)
      let site = await RenderStage(runner: runner, remembers: remembers).run(
        renderer(index.value, related.graph, pages.values, theme, edited, previous),
        edited: edited, after: previous, stage, into: errors.isEmpty ? sink : nil)
      findings.add(site.diagnostics(without: inError))
      rendered = site

      observe(.audit)
      let result = await stage.run(site, pages.values, related, without: inError, after: previous)
      findings.add(result.diagnostics)
      audit = result
    } else {
      observe(.audit)
      findings.add(stage.checkFiles())
    }
    observe(nil)
    let report = findings.report(isWhole: rendered != nil && errors.isEmpty)
    return SiteBuild(
      input: input, frame: frame, index: index, checked: checked, reviews: reviews, pages: pages,
      related: related,
      theme: theme, rendered: rendered, lastRendered: rendered ?? previous?.lastRendered,
      lastAudit: audit ?? previous?.lastAudit, levels: levels.value,
      diagnostics: report.diagnostics,
      overrides: report.overrides, statistics: .init(frame, pages, rendered, index.value))
  }

  /// The numbers of the only pages that may come out otherwise than in the build before, where that
  /// is known. A build that was not rendered leaves the last rendering behind what it changed.
  private func affected(
    _ related: RelatedSite, _ theme: Theme, _ previous: SiteBuild?
  ) -> [Int]? {
    guard let previous, previous.rendered != nil, theme.isAlike(previous.theme) else { return nil }
    return related.affected
  }

  /// What pages share is taken over from the build before, where only `edited` pages are another.
  private func renderer(
    _ index: SiteIndex, _ graph: SiteGraph, _ bodies: PersistentArray<Page>, _ theme: Theme,
    _ edited: [Int]?, _ previous: SiteBuild?
  ) -> PageRenderer {
    if edited != nil, let renderer = previous?.lastRendered?.renderer {
      return renderer.following(index: index, graph: graph, bodies: bodies)
    }
    return PageRenderer(index: index, graph: graph, bodies: bodies, theme: theme)
  }
}

extension BuildStatistics {
  fileprivate init(
    _ frame: SiteFrame, _ pages: AssembledPages, _ rendered: RenderedSite?, _ index: SiteIndex
  ) {
    read = frame.documents.new.count
    assembled = pages.results.new.count
    self.rendered = rendered?.pages.new.count ?? 0
    self.pages = index.entries.count
    links = pages.linkCount
    glossaryLinks = pages.glossaryLinkCount
  }
}
