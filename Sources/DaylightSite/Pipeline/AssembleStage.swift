import DaylightSyntax
import Platform

/// Assembles the pages whose body has changed, or what their body took from the rest of the site.
struct AssembleStage {
  let runner: ParallelRunner
  /// Whether a later build is to follow, which wants to know what each page was made from.
  let remembers: Bool
  /// Those that an override may name.
  let rules: RuleBook

  func run(
    _ index: Made<SiteIndex>, _ frame: SiteFrame, after previous: SiteBuild?
  ) async -> AssembledPages {
    let assembler = PageAssembler(index: index.value, remembers: remembers, rules: rules)
    if let previous, !index.isNew {
      return await edited(frame.documents, assembler, previous.pages)
    }
    let documents = Array(index.value.documents.values)
    let validity = previous.flatMap { PageValidity(of: index.value, since: $0) }
    return AssembledPages(
      await runner.mapRuns(documents) { run in
        var workspace = Workspace()
        return run.map { document in
          if let page = validity?.page(for: document) { return page }
          return .new(assembler.assemble(document, in: &workspace))
        }
      })
  }

  /// The pages after edits of nothing but bodies.
  private func edited(
    _ documents: StageResults<Document>, _ assembler: PageAssembler, _ pages: AssembledPages
  ) async -> AssembledPages {
    let jobs = documents.new.compactMap { number in
      let document = documents.values[number]
      return assembler.index.number(of: document.file.path).map { (number: $0, document: document) }
    }.sorted { $0.number < $1.number }
    let made = await runner.mapRuns(jobs) { run in
      var workspace = Workspace()
      return run.map { job in
        (number: job.number, result: assembler.assemble(job.document, in: &workspace))
      }
    }
    return pages.replacing(made)
  }
}

/// Decides which pages of the build before still stand, where the index is another.
private struct PageValidity: Sendable {
  private let previous: SiteBuild
  private let index: SiteIndex
  private let glossary: GlossaryChange

  /// Nothing when no page can stand, because what shapes every page has changed.
  init?(of index: SiteIndex, since previous: SiteBuild) {
    let before = previous.index.value
    guard index.configuration == before.configuration, index.words == before.words,
      index.data.language == before.data.language
    else { return nil }
    self.previous = previous
    self.index = index
    glossary = GlossaryChange(from: before.glossary, to: index.glossary)
  }

  func page(for document: Document) -> Made<Page>? {
    let source = document.file.path
    guard let number = previous.pageNumber(source), previous.document(source) == document
    else { return nil }
    let page = previous.pages.results.values[number]
    let entry = index[source]
    let before = previous.index.value[source]
    guard entry?.route == before?.route, entry?.kind == before?.kind, !glossary.touches(page),
      page.trace.links.allSatisfy({ index.resolve($0.key, from: source) == $0.value }),
      page.trace.sources.allSatisfy({ (index.data.sources[$0.key] != nil) == $0.value })
    else { return nil }
    return previous.pages.results.kept(number)
  }
}

/// What is different between two glossaries, as far as it shows in pages.
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

  /// Whether a page says a term that changed, or could say one of its old or new forms.
  func touches(_ page: Page) -> Bool {
    page.mentions.contains { terms.contains($0.term) }
      || phrases.contains(where: page.words.mayContain)
  }
}

extension Glossary.Term {
  /// The term without what only its own entry and lists show.
  fileprivate var matching: Glossary.Term {
    Glossary.Term(
      slug: slug, source: source, name: "", summary: "", link: link,
      isLinkedAutomatically: isLinkedAutomatically, scope: scope, isExact: isExact,
      forms: forms.map { Located($0.value, at: .file(source)) }, exceptions: exceptions)
  }
}
