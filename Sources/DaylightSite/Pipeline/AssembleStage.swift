import DaylightSyntax

/// Assembles the pages whose body has changed, or what their body took from the rest of the site.
struct AssembleStage {
  let runner: StageRunner
  /// Whether a later build is to follow, which wants to know the words of each page.
  let remembers: Bool

  func run(_ index: Made<SiteIndex>, after previous: SiteBuild?) async -> [Made<Page>] {
    let assembler = PageAssembler(index: index.value, collectsWords: remembers)
    let documents = index.value.entries.compactMap { index.value.documents[$0.source] }
    let validity = previous.flatMap { PageValidity(of: index, since: $0) }
    return await runner.map(documents) { document in
      if let page = validity?.page(for: document) { return page.kept }
      return .new(assembler.assemble(document))
    }
  }
}

/// Decides which pages of the build before still stand.
private struct PageValidity: Sendable {
  private let previous: SiteBuild
  private let index: SiteIndex
  /// Whether only bodies have changed, so that nothing a page took from elsewhere has.
  private let isIndexUnchanged: Bool
  private let glossary: GlossaryChange

  /// Nothing when no page can stand, because what shapes every page has changed.
  init?(of index: Made<SiteIndex>, since previous: SiteBuild) {
    let before = previous.index.value
    guard index.value.configuration == before.configuration, index.value.words == before.words,
      index.value.data.language == before.data.language
    else { return nil }
    self.previous = previous
    self.index = index.value
    isIndexUnchanged = !index.isNew
    glossary = GlossaryChange(from: before.glossary, to: index.value.glossary)
  }

  func page(for document: Document) -> Made<Page>? {
    let source = document.file.path
    guard let page = previous.page(source), let known = previous.document(source),
      known.value == document
    else { return nil }
    if isIndexUnchanged { return page }
    let entry = index[source]
    let before = previous.index.value[source]
    guard entry?.route == before?.route, entry?.kind == before?.kind,
      !glossary.touches(page.value),
      page.value.trace.links.allSatisfy({ index.resolve($0.key, from: source) == $0.value }),
      page.value.trace.sources.allSatisfy({ (index.data.sources[$0.key] != nil) == $0.value })
    else { return nil }
    return page
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
    phrases = Set(changed.flatMap { $0.forms.map(\.value) }).sorted().map {
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
      forms: forms.map { Located($0.value, at: .file(source)) })
  }
}
