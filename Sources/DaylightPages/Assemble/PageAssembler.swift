package import DaylightModel
package import DaylightSyntax

/// Turns the body of a document into a page: one parse, the passes in their order, one print.
///
/// A class, so that assembling a page needs no copy of the index.
package struct PageAssembler: Sendable {
  private let context: AssemblyContext

  package var index: SiteIndex { context.index }

  /// `remembers` notes what each page was made from: its words, for asking later whether a new word
  /// of the glossary could touch it, and what it took from the rest of the site. `proofreads` looks
  /// at spaces, and keeps the words for a dictionary.
  package init(index: SiteIndex, remembers: Bool = false, proofreads: Bool = false, rules: RuleBook)
  {
    context = AssemblyContext(
      index: index, remembers: remembers, proofreads: proofreads, rules: rules)
  }

  /// Takes its memory from `scratch`, which must have served pages of the same site only.
  package func assemble(_ document: Document, in scratch: inout AssemblyScratch) -> Diagnosed<Page>
  {
    guard let entry = context.index[document.file.path] else {
      return Diagnosed(Page(source: document.file.path))
    }
    var assembly = Assembly(
      document, entry: entry, root: context.index.root(of: entry), in: context)
    document.file.bytes.withUnsafeBufferPointer { bytes in
      let body = UnsafeBufferPointer(rebasing: bytes[document.body])
      if let refusal = MarkdownLimits.check(
        body, path: document.file.path, firstLine: document.bodyLine)
      {
        assembly.add(refusal)
        return
      }
      MarkdownTree.withContent(parsing: body, firstLine: document.bodyLine) { tree in
        Self.pass(over: tree, &assembly, &scratch)
      }
    }
    return Diagnosed(assembly.page, assembly.diagnostics)
  }

  /// The order matters: text is joined before it is read, links are resolved before the glossary
  /// looks for text outside links, and nothing reads the text after it was cut for links.
  private static func pass(
    over tree: MarkdownTree, _ assembly: inout Assembly, _ scratch: inout AssemblyScratch
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
    scratch.outline.read(tree)
    let outline = scratch.outline
    FootnotePass.run(tree, outline, &assembly)
    HeadingPass.run(outline, &assembly)
    CalloutPass.run(outline, &assembly)
    StrayCheckboxRule.check(outline, &assembly)
    let conflict = MergeConflict.check(outline, &assembly)
    LeftoverPass.run(tree, outline, hasConflict: conflict != nil, &assembly)
    CitationPass.run(outline, &assembly)
    NoteMarkPass.run(assembly)
    LinkPass.run(outline, &assembly, &scratch.bytes)
    ImagePass.run(outline, &assembly)
    RawHTMLPass.run(tree, &assembly)
    tree.keepStraightMarks()
    scratch.text.read(tree, of: assembly)
    TextRules.check(scratch.text, &assembly)
    scratch.prose.read(scratch.text, assembly.index.language.readingFormula?.syllables ?? .english)
    ProseRules.check(scratch.prose, of: scratch.text, &assembly)
    if assembly.entry.kind.traits.isChecklist {
      ChecklistPass.run(tree, &assembly)
      scratch.text.read(tree, of: assembly)
    }
    if assembly.remembers { assembly.page.words.insert(scratch.text.bytes.span) }
    GlossaryPass.run(&assembly, &scratch)
    CalloutPass.finish(assembly)
    TablePass.run(outline, &assembly)
    HeadingPass.finish(assembly, &scratch.bytes)
    ChecklistPass.finish(tree, &assembly)
    FootnotePass.finish(assembly)
    if let conflict { MergeConflict.dropConsequences(of: conflict, &assembly) }
    assembly.page.body = StoredHTML(
      tree.html(rawHTML: assembly.index.configuration.allowsRawHTML))
  }
}
