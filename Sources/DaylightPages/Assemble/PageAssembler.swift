package import DaylightModel
package import DaylightSyntax

/// Turns the body of a document into a page: one parse, the passes in their order, one print.
///
/// A class, so that a page which is being assembled has the index at hand without a copy.
package final class PageAssembler: Sendable {
  package let index: SiteIndex
  let remembers: Bool
  let rules: RuleBook

  /// `remembers` notes what each page was made from: its words, for asking later whether a new word
  /// of the glossary could touch it, and what it took from the rest of the site.
  package init(index: SiteIndex, remembers: Bool = false, rules: RuleBook) {
    self.index = index
    self.remembers = remembers
    self.rules = rules
  }

  package func assemble(_ document: Document) -> Diagnosed<Page> {
    var workspace = Workspace()
    return assemble(document, in: &workspace)
  }

  /// Takes the memory for it from `workspace`, which must have served pages of the same site only.
  package func assemble(_ document: Document, in workspace: inout Workspace) -> Diagnosed<Page> {
    guard let entry = index[document.file.path] else {
      return Diagnosed(Page(source: document.file.path))
    }
    var assembly = Assembly(document, entry: entry, root: index.root(of: entry), by: self)
    document.file.bytes.withUnsafeBufferPointer { bytes in
      let body = UnsafeBufferPointer(rebasing: bytes[document.body])
      if let refusal = MarkdownLimits.check(
        body, path: document.file.path, firstLine: document.bodyLine)
      {
        assembly.add(refusal)
        return
      }
      MarkdownTree.withContent(parsing: body, firstLine: document.bodyLine) { tree in
        Self.pass(over: tree, &assembly, &workspace)
      }
    }
    return Diagnosed(assembly.page, assembly.diagnostics)
  }

  /// What a link of an author means that stands in the file `source`. Asked here, because to hand out
  /// the index for each link would copy it.
  func resolve(_ reference: String, from source: String) -> LinkTarget {
    index.resolve(reference, from: source)
  }

  /// The order matters: text is joined before it is read, links are resolved before the glossary
  /// looks for text that is in none, and nothing reads the text after it was cut for links.
  private static func pass(
    over tree: MarkdownTree, _ assembly: inout Assembly, _ workspace: inout Workspace
  ) {
    tree.correctBareAddresses()
    tree.joinText()
    CommentRule.check(tree, &assembly)
    let html = tree.takeRawHTML(allowed: assembly.index.configuration.allowsRawHTML)
    RawHTMLRule.check(html, &assembly)
    OverridePass.run(html.comments, &assembly)
    tree.joinText()
    if !assembly.document.reviewFields.reviewers.isEmpty {
      assembly.page.textDigest = ReviewDigest.digest(of: tree)
    }
    workspace.outline.read(tree)
    let outline = workspace.outline
    FootnotePass.run(tree, outline, &assembly)
    HeadingPass.run(outline, &assembly)
    CalloutPass.run(outline, &assembly)
    StrayBoxRule.check(outline, &assembly)
    let conflict = MergeConflict.check(outline, &assembly)
    LeftoverPass.run(tree, outline, hasConflict: conflict != nil, &assembly)
    CitationPass.run(outline, &assembly)
    LinkPass.run(outline, &assembly, &workspace.bytes)
    ImagePass.run(outline, &assembly)
    RawHTMLPass.run(tree, &assembly)
    workspace.text.read(tree, of: assembly)
    TextRules.check(workspace.text, &assembly)
    if assembly.entry.kind.traits.isChecklist {
      ChecklistPass.run(tree, &assembly)
      workspace.text.read(tree, of: assembly)
    }
    if assembly.remembers { assembly.page.words.insert(workspace.text.bytes.span) }
    GlossaryPass.run(&assembly, &workspace)
    CalloutPass.finish(assembly)
    TablePass.run(outline, &assembly)
    HeadingPass.finish(assembly, &workspace.bytes)
    ChecklistPass.finish(tree, &assembly)
    FootnotePass.finish(assembly)
    if let conflict { MergeConflict.dropConsequences(of: conflict, &assembly) }
    assembly.page.body = tree.html(rawHTML: assembly.index.configuration.allowsRawHTML)
  }
}
