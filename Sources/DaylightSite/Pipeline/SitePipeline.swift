import DaylightModel
package import DaylightSyntax
package import DaylightTheme
package import Platform

/// The map of the program: from source files to finished files, stage by stage.
///
/// Every stage is a function of its arguments. With a previous build, results whose inputs are
/// unchanged are reused, and the output is the same, byte for byte.
package struct SitePipeline: Sendable {
  /// Also used to read and compare files, before and after the pipeline.
  package let runner: ParallelRunner
  private let isStrict: Bool
  private let remembers: Bool
  private let dictionaries: (any SpellingDictionaries)?
  /// Called when a stage begins, and with nil when the last has ended.
  private let observe: @Sendable (Stage?) -> Void

  /// - Parameters:
  ///   - remembers: whether this build will be the previous one of others.
  ///   - dictionaries: where words are looked up; nil if spelling is not checked.
  package init(
    runner: ParallelRunner, strict: Bool = false, remembers: Bool = false,
    dictionaries: (any SpellingDictionaries)? = nil,
    observe: @escaping @Sendable (Stage?) -> Void = { _ in }
  ) {
    self.runner = runner
    isStrict = strict
    self.remembers = remembers
    self.dictionaries = dictionaries
    self.observe = observe
  }

  /// - Parameters:
  ///   - previous: a build whose unchanged results are reused.
  ///   - sink: stores pages outside memory as soon as they are rendered and audited.
  ///   - look: is shown the pages that are open before the rest is built, if more has changed than bodies.
  package func build(
    _ input: SiteInput, after previous: SiteBuild? = nil, into sink: (any ArtifactSink)? = nil,
    showing look: FirstLook? = nil
  ) async -> SiteBuild {
    observe(.read)
    let parsed = await ReadStage(runner: runner).run(input, after: previous?.parsed)
    let delta = SiteDelta(from: previous, to: parsed)
    let levels = parsed.configuration.levels(
      among: input.rules, language: parsed.data.language, strict: isStrict)
    var findings = Findings(levels, after: previous?.collected)
    findings.add(input.diagnostics + parsed.diagnostics)
    findings.add(parsed.documents.findings, of: .documents)

    var madeTheme: Theme?
    if let look, let previous, !look.open.isEmpty, !delta.isOnlyBodies {
      let theme = TemplateStage().run(parsed, delta, after: previous.theme)
      let pages = FirstLookStage(rules: input.rules, levels: levels.value)
        .artifacts(look.open, parsed, theme, after: previous)
      if !pages.isEmpty { await look.show(pages) }
      madeTheme = theme
    }

    observe(.index)
    let (diagnosed, theme) = await runner.both {
      await IndexStage(runner: runner).run(parsed, delta, after: previous?.index)
    } and: { [madeTheme] in
      madeTheme ?? TemplateStage().run(parsed, delta, after: previous?.theme)
    }
    let index = diagnosed.value
    findings.add(diagnosed.diagnostics)

    observe(.assemble)
    let (pages, checked) = await runner.both {
      await AssembleStage(
        runner: runner, remembers: remembers, proofreads: dictionaries != nil, rules: input.rules,
        store: sink?.scratch
      ).run(index, parsed, delta, after: previous?.pages)
    } and: {
      CheckStage(rules: input.rules).run(index, theme.assets, delta, after: previous?.checked)
    }
    findings.add(theme.diagnostics + checked.diagnostics + checked.pictures)
    findings.add(pages.results.findings, of: .texts)
    findings.add(GradeRule.check(index, pages, maximum: input.options.maximumGrade))
    let reviews = ReviewRule.check(index, pages, delta, after: previous?.reviews)
    findings.add(reviews, of: .reviews)
    findings.skip(RuleBook.online)
    SpellingStage(dictionaries: dictionaries).check(pages, index, &findings)
    findings.allow(pages.overrides + checked.overrides)

    observe(.relate)
    let related = await RelateStage(runner: runner)
      .run(pages, index, delta, after: previous?.related)
    findings.add(related.anchors, of: .anchors)
    findings.add(related.unused)

    var rendered: RenderedSite?
    var audit: SiteAudit?
    let errors = findings.errors
    let stage = AuditStage(runner: runner, input: input, index: index, theme: theme)
    if let inError = PagesInError(errors, index, theme.assets) {
      observe(.render)
      let site = await RenderStage(
        runner: runner, remembers: remembers, index: index, theme: theme
      ).run(
        related, delta, after: previous?.lastRendered, stage, into: errors.isEmpty ? sink : nil)
      findings.add(site.findings(without: inError), of: .pages)
      rendered = site

      observe(.audit)
      let result = await stage.run(
        site, related, delta, without: inError, after: previous?.lastAudit)
      findings.add(result.diagnostics)
      audit = result
    } else {
      observe(.audit)
      findings.add(stage.checkFiles())
    }
    observe(nil)
    let report = findings.report(isWhole: rendered != nil && errors.isEmpty)
    let left = RootCauses(report.findings.serious, files: input.sharedContent.lazy.map(\.path))
      .withoutConsequences(report.findings)
    return SiteBuild(
      delta: delta, parsed: parsed, index: diagnosed, checked: checked, reviews: reviews,
      pages: pages, related: related, theme: theme,
      rendered: rendered, lastRendered: rendered ?? previous?.lastRendered,
      lastAudit: audit ?? previous?.lastAudit, levels: levels.value,
      findings: input.builtIn.isEmpty ? left : left.marked(by: input.marking), collected: findings,
      overrides: report.overrides,
      statistics: .init(parsed, pages, rendered, index))
  }
}

extension BuildStatistics {
  fileprivate init(
    _ parsed: ParsedSources, _ pages: AssembledPages, _ rendered: RenderedSite?, _ index: SiteIndex
  ) {
    read = parsed.documents.computed.count
    assembled = pages.results.computed.count
    self.rendered = rendered?.pages.computed.count ?? 0
    self.pages = index.entries.count
    links = pages.linkCount
    glossaryLinks = pages.glossaryLinkCount
  }
}
