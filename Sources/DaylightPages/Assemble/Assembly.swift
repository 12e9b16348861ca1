import DaylightModel
import DaylightSyntax

/// The page being assembled: what the passes read and what they produce.
struct Assembly {
  let document: Document
  let entry: PageEntry
  var page: Page
  private(set) var diagnostics: [Diagnostic] = []
  /// Where something has a finding of its own that is the cause of others there: a tag of HTML, a
  /// comment, or a link that was meant for a callout. Also those that were removed.
  private(set) var told = ToldPlaces()
  /// The lines next to comments that ended a table.
  private(set) var brokenTables = ToldPlaces()
  /// On a checklist: where the links to pages of the site lead, from its root.
  var readings: [MarkdownNode: String] = [:]
  /// The links that lead nowhere, and were reported.
  var brokenLinks: Set<MarkdownNode> = []
  /// Whether a link leads to another site or calls somebody.
  var hasWayOut = false
  /// The terms that an author linked to, each with the heading that the link is under.
  var explicitTerms: [(term: TermID, heading: MarkdownNode?)] = []
  /// Inline nodes of our own in which no further links are allowed.
  var sealed: Set<MarkdownNode> = []
  /// The citations among them, and the references to footnotes.
  var citations: Set<MarkdownNode> = []
  /// What pictures say to those who do not see them.
  var pictureTexts: [Located<String>] = []
  /// The numbers of sources and notes in the text, in no order.
  var noteMarks: [MarkdownNode] = []
  /// The notes of the page, in the order of their numbers, and how often each is referred to.
  var footnotes: [MarkdownNode] = []
  var footnoteUses: [Int] = []
  /// The quotations that are callouts.
  var callouts: [MarkdownNode: CalloutKind] = [:]
  /// By group of a checklist: the node for what is between its heading and its items, if anything.
  var groupIntroductions: [MarkdownNode?] = []
  /// The node for what follows the last group of a checklist.
  var closing: MarkdownNode?
  /// The headings in reading order, as nodes.
  var headingNodes: [MarkdownNode] = []

  private let context: AssemblyContext

  init(_ document: Document, entry: PageEntry, root: String, in context: AssemblyContext) {
    self.document = document
    self.context = context
    self.entry = entry
    page = Page(source: document.file.path)
    self.root = root
  }

  var index: SiteIndex { context.index }

  var typography: Typography { context.typography }

  /// Whether to record what the page was made from.
  var remembers: Bool { context.remembers }

  /// Whether to look at spaces, and to keep the words of the page for a dictionary.
  var proofreads: Bool { context.proofreads }

  var path: String { document.file.path }

  /// A rule of the program or of the site's `language.yaml`.
  func rule(_ id: String) -> Rule? { rules[id] ?? index.languageRules.rule(id) }

  /// The rules of the program.
  var rules: RuleBook { context.rules }

  /// The telephone numbers that a text may give.
  var knownNumbers: KnownNumbers { context.knownNumbers }

  /// How often terms are linked on this page.
  var glossaryScope: GlossaryScope {
    switch document.frontMatter {
    case .page(let page): page.glossary?.value ?? index.configuration.glossary
    case .term: index.configuration.glossary
    }
  }

  /// What links on the page begin with, to start from the root of the site.
  let root: String

  /// Resolves a link or picture of the body, and records it if needed.
  mutating func resolve(_ reference: String) -> LinkTarget {
    let target = context.resolve(
      reference, from: path, guesses: brokenLinks.count < mostSuggestions)
    if remembers { page.trace.links[reference] = target }
    return target
  }

  mutating func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    guard let place = diagnostic.location else { return }
    if Self.causes.contains(diagnostic.rule.id) { told.insert(place) }
    if diagnostic.rule == .tableComment {
      let start = SourcePosition(line: place.start.line - 1, column: 1)
      let end = SourcePosition(line: place.end.line + 2, column: 1)
      brokenTables.insert(SourceLocation(path: place.path, start: start, end: end))
    }
  }

  mutating func removeFindings(where isWrong: (Diagnostic) -> Bool) {
    diagnostics.removeAll(where: isWrong)
  }

  private static let causes = Set(
    [Rule.rawHTML, .visibleComment, .strayCallout, .strayMarkdown, .misnamedFootnote].map(\.id))

  func location(of node: MarkdownNode) -> SourceLocation { node.location(in: path) }
}

extension MarkdownNode {
  /// The text in a node without its markup.
  var plainText: String {
    if let only = firstChild, only.kind == .text, only.next == nil {
      return String(decoding: only.literal, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    appendPlainText(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Replaces this block by one of our own, around its children.
  @discardableResult
  func becomeBlock(opening: [UInt8], closing: [UInt8]) -> MarkdownNode {
    let block = makeCustomBlock(enter: opening, exit: closing)
    for child in children { block.append(child) }
    replace(with: [block])
    return block
  }

  /// Replaces this inline node by one of our own, around its children.
  @discardableResult
  func becomeInline(opening: String, closing: String) -> MarkdownNode {
    let inline = makeCustomInline(enter: Array(opening.utf8), exit: Array(closing.utf8))
    for child in children { inline.append(child) }
    replace(with: [inline])
    return inline
  }
}
