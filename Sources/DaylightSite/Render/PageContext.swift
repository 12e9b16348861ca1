import DaylightSyntax

extension ContextBuilder {
  /// What the template of a page knows of the page.
  func pageContext(
    for entry: PageEntry, _ page: Page?, _ document: Document?, _ review: PageReview
  ) -> TemplateObject {
    let configuration = index.configuration
    let isDiscreet = document?.common.isDiscreet ?? configuration.isDiscreet
    let shownTitle = isDiscreet ? entry.shortTitle ?? entry.title : entry.title
    let sources = SourceList.entries(for: page, document, index, references)
    let address = index.baseURL?.absolute(entry.route)
    var context = TemplateObject(minimumCapacity: 48)
    context.add(.title, .text(entry.title))
    context.add(.shortTitle, .text(entry.shortTitle ?? entry.title))
    context.add(.documentTitle, documentTitle(shownTitle, entry))
    context.add(.summary, .text(entry.summary))
    context.add(.path, .text(entry.link))
    context.add(.canonical, .text(entry.kind == .notFound ? nil : address))
    context.add(.noindex, .flag(!entry.isListed || configuration.robots == .noindex))
    context.add(.draft, .flag(entry.isDraft))
    context.add(.sensitive, .flag(document?.common.isSensitive ?? true))
    context.add(.content, .html(page?.body ?? HTML()))
    context.add(.hasContents, .flag((page?.headings.count { $0.level == 2 } ?? 0) >= 3))
    context.add(.contents, TableOfContents.entries(of: page?.headings ?? []))
    context.add(.breadcrumbs, entry.section.flatMap { trails[$0] } ?? .list([]))
    context.add(.section, link(entry.section))
    context.add(.topics, .list(entry.topics.compactMap { topics[$0] }))
    context.add(.related, cards(graph.related[entry.source] ?? []))
    context.add(.sources, .list(sources))
    context.add(.hasSources, .flag(!sources.isEmpty))
    context.add(.published, dates.value(document?.common.published?.value))
    context.add(.paths, .list(readingPaths(of: entry)))
    let children = children(of: entry)
    context.add(.children, children)
    context.add(.hasChildren, .flag(!children.isEmpty))
    if configuration.hasOpenGraph {
      context.add(
        .openGraph,
        [
          .title: .text(shownTitle), .description: .text(entry.summary), .url: .text(address),
        ])
    }
    addNeighbours(of: entry, to: &context)
    if case .page(let frontMatter)? = document?.frontMatter {
      addEditorial(frontMatter, entry, to: &context)
    }
    addReview(review, to: &context)
    let facts: [TemplateName] = [.author, .reviewers, .published, .reviewed, .reviewBy]
    context.add(.hasFacts, .flag(facts.contains { context[$0]?.isEmpty == false }))
    addFields(of: entry, page, document, to: &context)
    return context
  }

  private func documentTitle(_ title: String, _ entry: PageEntry) -> TemplateValue {
    entry.kind == .home
      ? .text(index.configuration.name.value) : .text(Array(title.utf8) + titleEnding)
  }

  private func addNeighbours(of entry: PageEntry, to context: inout TemplateObject) {
    guard entry.kind == .article else { return }
    let neighbours = index.neighbours(of: entry)
    context.add(.previous, link(neighbours.previous))
    context.add(.next, link(neighbours.next))
    guard let step = graph.steps[entry.source], let section = entry.section,
      let listing = listings[section]
    else { return }
    context.add(
      .step,
      [
        .number: .number(step.number), .total: .number(step.total), .title: listing.title,
        .path: listing.path,
      ])
  }

  private func readingPaths(of entry: PageEntry) -> [TemplateValue] {
    (graph.paths[entry.source] ?? []).compactMap { step in
      guard let path = listings[step.path] else { return nil }
      let steps = index.steps(ofPath: step.path)
      return [
        .title: path.title, .path: path.path, .number: .number(step.position + 1),
        .total: .number(steps.count), .hasNeighbours: .flag(steps.count > 1),
        .previous: step.position > 0 ? link(steps[step.position - 1]) : .none,
        .next: step.position + 1 < steps.count ? link(steps[step.position + 1]) : .none,
      ]
    }
  }

  private func children(of entry: PageEntry) -> TemplateValue {
    let sources =
      switch entry.kind {
      case .path: index.steps(ofPath: entry.source)
      case .topic: index.topics.first { $0.source == entry.source }?.pages ?? []
      default: index.members[entry.source] ?? []
      }
    guard !sources.isEmpty else { return .list([]) }
    guard entry.kind == .path || isSequence(entry.source) else { return cards(sources) }
    return .list(
      sources.compactMap { listings[$0] }.enumerated().map { $1.numbered($0 + 1) })
  }

  private func isSequence(_ section: String) -> Bool {
    guard case .page(let page)? = index.documents[section]?.frontMatter else { return false }
    return page.isSequence
  }
}

/// How firm the ground of a term is, in words for readers.
struct EvidenceWords {
  let label: String?
  let note: String?
  let isContested: Bool

  init(_ evidence: TermFrontMatter.Evidence?, _ words: SiteWords) {
    label = evidence.map { words.evidence($0.rawValue) }
    note = evidence.map { words.evidenceNote($0.rawValue) }
    isContested = evidence == .contested || evidence == .popular
  }
}
