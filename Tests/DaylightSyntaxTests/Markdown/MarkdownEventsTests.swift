import DaylightSyntax
import Testing

@Suite struct MarkdownEventsTests {
  /// The kinds in the order of the walk, with `/` for leaving; `edit` is called after each event.
  private func walk(
    _ text: String, _ edit: (MarkdownEvents.Event, inout MarkdownEvents) -> Void = { _, _ in }
  ) -> String {
    MarkdownTree.withTree(parsing: text.utf8) { tree in
      var events = tree.events()
      var names: [String] = []
      while let event = events.next() {
        switch event {
        case .enter(let node):
          let literal = String(decoding: node.literal, as: UTF8.self)
          names.append(literal.isEmpty ? node.kind.rawValue : literal)
        case .leave(let node): names.append("/" + node.kind.rawValue)
        }
        edit(event, &events)
      }
      return names.joined(separator: " ")
    }
  }

  @Test func `nodes are entered and left, leaves only entered`() {
    #expect(
      walk("a *b*\n\n---\n")
        == "document paragraph a  emphasis b /emphasis /paragraph thematicBreak /document")
  }

  @Test func `a walk of one node stays in it`() {
    MarkdownTree.withTree(parsing: "a\n\nb *c*\n\nd\n".utf8) { tree in
      var literals: [String] = []
      guard let middle = tree.root.firstChild?.next else { return }
      for case .enter(let node) in middle.events() where node.kind == .text {
        literals.append(String(decoding: node.literal, as: UTF8.self))
      }
      #expect(literals == ["b ", "c"])
    }
  }

  @Test func `children can be skipped`() {
    let walked = walk("a *b* c\n") { event, events in
      if case .enter(let node) = event, node.kind == .emphasis { events.skipChildren() }
    }
    #expect(walked == "document paragraph a  emphasis  c /paragraph /document")
  }

  @Test func `a leaf may be replaced, and its pieces are not walked`() {
    let walked = walk("a\\\nb") { event, _ in
      if case .enter(let node) = event, node.kind == .text {
        node.replace(with: [node.makeText("1".utf8), node.makeText("2".utf8)])
      }
    }
    #expect(walked == "document paragraph a lineBreak b /paragraph /document")
  }

  @Test func `a leaf may be wrapped`() {
    let walked = walk("a *b*") { event, _ in
      if case .enter(let node) = event, node.kind == .text {
        node.wrap(in: node.makeCustomInline(enter: Array("<i>".utf8)))
      }
    }
    #expect(walked == "document paragraph a  emphasis b /emphasis /paragraph /document")
  }

  @Test func `a node that is unlinked when it is entered is not walked through`() {
    let walked = walk("a *b* c\n\nd\n") { event, _ in
      if case .enter(let node) = event, node.kind == .emphasis { node.unlink() }
    }
    #expect(
      walked == "document paragraph a  emphasis  c /paragraph paragraph d /paragraph /document")
  }

  @Test func `new children of the node that was entered are walked`() {
    let walked = walk("a") { event, _ in
      if case .enter(let node) = event, node.kind == .paragraph {
        node.append(node.makeText("new".utf8))
      }
    }
    #expect(walked == "document paragraph a new /paragraph /document")
  }
}
