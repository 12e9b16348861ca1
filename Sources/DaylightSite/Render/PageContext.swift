import DaylightSyntax

extension ContextBuilder {
  /// What the template of a page knows of the page.
  func pageContext(
    for entry: PageEntry, _ page: Page?, _ document: Document?
  ) -> TemplateObject {
    let isDiscreet = document?.common.isDiscreet ?? index.configuration.isDiscreet
    let shownTitle = isDiscreet ? entry.shortTitle ?? entry.title : entry.title
    let contents = TableOfContents.entries(of: page?.headings ?? [])
    let words = (page?.mentions ?? []).filter(\.isLinked)
    let sources = SourceList.entries(for: page, document, index, references)
    var context: TemplateObject = [
      "title": .text(entry.title), "shortTitle": .text(entry.shortTitle ?? entry.title),
      "documentTitle": .text(documentTitle(shownTitle, entry)),
      "summary": .text(entry.summary), "path": .text(entry.link),
      "canonical": .text(
        entry.kind == .notFound ? nil : index.baseURL?.absolute(entry.route)),
      "noindex": .flag(!entry.isListed || index.configuration.robots == .noindex),
      "draft": .flag(entry.isDraft),
      "sensitive": .flag(document?.common.isSensitive ?? true),
      "content": .html(page?.body ?? []),
      "hasContents": .flag((page?.headings.count { $0.level == 2 } ?? 0) >= 3),
      "contents": contents,
      "breadcrumbs": .list(ancestors(of: entry).map(link)),
      "section": entry.section.map { link($0) } ?? .none,
      "topics": .list(topicLinks(of: entry)),
      "related": summaries(graph.related[entry.source] ?? []),
      "sources": .list(sources), "hasSources": .flag(!sources.isEmpty),
      "words": .list(words.compactMap { self.words[$0.term] }), "hasWords": .flag(!words.isEmpty),
      "published": date(document?.common.published?.value),
      "paths": .list(readingPaths(of: entry)), "children": children(of: entry),
    ]
    if index.configuration.hasOpenGraph {
      context["openGraph"] = [
        "title": .text(shownTitle), "description": .text(entry.summary),
        "url": .text(index.baseURL?.absolute(entry.route)),
      ]
    }
    addNeighbours(of: entry, to: &context)
    if case .page(let frontMatter)? = document?.frontMatter {
      addEditorial(frontMatter, entry, to: &context)
    } else {
      addMissingReview(to: &context)
    }
    addFields(of: entry, page, document, to: &context)
    return context
  }

  private func documentTitle(_ title: String, _ entry: PageEntry) -> String {
    entry.kind == .home
      ? index.configuration.name.value : "\(title) – \(index.configuration.shortName)"
  }

  private func ancestors(of entry: PageEntry) -> [PageEntry] {
    var ancestors: [PageEntry] = []
    var section = entry.section.flatMap { index[$0] }
    while let page = section {
      ancestors.insert(page, at: 0)
      section = page.section.flatMap { index[$0] }
    }
    return ancestors
  }

  private func topicLinks(of entry: PageEntry) -> [TemplateValue] {
    entry.topics.compactMap { topic in
      index["topics:" + Slug.fileName(topic)].map {
        ["title": .text(topic), "path": .text($0.link)]
      }
    }
  }

  private func addNeighbours(of entry: PageEntry, to context: inout TemplateObject) {
    guard entry.kind == .article else { return }
    let neighbours = index.neighbours(of: entry)
    if let previous = neighbours.previous { context["previous"] = link(previous) }
    if let next = neighbours.next { context["next"] = link(next) }
    guard let step = graph.steps[entry.source], let section = entry.section.flatMap({ index[$0] })
    else { return }
    context["step"] = [
      "number": .number(step.number), "total": .number(step.total),
      "title": .text(section.title), "path": .text(section.link),
    ]
  }

  private func readingPaths(of entry: PageEntry) -> [TemplateValue] {
    (graph.paths[entry.source] ?? []).compactMap { step in
      guard let path = index[step.path] else { return nil }
      let steps = index.steps(ofPath: step.path)
      return [
        "title": .text(path.title), "path": .text(path.link),
        "number": .number(step.position + 1), "total": .number(steps.count),
        "previous": step.position > 0 ? link(steps[step.position - 1]) : .none,
        "next": step.position + 1 < steps.count ? link(steps[step.position + 1]) : .none,
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
    let isOrdered = entry.kind == .path || isSequence(entry.source)
    return .list(
      sources.compactMap { index[$0] }.enumerated().map { number, child in
        [
          "title": .text(child.title), "path": .text(child.link),
          "summary": .text(child.summary), "number": isOrdered ? .number(number + 1) : .none,
        ]
      })
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
