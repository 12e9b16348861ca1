import DaylightModel
package import DaylightSyntax

/// Checks that pages and `site.yaml` agree on the moments of the page of questions.
enum MomentRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    let moments = index.configuration.moments
    let known = moments.map(\.id.value)
    var used: Set<String> = []
    var findings: [Diagnostic] = []
    for document in index.documents.values {
      guard let page = document.pageFields else { continue }
      if let moment = page.moment {
        used.insert(moment.value)
        if !known.contains(moment.value) {
          findings.append(.unknownMoment(moment, known: known))
        } else if page.question == nil, !document.kind.traits.isAsked {
          findings.append(.momentWithoutQuestion(moment, document.kind))
        }
      } else if !moments.isEmpty, document.kind.traits.isAsked {
        findings.append(.missingMoment(at: page.title.location, example: known[0]))
      }
    }
    guard index.entry(of: .questions) != nil else {
      return findings + moments.prefix(1).map { .noQuestionsPage(at: $0.id.location) }
    }
    return findings
      + moments.filter { !used.contains($0.id.value) }.map { .momentWithoutPages($0.id) }
  }
}

extension Rule {
  package static let unknownMoment = Rule(
    "unknown-moment", .error, "A moment that ‘site.yaml’ does not have.",
    why: "The page of questions would put the page under “other pages”, where few look.",
    bad: "---\ntitle: Rest\nmoment: wodering\n---\nRest is allowed.",
    good: "---\ntitle: Rest\nmoment: wondering\n---\nRest is allowed.",
    fix: "Correct the id, or add the moment under `moments` in `content/site.yaml`.", in: .described
  )
  package static let missingMoment = Rule(
    "missing-moment", .note, "An article without a moment, on a site that has moments.",
    why: "Readers look for pages by what they are going through. The page of questions puts an "
      + "article without a moment last, under “other pages”.",
    bad: "---\ntitle: Rest\nquestion: Am I allowed to rest?\n---\nRest is allowed.",
    good: "---\ntitle: Rest\nquestion: Am I allowed to rest?\nmoment: wondering\n---\n"
      + "Rest is allowed.",
    fix: "Write `moment` and one of the ids under `moments` in `content/site.yaml`.",
    in: .described)
  package static let unusedMoment = Rule(
    "unused-moment", .warning, "A moment that readers never see.",
    why: "A moment is a heading on the page of questions. Without that page, or without pages of "
      + "that moment, nobody reads it.",
    bad: "`moments: {wondering: I am starting to wonder}` and no page with `moment: wondering`",
    good: "a page with `moment: wondering`, and `content/questions.md`",
    fix: "Give a page that moment, write `content/questions.md`, or delete the moment.",
    in: .described)
}

extension Diagnostic {
  fileprivate static func unknownMoment(_ moment: Located<String>, known: [String]) -> Self {
    let ids = known.map { "‘\($0)’" }.joined(separator: ", ")
    return Diagnostic(
      .unknownMoment, "‘site.yaml’ has no moment ‘\(moment.value)’", at: moment.location,
      help: nearestMatch(to: moment.value, in: known).map { "did you mean ‘\($0)’?" }
        ?? (known.isEmpty
          ? "add it to ‘content/site.yaml’:\nmoments:\n  \(moment.value): I am starting to wonder"
          : "write one of \(ids), or add it under ‘moments’ in ‘content/site.yaml’"))
  }

  fileprivate static func missingMoment(at location: SourceLocation, example: String) -> Self {
    Diagnostic(
      .missingMoment, "this article has no moment, so readers find it under other pages",
      at: location, help: "write when somebody needs it, as in ‘moment: \(example)’")
  }

  fileprivate static func momentWithoutQuestion(
    _ moment: Located<String>, _ kind: PageKind
  ) -> Self {
    Diagnostic(
      .unusedMoment, "a \(kind.noun) is on the page of questions only if it has a question",
      at: moment.location,
      help: "write ‘question: ’ and what a reader would ask, or delete the moment")
  }

  fileprivate static func noQuestionsPage(at location: SourceLocation) -> Self {
    Diagnostic(
      .unusedMoment, "no page shows the moments", at: location,
      help: "write ‘content/questions.md’ with a title, or delete ‘moments’")
  }

  fileprivate static func momentWithoutPages(_ moment: Located<String>) -> Self {
    Diagnostic(
      .unusedMoment, "no page has the moment ‘\(moment.value)’", at: moment.location,
      help: "write ‘moment: \(moment.value)’ into a page, or delete it here")
  }
}
