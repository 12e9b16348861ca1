package import DaylightSyntax

/// Turns the body of a document into a page: one parse, the passes in their order, one print.
package struct PageAssembler: Sendable {
  package let index: SiteIndex
  private let collectsWords: Bool

  /// `collectsWords` notes the words of each page, for asking later whether a new word of the
  /// glossary could touch it.
  package init(index: SiteIndex, collectsWords: Bool = false) {
    self.index = index
    self.collectsWords = collectsWords
  }

  package func assemble(_ document: Document) -> Diagnosed<Page> {
    guard let entry = index[document.file.path] else {
      return Diagnosed(Page(source: document.file.path))
    }
    var assembly = Assembly(document, entry: entry, index: index)
    let body = document.file.bytes[document.body]
    if let refusal = MarkdownLimits.check(
      body, path: document.file.path, firstLine: document.bodyLine)
    {
      return Diagnosed(assembly.page, [refusal])
    }
    MarkdownTree.withTree(parsing: body, firstLine: document.bodyLine) { tree in
      pass(over: tree, &assembly)
    }
    return Diagnosed(assembly.page, assembly.diagnostics)
  }

  /// The order matters: text is joined before it is read, links are resolved before the glossary
  /// looks for text that is in none, and nothing reads the text after it was cut for links.
  private func pass(over tree: borrowing MarkdownTree, _ assembly: inout Assembly) {
    tree.joinText()
    let html = tree.takeRawHTML(allowed: index.configuration.allowsRawHTML)
    RawHTMLRule.check(html, &assembly)
    OverridePass.run(html.comments, &assembly)
    FootnotePass.run(tree, &assembly)
    HeadingPass.run(tree, &assembly)
    CalloutPass.run(tree, &assembly)
    CitationPass.run(tree, &assembly)
    LinkPass.run(tree, &assembly)
    ImagePass.run(tree, &assembly)
    var blocks = TextBlock.blocks(of: tree, in: assembly)
    TextRules.check(blocks, &assembly)
    if assembly.entry.kind == .checklist {
      ChecklistPass.run(tree, &assembly)
      blocks = TextBlock.blocks(of: tree, in: assembly)
    }
    if collectsWords { for block in blocks { assembly.page.words.insert(block.bytes.span) } }
    GlossaryPass.run(blocks, &assembly)
    CalloutPass.finish(assembly)
    TablePass.run(tree, assembly)
    HeadingPass.finish(assembly)
    ChecklistPass.finish(tree, &assembly)
    tree.renderHTML(into: &assembly.page.body, rawHTML: index.configuration.allowsRawHTML)
  }
}
