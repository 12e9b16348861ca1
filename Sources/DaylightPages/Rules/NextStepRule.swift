import DaylightModel
package import DaylightSyntax

/// Flags articles that leave their reader with nothing to do next (CNT-15).
enum NextStepRule: ProseRule {
  static func check(_ prose: Prose, of text: PageText, _ assembly: inout Assembly) {
    guard assembly.entry.kind == .article, prose.words >= fewestWords,
      assembly.document.pageFields?.next == nil, !hasStep(text, assembly),
      let last = text.blocks.last, let node = text.segments[last.segments].first?.node
    else { return }
    assembly.add(.missingNextStep(at: SourceLocation(path: assembly.path, start: node.place)))
  }

  private static func hasStep(_ text: PageText, _ assembly: Assembly) -> Bool {
    let path = assembly.path
    if assembly.page.links.contains(where: { $0.target != path }) { return true }
    if assembly.hasWayOut || text.blocks.contains(where: \.setting.isHelpCallout) { return true }
    let words = assembly.index.language.nextSteps ?? []
    return assembly.page.headings.contains { heading in
      let heading = heading.text.lowercased()
      return words.contains(where: heading.contains)
    }
  }

  private static let fewestWords = 200
}

extension Rule {
  package static let missingNextStep = Rule(
    "missing-next-step", .warning, "A long article that leaves its reader with nothing to do next.",
    why: "Knowing more can frighten. One small step, or one page to read next, gives something to "
      + "hold on to.",
    bad: "an article of 200 words or more without a link, and without a heading such as `## A next "
      + "step`",
    good: "the same that ends with `Read [what helps](../healing/what-helps.md).`",
    fix: "Close with a link to a page of the site, with a HELP callout, or with a heading such as "
      + "“A next step” and one small thing to do.", in: .described)
}

extension Diagnostic {
  fileprivate static func missingNextStep(at location: SourceLocation) -> Self {
    Diagnostic(
      .missingNextStep, "the article ends without a next step", at: location,
      help: "close with a link to a page to read next, or with ‘## A next step’ and one small "
        + "thing to do")
  }
}
