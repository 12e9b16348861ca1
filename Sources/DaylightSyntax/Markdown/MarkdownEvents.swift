/// A depth-first walk through a node and its descendants, without recursion.
///
/// A node is entered, then its children are walked, then it is left; a leaf is only entered.
///
/// The tree may be edited during the walk:
/// - A leaf that was just entered, or a node that was just left, may be unlinked, moved, replaced
///   or wrapped, and siblings may be inserted around it: the next node was looked up before. New
///   siblings after it are not walked.
/// - A node that was just entered may have its children changed: they are looked up afterwards. If
///   it was unlinked, its children are skipped.
/// - The *next* sibling of the current node may not be unlinked or moved.
package struct MarkdownEvents: Sequence, IteratorProtocol {
  package enum Event {
    case enter(MarkdownNode)
    case leave(MarkdownNode)
  }

  private enum Step {
    /// Return this event next.
    case event(Event)
    /// Continue with the children of the last node entered; if it was unlinked, continue at
    /// `otherwise`.
    case descend(MarkdownNode, parent: MarkdownNode?, otherwise: Event?)
    case end
  }

  private let top: MarkdownNode
  private var step: Step

  init(_ top: MarkdownNode) {
    self.top = top
    step = .event(.enter(top))
  }

  package mutating func next() -> Event? {
    let event: Event
    switch step {
    case .end:
      return nil
    case .event(let upcoming):
      event = upcoming
    case .descend(let node, let parent, let otherwise):
      if node != top, node.parent != parent, node.parent == nil {
        guard let otherwise else {
          step = .end
          return nil
        }
        event = otherwise
      } else if let child = node.firstChild {
        event = .enter(child)
      } else {
        event = .leave(node)
      }
    }
    switch event {
    case .enter(let node):
      step =
        node.kind.isLeaf
        ? follow(node) : .descend(node, parent: node.parent, otherwise: after(node))
    case .leave(let node):
      step = follow(node)
    }
    return event
  }

  /// Skips the children of the node that was just entered, and its `leave` event.
  package mutating func skipChildren() {
    if case .descend(let node, _, _) = step { step = follow(node) }
  }

  private func follow(_ node: MarkdownNode) -> Step {
    after(node).map { .event($0) } ?? .end
  }

  private func after(_ node: MarkdownNode) -> Event? {
    if node == top { return nil }
    if let next = node.next { return .enter(next) }
    return node.parent.map { .leave($0) }
  }
}

extension MarkdownNode {
  /// A walk through this node and its descendants.
  package func events() -> MarkdownEvents { MarkdownEvents(self) }
}

extension MarkdownTree {
  /// A walk through the whole tree.
  package func events() -> MarkdownEvents { MarkdownEvents(root) }
}
