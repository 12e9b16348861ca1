package import DaylightSyntax

/// Checks what front matter and `site.yaml` refer to: pages, people and sources.
enum ReferenceRules {
  static func check(_ index: SiteIndex, documents: [Document]) -> [Diagnostic] {
    var diagnostics = configuration(index)
    for document in documents {
      switch document.frontMatter {
      case .page(let page):
        diagnostics += self.page(page, of: document, index)
        diagnostics += sources(page.sources, index)
      case .term(let term):
        diagnostics += sources(term.sources, index)
      }
    }
    return diagnostics
  }

  private static func page(
    _ page: PageFrontMatter, of document: Document, _ index: SiteIndex
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for person in [page.author, page.reviewer].compactMap(\.self)
    where index.data.people[person.value] == nil {
      diagnostics.append(.unknownPerson(person, known: index.data.people.all.map(\.id.value)))
    }
    for reference in page.steps + (page.next.map { [$0] } ?? []) {
      switch index.resolve(reference.value, from: document.file.path) {
      case .page: continue
      case .problem(let problem):
        diagnostics.append(.brokenLink(reference.value, problem, at: reference.location))
      default:
        let problem = LinkProblem.noPage(suggestion: nil)
        diagnostics.append(.brokenLink(reference.value, problem, at: reference.location))
      }
    }
    return diagnostics
  }

  private static func sources(_ keys: [Located<String>], _ index: SiteIndex) -> [Diagnostic] {
    keys.filter { index.data.sources[$0.value] == nil }.map {
      .unknownSource($0.value, known: index.data.sources.all.map(\.key.value), at: $0.location)
    }
  }

  private static func configuration(_ index: SiteIndex) -> [Diagnostic] {
    let configuration = index.configuration
    let paths =
      configuration.navigation + configuration.footer
      + (configuration.safetyPage.map { [$0] } ?? [])
    return paths.compactMap { path in
      switch index.resolve(path.value, from: "content/site.yaml") {
      case .page: nil
      case .problem(let problem): .brokenLink(path.value, problem, at: path.location)
      default: .brokenLink(path.value, .noPage(suggestion: nil), at: path.location)
      }
    }
  }
}

extension Rule {
  package static let unknownPerson = Rule(
    "unknown-person", .error, "An author or reviewer whom ‘people.yaml’ does not have.")
}

extension Diagnostic {
  fileprivate static func unknownPerson(
    _ person: Located<String>, known: [String]
  ) -> Self {
    Diagnostic(
      .unknownPerson, "nobody is called ‘\(person.value)’", at: person.location,
      help: nearestMatch(to: person.value, in: known).map { "did you mean ‘\($0)’?" }
        ?? "add the person to ‘content/people.yaml’")
  }
}
