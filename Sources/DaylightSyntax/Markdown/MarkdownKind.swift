/// The kind of a node in a Markdown tree.
package enum MarkdownKind: String, Sendable, Hashable, CaseIterable {
  // Blocks
  case document, blockQuote, list, item, taskItem, codeBlock, htmlBlock, customBlock, paragraph
  case heading, thematicBreak, footnoteDefinition, table, tableRow, tableCell
  // Inlines
  case text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong, link, image
  case footnoteReference, strikethrough

  package var isInline: Bool {
    switch self {
    case .document, .blockQuote, .list, .item, .taskItem, .codeBlock, .htmlBlock, .customBlock,
      .paragraph, .heading, .thematicBreak, .footnoteDefinition, .table, .tableRow, .tableCell:
      false
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .customInline, .emphasis, .strong,
      .link, .image, .footnoteReference, .strikethrough:
      true
    }
  }

  /// Whether a node of the kind never has children.
  package var isLeaf: Bool {
    switch self {
    case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline,
      .footnoteReference:
      true
    default: false
    }
  }
}
