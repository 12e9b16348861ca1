internal import CCMarkGFM
internal import CMarkArena

// New nodes have no position and belong to the current tree. cmark takes NUL-terminated strings, so
// a NUL in the given bytes becomes U+FFFD, as in a parsed text.
extension MarkdownNode {
  /// A new text node, escaped when it is printed.
  package func makeText(_ literal: some Collection<UInt8>) -> MarkdownNode {
    let node = make(CMARK_NODE_TEXT)
    node.setLiteral(literal)
    return node
  }

  /// A new text node with a part of this one's text, which keeps its position in the source.
  package func makeText(of range: Range<Int>) -> MarkdownNode {
    let node = makeText(literal[range])
    source.pointee.places[node.pointer] = position(ofByte: range.lowerBound)
    return node
  }

  /// A new break of a line, as two blanks at its end make it.
  func makeLineBreak() -> MarkdownNode { make(CMARK_NODE_LINEBREAK) }

  /// A new, empty paragraph.
  package func makeParagraph() -> MarkdownNode { make(CMARK_NODE_PARAGRAPH) }

  /// A new inline node that prints our own HTML before and after its children.
  ///
  /// The HTML is printed unescaped, even if raw HTML is off: escape anything that comes from an
  /// author. Inside an image it prints nothing.
  package func makeCustomInline(enter: [UInt8], exit: [UInt8] = []) -> MarkdownNode {
    makeCustom(CMARK_NODE_CUSTOM_INLINE, enter, exit)
  }

  /// A new block that prints our own HTML before and after its children, each on its own line. It
  /// may contain any node, including inlines and list items.
  ///
  /// The HTML is printed unescaped: escape anything that comes from an author.
  package func makeCustomBlock(enter: [UInt8], exit: [UInt8]) -> MarkdownNode {
    makeCustom(CMARK_NODE_CUSTOM_BLOCK, enter, exit)
  }

  private func makeCustom(_ type: cmark_node_type, _ enter: [UInt8], _ exit: [UInt8])
    -> MarkdownNode
  {
    let node = make(type)
    enter.withUnsafeBufferPointer {
      withCString($0) { check(cmark_node_set_on_enter(node.pointer, $0)) }
    }
    if exit.isEmpty { return node }
    exit.withUnsafeBufferPointer {
      withCString($0) { check(cmark_node_set_on_exit(node.pointer, $0)) }
    }
    return node
  }

  private func make(_ type: cmark_node_type) -> MarkdownNode {
    guard let made = cmark_node_new_with_mem(type, daylight_arena_memory()) else {
      preconditionFailure("the arena returned null")
    }
    return MarkdownNode(made, source)
  }

  /// Of a text, code, code block or raw HTML node.
  package func setLiteral(_ literal: some Collection<UInt8>) {
    withCString(literal) { check(cmark_node_set_literal(pointer, $0)) }
  }

  /// Takes the beginning of this text away; what stays knows where it was written.
  package func removeFirst(_ count: Int) {
    source.pointee.places[pointer] = position(ofByte: count)
    setLiteral(Array(literal[count...]))
  }

  /// Of a link or image. It is escaped when it is printed.
  package func setURL(_ url: [UInt8]) {
    url.withUnsafeBufferPointer { withCString($0) { check(cmark_node_set_url(pointer, $0)) } }
  }

  /// Of a link or image. It is escaped when it is printed.
  package func setURL(_ url: some Collection<UInt8>) {
    withCString(url) { check(cmark_node_set_url(pointer, $0)) }
  }

  /// Moves `node` just before this one.
  package func insert(before node: MarkdownNode) {
    source.pointee.isJoined = false
    check(cmark_node_insert_before(node.pointer, pointer))
  }

  /// Moves this node just after `node`.
  package func insert(after node: MarkdownNode) {
    source.pointee.isJoined = false
    check(cmark_node_insert_after(node.pointer, pointer))
  }

  /// Moves `child` to the end of the children.
  package func append(_ child: MarkdownNode) {
    source.pointee.isJoined = false
    check(cmark_node_append_child(pointer, child.pointer))
  }

  /// Removes the node with its descendants from the tree. It may be inserted again elsewhere.
  package func unlink() {
    source.pointee.isJoined = false
    cmark_node_unlink(pointer)
  }

  /// Replaces this node by `pieces`.
  package func replace(with pieces: some Sequence<MarkdownNode>) {
    for piece in pieces { piece.insert(before: self) }
    unlink()
  }

  /// Replaces this node by `piece`.
  package func replace(with piece: MarkdownNode) {
    piece.insert(before: self)
    unlink()
  }

  /// Replaces this node by its children.
  package func unwrap() {
    replace(with: children)
  }

  /// Replaces this node by `wrapper`, and makes this node the last child of `wrapper`.
  package func wrap(in wrapper: MarkdownNode) {
    wrap(through: self, in: wrapper)
  }

  /// Replaces this node and the siblings after it up to and including `last` by `wrapper`, and
  /// moves all of them into `wrapper`.
  package func wrap(through last: MarkdownNode, in wrapper: MarkdownNode) {
    wrapper.insert(before: self)
    var upcoming: MarkdownNode? = self
    while let node = upcoming {
      upcoming = node == last ? nil : node.next
      wrapper.append(node)
    }
  }

  /// cmark returns 0 if a node cannot contain another or has no such property. That is a bug of
  /// ours: `CMarkLibrary` and custom nodes ensure that everything content can lead to is allowed.
  private func check(_ result: Int32, _ function: StaticString = #function) {
    precondition(result == 1, "cmark refused \(function) on a node of kind \(kind)")
  }
}
