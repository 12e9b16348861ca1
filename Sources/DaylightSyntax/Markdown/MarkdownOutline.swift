/// The nodes of a tree by kind, each in reading order, so that the passes that need them do not
/// walk the tree themselves.
///
/// It is a snapshot: read it after text is joined and raw HTML is removed. Like nodes, its contents
/// must not be used after the tree is gone.
package struct MarkdownOutline {
  package private(set) var headings: [MarkdownNode] = []
  package private(set) var links: [Link] = []
  package private(set) var images: [MarkdownNode] = []
  package private(set) var quotes: [MarkdownNode] = []
  package private(set) var tables: [MarkdownNode] = []
  package private(set) var taskItems: [MarkdownNode] = []
  /// The texts that begin a block with `[ ]` or `[x]`.
  package private(set) var textsWithBox: [MarkdownNode] = []
  /// The texts that contain an `@`.
  package private(set) var textsWithAt: [MarkdownNode] = []
  /// The texts that contain a `^`.
  private(set) var textsWithCaret: [MarkdownNode] = []
  package private(set) var footnoteDefinitions: [MarkdownNode] = []
  /// Blocks of code and HTML, which contain no Markdown.
  package private(set) var verbatimBlocks: [MarkdownNode] = []
  /// The paragraphs, headings and cells whose text may contain markup that did not work.
  package private(set) var blocksWithSigns: [MarkdownNode] = []
  /// Strong text that is the whole of its paragraph.
  package private(set) var boldParagraphs: [MarkdownNode] = []

  package struct Link {
    package let node: MarkdownNode
    /// The heading that it is in or under.
    package let heading: MarkdownNode?
  }

  package init() {}

  package init(of tree: MarkdownTree) { read(tree) }

  /// Reads another tree, reusing the memory of the last one.
  package mutating func read(_ tree: MarkdownTree) {
    headings.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    images.removeAll(keepingCapacity: true)
    quotes.removeAll(keepingCapacity: true)
    tables.removeAll(keepingCapacity: true)
    taskItems.removeAll(keepingCapacity: true)
    textsWithBox.removeAll(keepingCapacity: true)
    textsWithAt.removeAll(keepingCapacity: true)
    textsWithCaret.removeAll(keepingCapacity: true)
    footnoteDefinitions.removeAll(keepingCapacity: true)
    verbatimBlocks.removeAll(keepingCapacity: true)
    blocksWithSigns.removeAll(keepingCapacity: true)
    boldParagraphs.removeAll(keepingCapacity: true)
    // An entity may represent an `@`, but only a literal `^` makes a footnote.
    let mayHaveAt = MarkdownTree.mayHaveAt(tree.body)
    let mayHaveCaret = tree.mayHaveFootnotes
    var block: MarkdownNode?
    var isLineStart = true
    tree.walk { node, kind, isEntering in
      guard isEntering else { return }
      switch kind {
      case .heading:
        headings.append(node)
        block = node
        isLineStart = true
      case .paragraph, .tableCell:
        block = node
        isLineStart = true
      case .softBreak, .lineBreak: isLineStart = true
      case .code: isLineStart = false
      case .strong:
        if node.isAllOfParagraph { boldParagraphs.append(node) }
      case .link: links.append(Link(node: node, heading: headings.last))
      case .image: images.append(node)
      case .blockQuote: quotes.append(node)
      case .table: tables.append(node)
      case .taskItem: taskItems.append(node)
      case .footnoteDefinition: footnoteDefinitions.append(node)
      case .codeBlock, .htmlBlock: verbatimBlocks.append(node)
      case .text:
        if node.literal.beginsWithBox, node.previous == nil { textsWithBox.append(node) }
        if let suspect = block, MarkupSigns.mayBe(in: node.literal, isLineStart: isLineStart) {
          blocksWithSigns.append(suspect)
          block = nil
        }
        isLineStart = false
        if mayHaveAt, node.literal.has(UInt8(ascii: "@")) { textsWithAt.append(node) }
        if mayHaveCaret, node.literal.has(UInt8(ascii: "^")) { textsWithCaret.append(node) }
      default: break
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var beginsWithBox: Bool {
    count > 2 && self[0] == UInt8(ascii: "[") && self[2] == UInt8(ascii: "]")
      && (self[1] == UInt8(ascii: " ") || self[1] | 0x20 == UInt8(ascii: "x"))
      && (count == 3 || !self[3].isOne(of: "([:"))
  }
}

extension MarkdownNode {
  /// Whether the node is the only content of its paragraph, apart from emphasis around it.
  fileprivate var isAllOfParagraph: Bool {
    var node = self
    while node.previous == nil, node.next == nil, let parent = node.parent {
      if parent.kind == .paragraph { return true }
      guard parent.kind == .emphasis else { return false }
      node = parent
    }
    return false
  }
}
