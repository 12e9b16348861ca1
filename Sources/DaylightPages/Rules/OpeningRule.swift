import DaylightModel
package import DaylightSyntax

/// Flags texts that do not begin by saying what they are about (CNT-15).
enum OpeningRule: ProseRule {
  static func check(_ prose: Prose, of text: PageText, _ assembly: inout Assembly) {
    let kind = assembly.entry.kind
    guard kind == .article || kind == .page, prose.words >= fewestWords else { return }
    let common = assembly.document.common
    if kind == .article, common.summary?.value.isBlank ?? true {
      assembly.add(.missingSummary(at: assembly.document.title.location))
    }
    guard let block = text.blocks.first(where: { !$0.setting.isCallout }),
      !block.isParagraph(of: text), let node = text.segments[block.segments].first?.node
    else { return }
    assembly.add(
      .missingOpening(at: SourceLocation(path: assembly.path, start: node.place)))
  }

  private static let fewestWords = 100
}

extension TextBlock {
  /// Whether it is a paragraph of the page itself, not of a list, a quotation or a table.
  fileprivate func isParagraph(of text: PageText) -> Bool {
    guard !setting.isHeading, !setting.isQuotation else { return false }
    let block = text.segments[segments].first?.node.ancestors.first { !$0.kind.isInline }
    return block?.kind == .paragraph && block?.parent?.kind == .document
  }
}

extension Rule {
  package static let missingOpening = Rule(
    "missing-opening", .warning, "A page that begins without saying what it is about.",
    why: "A reader who has two minutes decides by the first lines whether to read on. A heading "
      + "or a list says nothing about why.",
    bad: "a page of 100 words or more that begins with `## What it is`",
    good: "the same with a sentence or two before that heading",
    fix: "Write one to three sentences at the top: what the page is about, and for whom.",
    in: .described)
  package static let missingSummary = Rule(
    "missing-summary", .note, "An article without a summary.",
    why: "The summary is what lists, the feed and search engines show. Without it they show a "
      + "title alone.",
    bad: "an article of 100 words or more whose front matter has only `title`",
    good: "the same with `summary: Why a small step is enough for today.`",
    fix: "Write `summary` in the front matter: what the page is about, in a sentence.",
    in: .described, plural: "articles without a summary")
}

extension Diagnostic {
  fileprivate static func missingOpening(at location: SourceLocation) -> Self {
    Diagnostic(
      .missingOpening, "the page begins without saying what it is about", at: location,
      help: "write one to three sentences before this: what the page is about, and for whom")
  }

  fileprivate static func missingSummary(at location: SourceLocation) -> Self {
    Diagnostic(
      .missingSummary, "this article has no summary", at: location,
      help: "write ‘summary:’ below the title: what the page is about, in a sentence")
  }
}
