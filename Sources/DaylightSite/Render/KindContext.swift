import DaylightSyntax

extension ContextBuilder {
  /// Adds what only pages of one kind have.
  func addFields(
    of entry: PageEntry, _ page: Page?, _ document: Document?,
    to context: inout TemplateObject
  ) {
    switch entry.kind {
    case .home, .notFound:
      if entry.kind == .notFound {
        context[.contentSecurityPolicy] = .text(SecurityPolicy.notFound)
        context[.leaving] = .html(leaving(from: index.root(of: entry)))
      }
      let sections = sections(withChildren: entry.kind == .home)
      context[.sections] = .list(sections)
      context[.hasSections] = .flag(!sections.isEmpty)
      context[.hasBeginnings] = .flag(
        pages[.path] != nil || pages[.checklist] != nil || index.entry(of: .glossary) != nil)
      context[.readingPaths] = .list(readingPaths())
      context[.checklists] = cards(pages[.checklist, default: []].map(\.source))
    case .term:
      if case .term(let term)? = document?.frontMatter {
        context[.term] = self.term(term, entry)
      }
    case .glossary: addLetters(to: &context)
    case .checklist:
      if let checklist = page?.checklist { context[.checklist] = self.checklist(checklist) }
    case .help:
      context[.regions] = HelpContext.regions(index, dates)
      context[.numbersUnverified] = .flag(HelpContext.hasUnverified(index))
    case .topics:
      context[.allTopics] = .list(
        index.topics.compactMap { topic in
          index[topic.source].map {
            [
              .title: .text($0.title), .path: .text($0.link),
              .count: .number(topic.pages.count),
            ]
          }
        })
    case .page:
      if case .page(let frontMatter)? = document?.frontMatter, let kind = frontMatter.statement {
        context[.statement] = statement.value(of: kind.value, dates)
      }
    case .article, .section, .path, .topic: break
    }
  }

  /// The sections of articles; glossary, lists and paths have places of their own on the page.
  private func sections(withChildren: Bool) -> [TemplateValue] {
    pages[.section, default: []].filter { section in
      section.section == nil
        && (index.members[section.source] ?? []).contains { index[$0]?.kind == .article }
    }.map { section in
      [
        .title: .text(section.title), .path: .text(section.link),
        .summary: .text(section.summary),
        .children: withChildren ? cards(index.members[section.source] ?? []) : .none,
      ]
    }
  }

  private func readingPaths() -> [TemplateValue] {
    pages[.path, default: []].map { path in
      [
        .title: .text(path.title), .path: .text(path.link), .summary: .text(path.summary),
        .total: .number(index.steps(ofPath: path.source).count),
      ]
    }
  }

  private func checklist(_ checklist: Checklist) -> TemplateValue {
    [
      .closing: .html(checklist.closing),
      .groups: .list(
        checklist.groups.map { group in
          [
            .id: .text(group.id), .title: .html(group.title),
            .introduction: .html(group.introduction),
            .items: .list(
              group.items.map { item in
                [
                  .id: .text(item.id), .label: .html(item.label),
                  .readings: .list(
                    item.readings.map { [.title: .text($0.title), .path: .text($0.path)] }),
                ]
              }),
          ]
        }),
    ]
  }

  /// The sheet of the landmarks and the script that leaves, for a page that cannot know where it is.
  private func leaving(from root: String) -> HTML {
    let style = HTML.element("style", "<style>", content: ReaderStyle.landmarks.bytes)
    let script = HTML.element(
      "script", "<script data-root=\"\(root)\">", content: ReaderScript.exit.bytes)
    return "\(style)\n\(script)"
  }
}
