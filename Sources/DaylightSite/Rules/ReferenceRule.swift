import DaylightModel
import DaylightPages
package import DaylightSyntax

/// Checks what front matter and data files refer to: pages, people, sources and regions.
enum ReferenceRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    var diagnostics = configuration(index) + region(index)
    diagnostics += index.data.sources.all.compactMap { unknown($0.checkedBy, index) }
    for document in index.documents.values {
      diagnostics += document.reviewFields.reviewers.compactMap { unknown($0, index) }
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
    var diagnostics = [unknown(page.author, index)].compactMap(\.self)
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

  private static func unknown(_ person: Located<String>?, _ index: SiteIndex) -> Diagnostic? {
    let people = index.data.people
    guard let person, people[person.value] == nil else { return nil }
    let written = nameParts(person.value)
    let named = people.all.filter { known in
      let name = nameParts(known.name.value)
      return !written.isEmpty && written.isSubset(of: name)
        || !name.isEmpty && name.isSubset(of: written) || written == nameParts(known.id.value)
    }
    if let found = named.first, named.count == 1 {
      return .namedPerson(found.name.value, id: found.id.value, at: person)
    }
    return .unknownPerson(person, known: people.all.map(\.id.value))
  }

  /// The words of a name, in whatever order, case and punctuation they are written.
  private static func nameParts(_ name: String) -> Set<Substring> {
    Set(Slug.fileName(name).split { $0 == "-" || $0 == "_" })
  }

  private static func region(_ index: SiteIndex) -> [Diagnostic] {
    let help = index.data.help
    // That the site has no region is reported already.
    guard let region = index.configuration.helpRegion, help[region.value] == nil,
      !help.regions.isEmpty
    else { return [] }
    return [.unknownRegion(region, known: help.regions.map(\.id.value))]
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
    "unknown-person", .error, "Somebody whom ‘people.yaml’ does not have.",
    why: "Readers could not learn who wrote or checked the page.",
    bad: "---\ntitle: Rest\nauthor: joe\n---\nRest is allowed.",
    good: "---\ntitle: Rest\nauthor: jo\n---\nRest is allowed.",
    fix: "Correct the id, or add the person to `content/people.yaml`.", in: .page)
  package static let unknownRegion = Rule(
    "unknown-region", .error, "A region that ‘help.yaml’ does not have.",
    why: "The help on every page would come from a region that is not there.",
    bad: "helpRegion: gb-egn",
    good: "helpRegion: gb-eng",
    fix: "Write the `id` of one of the regions of `content/help.yaml`.", in: .settings)
}

extension Diagnostic {
  fileprivate static func namedPerson(
    _ name: String, id: String, at person: Located<String>
  ) -> Self {
    Diagnostic(
      .unknownPerson, "‘\(person.value)’ is a name, where the id of a person belongs",
      at: person.location, help: "write ‘\(id)’, which is the id of ‘\(name)’ in people.yaml")
  }

  fileprivate static func unknownPerson(
    _ person: Located<String>, known: [String]
  ) -> Self {
    Diagnostic(
      .unknownPerson, "there is nobody with the id ‘\(person.value)’", at: person.location,
      help: nearestMatch(to: person.value, in: known).map { "did you mean ‘\($0)’?" }
        ?? "add the person to ‘content/people.yaml’")
  }

  fileprivate static func unknownRegion(_ region: Located<String>, known: [String]) -> Self {
    let ids = known.prefix(6).map { "‘\($0)’" }.joined(separator: ", ")
    return Diagnostic(
      .unknownRegion, "no region is called ‘\(region.value)’", at: region.location,
      help: nearestMatch(to: region.value, in: known).map { "did you mean ‘\($0)’?" }
        ?? (known.isEmpty
          ? "add the region to ‘content/help.yaml’" : "write the id of a region: \(ids)"))
  }
}
