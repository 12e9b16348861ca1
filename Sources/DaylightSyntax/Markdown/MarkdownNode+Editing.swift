internal import CCMarkGFM
internal import CMarkArena

// New nodes have no position and belong to the tree that is being worked on. cmark takes strings
// that end with a NUL byte, so a NUL inside the given bytes becomes U+FFFD, as it does in a parsed
// text.
extension MarkdownNode {
  /// A new text node, escaped when it is printed.
  package func makeText(_ literal: some Collection<UInt8>) -> MarkdownNode {
    let node = make(CMARK_NODE_TEXT)
    node.setLiteral(literal)
    return node
  }

  /// A new text node with a part of this one's text, which knows where that was written.
  package func makeText(of range: Range<Int>) -> MarkdownNode {
    let node = makeText(literal[range])
    source.pointee.places[node.pointer] = position(ofByte: range.lowerBound)
    return node
  }

  /// A new, empty paragraph.
  package func makeParagraph() -> MarkdownNode { make(CMARK_NODE_PARAGRAPH) }

  /// A new, empty link.
  package func makeLink(to url: some Collection<UInt8>) -> MarkdownNode {
    let node = make(CMARK_NODE_LINK)
    node.setURL(url)
    return node
  }

  /// A new inline node that prints HTML of ours before and after its children.
  ///
  /// The HTML is printed as it is, also where raw HTML is off: escape what comes from an author.
  /// Inside an image it prints nothing.
  package func makeCustomInline(
    enter: some Collection<UInt8>, exit: some Collection<UInt8> = EmptyCollection()
  ) -> MarkdownNode {
    makeCustom(CMARK_NODE_CUSTOM_INLINE, enter, exit)
  }

  /// A new block that prints HTML of ours, each piece on a line of its own, before and after its
  /// children. It may hold any node, also inlines and list items.
  ///
  /// The HTML is printed as it is: escape what comes from an author.
  package func makeCustomBlock(
    enter: some Collection<UInt8>, exit: some Collection<UInt8> = EmptyCollection()
  ) -> MarkdownNode {
    makeCustom(CMARK_NODE_CUSTOM_BLOCK, enter, exit)
  }

  private func makeCustom(
    _ type: cmark_node_type, _ enter: some Collection<UInt8>, _ exit: some Collection<UInt8>
  ) -> MarkdownNode {
    let node = make(type)
    withCString(enter) { check(cmark_node_set_on_enter(node.pointer, $0)) }
    withCString(exit) { check(cmark_node_set_on_exit(node.pointer, $0)) }
    return node
  }

  /// The same where the HTML is an array: what every page does many times.
  package func makeCustomInline(enter: [UInt8], exit: [UInt8] = []) -> MarkdownNode {
    let node = make(CMARK_NODE_CUSTOM_INLINE)
    node.setCustom(enter, exit)
    return node
  }

  /// The same where the HTML is an array.
  package func makeCustomBlock(enter: [UInt8], exit: [UInt8]) -> MarkdownNode {
    let node = make(CMARK_NODE_CUSTOM_BLOCK)
    node.setCustom(enter, exit)
    return node
  }

  private func setCustom(_ enter: [UInt8], _ exit: [UInt8]) {
    enter.withUnsafeBufferPointer {
      withCString($0) { check(cmark_node_set_on_enter(pointer, $0)) }
    }
    if exit.isEmpty { return }
    exit.withUnsafeBufferPointer {
      withCString($0) { check(cmark_node_set_on_exit(pointer, $0)) }
    }
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

  /// Of a link or image. It is escaped when it is printed.
  package func setURL(_ url: [UInt8]) {
    url.withUnsafeBufferPointer { withCString($0) { check(cmark_node_set_url(pointer, $0)) } }
  }

  /// Of a link or image. It is escaped when it is printed.
  package func setURL(_ url: some Collection<UInt8>) {
    withCString(url) { check(cmark_node_set_url(pointer, $0)) }
  }

  /// Of a link or image.
  package func setTitle(_ title: some Collection<UInt8>) {
    withCString(title) { check(cmark_node_set_title(pointer, $0)) }
  }

  /// Of a heading, 1 to 6.
  package func setHeadingLevel(_ level: Int) {
    check(cmark_node_set_heading_level(pointer, Int32(level)))
  }

  /// Puts `node`, which leaves its old place, just before this one.
  package func insert(before node: MarkdownNode) {
    source.pointee.isJoined = false
    check(cmark_node_insert_before(node.pointer, pointer))
  }

  /// Puts this node, which leaves its old place, just after `node`.
  package func insert(after node: MarkdownNode) {
    source.pointee.isJoined = false
    check(cmark_node_insert_after(node.pointer, pointer))
  }

  /// Puts `child`, which leaves its old place, after the last child.
  package func append(_ child: MarkdownNode) {
    source.pointee.isJoined = false
    check(cmark_node_append_child(pointer, child.pointer))
  }

  /// Puts `child`, which leaves its old place, before the first child.
  package func prepend(_ child: MarkdownNode) {
    source.pointee.isJoined = false
    check(cmark_node_prepend_child(pointer, child.pointer))
  }

  /// Takes the node and all in it out of the tree. It may be put in again elsewhere.
  package func unlink() {
    source.pointee.isJoined = false
    cmark_node_unlink(pointer)
  }

  /// Puts `pieces` in the place of this node.
  package func replace(with pieces: some Sequence<MarkdownNode>) {
    for piece in pieces { piece.insert(before: self) }
    unlink()
  }

  /// Puts `piece` in the place of this node.
  package func replace(with piece: MarkdownNode) {
    piece.insert(before: self)
    unlink()
  }

  /// Puts the children in the place of this node.
  package func unwrap() {
    replace(with: children)
  }

  /// Puts `wrapper` in the place of this node, and this node into it as its last child.
  package func wrap(in wrapper: MarkdownNode) {
    wrap(through: self, in: wrapper)
  }

  /// Puts `wrapper` in the place of this node and the siblings that follow it up to and including
  /// `last`, and all of them into it.
  package func wrap(through last: MarkdownNode, in wrapper: MarkdownNode) {
    wrapper.insert(before: self)
    var upcoming: MarkdownNode? = self
    while let node = upcoming {
      upcoming = node == last ? nil : node.next
      wrapper.append(node)
    }
  }

  /// cmark answers 0 when a node cannot hold another or has no such property: our bug, as
  /// `CMarkLibrary` and custom nodes see to it that what content can lead to is allowed.
  private func check(_ result: Int32, _ function: StaticString = #function) {
    precondition(result == 1, "cmark refused \(function) on a node of kind \(kind)")
  }
}
