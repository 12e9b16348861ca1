internal import CCMarkGFM
import Platform

/// A node of a `MarkdownTree`: two pointers, copied freely, valid as long as the tree.
///
/// What cmark-gfm does not report, or reports in a surprising way:
/// - soft breaks and most bare addresses have no position;
/// - text is split into more nodes than expected (`MarkdownTree.joinText`);
/// - a header row has the same type as any row (`isHeaderRow`);
/// - a task item is an item that the task list extension made (`.taskItem`), its `[ ]` is in no
///   node, and cmark considers it checked if `[x]` is anywhere on its line (`isChecked` does not);
///   in a quotation there are no task items;
/// - a footnote that is defined but not used is dropped, one used but not defined becomes text, and
///   definitions move to the end of the document, in the order of use; the literal of a reference
///   is its number, its label is only in the source;
/// - a paragraph in a tight list prints no `<p>`, but does when it is moved into another block;
/// - definitions of link references leave no node.
package struct MarkdownNode {
  let pointer: OpaquePointer
  let source: UnsafeMutablePointer<MarkdownSource>

  init(_ pointer: OpaquePointer, _ source: UnsafeMutablePointer<MarkdownSource>) {
    self.pointer = pointer
    self.source = source
  }

  private func node(_ pointer: OpaquePointer?) -> MarkdownNode? {
    pointer.map { MarkdownNode($0, source) }
  }

  package var parent: MarkdownNode? { node(cmark_node_parent(pointer)) }
  package var firstChild: MarkdownNode? { node(cmark_node_first_child(pointer)) }
  package var lastChild: MarkdownNode? { node(cmark_node_last_child(pointer)) }
  package var next: MarkdownNode? { node(cmark_node_next(pointer)) }
  package var previous: MarkdownNode? { node(cmark_node_previous(pointer)) }

  /// The children in order. The next one is looked up before a child is returned, so a child may be
  /// moved or unlinked in the loop.
  package var children: some Sequence<MarkdownNode> {
    sequence(state: firstChild) { upcoming in
      let child = upcoming
      upcoming = child?.next
      return child
    }
  }

  /// The ancestors of this node, from its parent to the document.
  package var ancestors: some Sequence<MarkdownNode> {
    sequence(first: self) { $0.parent }.dropFirst()
  }

  package var kind: MarkdownKind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_CUSTOM_INLINE: .customInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: isMadeByTaskList ? .taskItem : .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_CUSTOM_BLOCK: .customBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    case let type: extensionKind(of: type)
    }
  }

  private var isMadeByTaskList: Bool {
    cmark_node_get_syntax_extension(pointer) == source.pointee.library.taskList
  }

  private func extensionKind(of type: cmark_node_type) -> MarkdownKind {
    let library = source.pointee.library
    switch type {
    case library.tableType: return .table
    case library.tableRowType: return .tableRow
    case library.tableCellType: return .tableCell
    case library.strikethroughType: return .strikethrough
    default: preconditionFailure("cmark-gfm made a node of an unknown type, \(type.rawValue)")
    }
  }
}

// Two values are equal when they are the same node of the same tree.
extension MarkdownNode: Hashable {
  package static func == (left: Self, right: Self) -> Bool { left.pointer == right.pointer }

  package func hash(into hasher: inout Hasher) { hasher.combine(pointer) }
}
