internal import CCMarkGFM

extension MarkdownTree {
  /// Calls `visit` with every node of the tree on the way in and, unless it is a leaf, on the way
  /// out, depth first.
  ///
  /// The fastest way to walk a tree; nothing may be edited during it (`events` allows that).
  package func walk(
    _ visit: (_ node: MarkdownNode, _ kind: MarkdownKind, _ isEntering: Bool) -> Void
  ) {
    root.walk(visit)
  }
}

extension MarkdownNode {
  /// Like `MarkdownTree.walk`, through this node and its descendants.
  package func walk(
    _ visit: (_ node: MarkdownNode, _ kind: MarkdownKind, _ isEntering: Bool) -> Void
  ) {
    var node = self
    while true {
      let kind = node.kind
      visit(node, kind, true)
      if !kind.isLeaf {
        if let child = node.firstChild {
          node = child
          continue
        }
        visit(node, kind, false)
      }
      while true {
        if node == self { return }
        if let next = node.next {
          node = next
          break
        }
        guard let parent = node.parent else { return }
        node = parent
        visit(node, node.kind, false)
      }
    }
  }

  /// Appends the text of a node without markup; line breaks become spaces.
  package func appendPlainText(to output: inout [UInt8]) {
    walk { node, kind, isEntering in
      guard isEntering else { return }
      switch kind {
      case .text, .code: output.append(contentsOf: node.literal)
      case .softBreak, .lineBreak: output.append(UInt8(ascii: " "))
      default: break
      }
    }
  }
}
