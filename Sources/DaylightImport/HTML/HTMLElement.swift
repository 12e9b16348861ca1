/// An element of HTML as a browser would build it, as a value that is independent of its parser.
final class HTMLElement {
  /// In small letters.
  let name: String
  let attributes: [(name: String, value: String)]
  fileprivate(set) var children: [HTMLNode] = []
  /// The line of the text on which it begins, counted from 1; zero if it is not written there.
  let line: Int

  init(_ name: String, _ attributes: [(name: String, value: String)] = [], line: Int = 0) {
    self.name = name
    self.attributes = attributes
    self.line = line
  }

  func append(_ child: HTMLNode) { children.append(child) }

  /// Only its own, not those further down.
  func removeElements(where isRemoved: (HTMLElement) -> Bool) {
    children.removeAll { if case .element(let child) = $0 { isRemoved(child) } else { false } }
  }

  /// Puts a mark in the place of the first line end in its own text.
  func markFirstLineEnd(_ mark: Character) {
    for (index, child) in children.enumerated() {
      guard case .text(var text) = child, let end = text.firstIndex(of: "\n") else { continue }
      text.replaceSubrange(end...end, with: String(mark))
      children[index] = .text(text)
      return
    }
  }

  /// The value of an attribute; nil if there is none.
  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// The words of `class`.
  var classes: [Substring] { (self["class"] ?? "").split { $0 == " " || $0 == "\n" } }

  var elements: [HTMLElement] {
    children.compactMap {
      if case .element(let element) = $0 { element } else { nil }
    }
  }

  /// The first descendant with a name, depth first.
  func first(_ name: String) -> HTMLElement? {
    var open = elements.reversed() as [HTMLElement]
    while let element = open.popLast() {
      if element.name == name { return element }
      open += element.elements.reversed()
    }
    return nil
  }

  /// The text of all descendants, as written.
  var text: String { texts.joined() }

  /// The text of all descendants on one line.
  var plainText: String { text.singleSpaced }

  /// The same with a space wherever an element begins or ends, such as between the links of a menu.
  var spacedText: String { texts.joined(separator: " ").singleSpaced }

  private var texts: [String] {
    var texts: [String] = []
    var open = children.reversed() as [HTMLNode]
    while let node = open.popLast() {
      switch node {
      case .text(let text): texts.append(text)
      case .comment: break
      case .element(let element):
        if element.name == "br" { texts.append("\n") }
        open += element.children.reversed()
      }
    }
    return texts
  }
}

enum HTMLNode {
  case element(HTMLElement)
  case text(String)
  case comment(String)
}
