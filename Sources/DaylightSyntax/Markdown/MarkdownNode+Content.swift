internal import CCMarkGFM
import Platform

// The bytes below are cmark's own, not copies: they are valid until the property is set, and no
// longer than the tree.
extension MarkdownNode {
  /// The text of a text, code, code block, raw HTML or footnote reference node; empty for others.
  package var literal: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_literal(pointer)) }

  /// The address of a link or image, with escapes and entities decoded; empty for others.
  package var url: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_url(pointer)) }

  /// The title of a link or image; empty for others.
  package var title: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_title(pointer)) }

  /// What follows the opening fence of a code block, such as its language; empty for others.
  package var info: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_fence_info(pointer)) }

  /// 1 to 6 for a heading, otherwise 0.
  package var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  package struct List: Sendable, Hashable {
    /// The number of the first item, or nil for a list of bullets.
    package var start: Int?
    /// Whether its paragraphs print without `<p>`.
    package var isTight: Bool
  }

  /// The properties of a list; nil for any other node.
  package var list: List? {
    guard cmark_node_get_type(pointer) == CMARK_NODE_LIST else { return nil }
    let isOrdered = cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
    return List(
      start: isOrdered ? Int(cmark_node_get_list_start(pointer)) : nil,
      isTight: cmark_node_get_list_tight(pointer) == 1)
  }

  /// Whether a task item is ticked; false for any other node.
  package var isChecked: Bool {
    kind == .taskItem && cmark_gfm_extensions_get_tasklist_item_checked(pointer)
  }

  /// Whether a table row is the header row.
  package var isHeaderRow: Bool {
    kind == .tableRow && cmark_gfm_extensions_get_table_row_is_header(pointer) == 1
  }

  /// Whether cmark prints a paragraph without `<p>`, because the list it is in is tight.
  package var isTightParagraph: Bool {
    guard kind == .paragraph, let list = parent?.parent else { return false }
    return list.list?.isTight ?? false
  }

  private func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: strlen(string))
  }
}
