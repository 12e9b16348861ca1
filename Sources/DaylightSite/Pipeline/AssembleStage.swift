import DaylightModel
import DaylightPages
import DaylightSyntax
import Platform

/// Assembles the pages whose body has changed, or what their body took from the rest of the site.
struct AssembleStage {
  let runner: ParallelRunner
  /// Whether to record what each page was made from, for a later build.
  let remembers: Bool
  /// Whether to look at spaces, and to keep the words of each page for a dictionary.
  let proofreads: Bool
  /// Those that an override may name.
  let rules: RuleBook
  /// Where the texts of pages go; nil if they stay in memory.
  var store: (any ByteStore)? = nil

  func run(
    _ index: SiteIndex, _ parsed: ParsedSources, _ delta: SiteDelta, after before: AssembledPages?
  ) async -> AssembledPages {
    let assembler = PageAssembler(
      index: index, remembers: remembers, proofreads: proofreads, rules: rules)
    if let before, let bodies = delta.bodies {
      return await edited(bodies.map { parsed.documents.values[$0] }, assembler, before)
    }
    let documents = Array(index.documents.values)
    let validity = before.flatMap { PageValidity(of: index, since: $0) }
    return AssembledPages(
      index,
      await runner.mapRuns(documents) { run in
        var scratch = AssemblyScratch()
        return run.map { document in
          if let page = validity?.page(for: document) { return page }
          var document = document
          document.file = document.file.inMemory
          var page = assembler.assemble(document, in: &scratch)
          if let store { page.value.body.move(to: store) }
          return .computed(page)
        }
      })
  }

  /// The pages after edits of bodies only.
  private func edited(
    _ documents: [Document], _ assembler: PageAssembler, _ before: AssembledPages
  ) async -> AssembledPages {
    let jobs = documents.compactMap { document in
      assembler.index.id(of: document.file.path).map { (id: $0, document: document) }
    }.sorted { $0.id < $1.id }
    let made = await runner.mapRuns(jobs) { run in
      var scratch = AssemblyScratch()
      return run.map { job in
        (id: job.id, result: assembler.assemble(job.document, in: &scratch))
      }
    }
    return before.replacing(made, assembler.index)
  }
}

/// Decides which pages of the previous build are still valid if the index has changed.
private struct PageValidity: Sendable {
  private let pages: AssembledPages
  private let index: SiteIndex
  private let glossary: GlossaryChange

  /// Nil if no page can be right, because what shapes every page has changed.
  init?(of index: SiteIndex, since pages: AssembledPages) {
    let before = pages.index
    guard index.configuration == before.configuration, index.strings == before.strings,
      index.data.language == before.data.language,
      KnownNumbers(index.data.help, practice: nil)
        == KnownNumbers(before.data.help, practice: nil)
    else { return nil }
    self.pages = pages
    self.index = index
    glossary = GlossaryChange(from: before.glossary, to: index.glossary)
  }

  func page(for document: Document) -> StageOutput<Page>? {
    let source = document.file.path
    guard let id = pages.index.id(of: source), pages.index.documents[source] == document
    else { return nil }
    let page = pages.values[id]
    let entry = index[source]
    let before = pages.index[source]
    guard entry?.route == before?.route, entry?.kind == before?.kind, !glossary.touches(page),
      page.trace.links.allSatisfy({ index.resolve($0.key, from: source) == $0.value }),
      page.trace.sources.allSatisfy({ (index.data.sources[$0.key] != nil) == $0.value })
    else { return nil }
    return pages.results.reused(id)
  }
}

/// The differences between two glossaries that are visible in pages.
struct GlossaryChange: Sendable {
  private let phrases: [WordSet]
  private let terms: Set<String>

  init(from before: Glossary, to after: Glossary) {
    var changed: Set<Glossary.Term> = Set(before.terms.map(\.matching))
    changed.formSymmetricDifference(after.terms.map(\.matching))
    terms = Set(changed.map(\.slug))
    phrases = Set(changed.flatMap { $0.forms.map(\.value) + $0.exceptions }).sorted().map {
      WordSet(Array($0.utf8).span)
    }
  }

  /// Whether a page uses a term that changed, or could use one of its old or new forms.
  func touches(_ page: Page) -> Bool {
    page.mentions.contains { terms.contains($0.term) }
      || phrases.contains(where: page.words.mayContain)
  }
}

extension Glossary.Term {
  /// The term without what is only shown in its own entry and in lists.
  fileprivate var matching: Glossary.Term {
    Glossary.Term(
      slug: slug, source: source, name: "", abbreviation: abbreviation, summary: "", link: link,
      isLinkedAutomatically: isLinkedAutomatically, scope: scope, isExact: isExact,
      forms: forms.map { Located($0.value, at: .file(source)) }, exceptions: exceptions)
  }
}
