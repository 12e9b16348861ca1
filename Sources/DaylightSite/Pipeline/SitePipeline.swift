import DaylightSyntax

/// The map of the program: from source files to finished files, stage by stage.
///
/// Every stage is a function of what it is given. A previous build may be handed in; results whose
/// inputs are unchanged are then taken from it, and what comes out is the same, byte for byte.
package struct SitePipeline: Sendable {
  private let runner: StageRunner
  private let isStrict: Bool
  /// Told when a stage begins, and with nothing when the last has ended.
  private let observe: @Sendable (Stage?) -> Void

  package init(
    runner: StageRunner, strict: Bool = false,
    observe: @escaping @Sendable (Stage?) -> Void = { _ in }
  ) {
    self.runner = runner
    isStrict = strict
    self.observe = observe
  }

  package func build(_ input: SiteInput, after previous: SiteBuild? = nil) async -> SiteBuild {
    var statistics = BuildStatistics()
    var findings = Findings(input.diagnostics, strict: isStrict)

    observe(.read)
    let configuration = findings.take(readConfiguration(input))
    findings.levels = findings.take(configuration.levels(strict: isStrict))
    let data = findings.take(SiteData.read(input.content, now: input.options.now))
    let strings = findings.take(StringTable.read(input.templates, language: configuration.language))
    let read = await readDocuments(input, after: previous)
    statistics.read = read.count { $0.isNew }
    let documents = read.map { findings.take($0.result) }

    observe(.index)
    let indexer = SiteIndexer(
      documents: documents, configuration: configuration, data: data, words: strings.words,
      options: input.options, attachments: input.attachments)
    let index = findings.take(indexer.index())
    findings.add(ReviewRules.check(index))
    findings.add(input.assets.filter { $0.path.hasSuffix(".css") }.flatMap(ContrastRule.check))
    let assets = findings.take(AssetCatalog.build(from: input.assets))
    let templates = findings.take(loadTemplates(input, strings, assets))

    observe(.assemble)
    let assembled = await assemble(index, after: previous)
    statistics.assembled = assembled.count { $0.isNew }
    let pages = assembled.map { findings.take($0.result) }

    observe(.relate)
    let graph = SiteGraph(index: index, pages: pages)
    findings.add(AnchorRule.check(pages))
    findings.add(GlossaryRules.unused(index, uses: graph.uses))
    statistics.count(pages, index)

    var artifacts: [Artifact] = []
    if !findings.haveErrors {
      observe(.render)
      let renderer = PageRenderer(index: index, graph: graph, templates: templates, assets: assets)
      let rendered = await runner.map(renderer.jobs(pages)) { renderer.render($0) }
      statistics.rendered = rendered.count
      artifacts = rendered.map { findings.take($0) } + renderer.siteArtifacts()
      artifacts.sort { $0.path < $1.path }

      observe(.audit)
      let links = OutputLinkCheck(artifacts, pages: pages, index: index)
      findings.add(await runner.map(artifacts) { links.check($0) }.flatMap(\.self))
      if findings.haveErrors { artifacts = [] }
    }
    observe(nil)
    return SiteBuild(
      input: input, documents: documents, index: index, pages: pages, graph: graph,
      artifacts: artifacts, diagnostics: findings.sorted, statistics: statistics)
  }
}

extension SitePipeline {
  /// A result of a stage, and whether it was made in this build.
  private struct Made<Value: Sendable>: Sendable {
    let result: Diagnosed<Value>
    let isNew: Bool
  }

  private func readConfiguration(_ input: SiteInput) -> Diagnosed<SiteConfiguration> {
    let path = "content/site.yaml"
    let file = input.content.first { $0.path == path } ?? SourceFile(path: path, bytes: [])
    return SiteConfiguration.decode(file)
  }

  private func readDocuments(
    _ input: SiteInput, after previous: SiteBuild?
  ) async -> [Made<Document>] {
    let pages = input.content.compactMap { file in PageKind(path: file.path).map { (file, $0) } }
    return await runner.map(pages) { file, kind in
      Made(result: Document.read(file, kind: kind), isNew: true)
    }
  }

  private func loadTemplates(
    _ input: SiteInput, _ strings: StringTable, _ assets: AssetCatalog
  ) -> Diagnosed<TemplateSet> {
    let references = AssetReferences(published: assets.published)
    let loaded = TemplateSet.load(
      input.templates, strings: strings.strings, rewrite: references.rewrite)
    let checked = loaded.value.checked(against: TemplateContract.shapes)
    return Diagnosed(checked.value, loaded.diagnostics + checked.diagnostics)
  }

  private func assemble(_ index: SiteIndex, after previous: SiteBuild?) async -> [Made<Page>] {
    let assembler = PageAssembler(index: index)
    let documents = index.entries.compactMap { index.documents[$0.source] }
    return await runner.map(documents) { Made(result: assembler.assemble($0), isNew: true) }
  }
}

/// The findings of a build, at the levels that the site asks for.
private struct Findings {
  var levels: RuleLevels
  private var all: [Diagnostic]

  init(_ diagnostics: [Diagnostic], strict: Bool) {
    all = diagnostics
    levels = RuleLevels(strict: strict)
  }

  mutating func add(_ diagnostics: [Diagnostic]) { all += diagnostics }

  mutating func take<Value>(_ result: Diagnosed<Value>) -> Value {
    all += result.diagnostics
    return result.value
  }

  var sorted: [Diagnostic] { levels.apply(to: all).sorted() }

  var haveErrors: Bool { levels.apply(to: all).contains { $0.severity == .error } }
}

extension BuildStatistics {
  fileprivate mutating func count(_ pages: [Page], _ index: SiteIndex) {
    self.pages = index.entries.count
    links = pages.reduce(0) { $0 + $1.links.count }
    glossaryLinks = pages.reduce(0) { $0 + $1.mentions.count(where: \.isLinked) }
  }
}
