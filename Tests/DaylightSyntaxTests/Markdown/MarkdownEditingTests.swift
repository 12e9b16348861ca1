import DaylightSyntax
import Testing

@Suite struct MarkdownEditingTests {
  /// The HTML of a text after its tree was edited.
  private func html(_ text: String, _ edit: (MarkdownTree) throws -> Void) rethrows
    -> String
  {
    try MarkdownTree.withTree(parsing: text.utf8) { tree in
      try edit(tree)
      return tree.html().text
    }
  }

  private func first(_ kind: MarkdownKind, in tree: MarkdownTree) throws -> MarkdownNode {
    for case .enter(let node) in tree.events() where node.kind == kind { return node }
    throw NotFound(kind: kind)
  }

  private struct NotFound: Error { let kind: MarkdownKind }

  @Test func `literals and addresses can be set`() throws {
    let html = try html("[b](c)\n") { tree in
      let link = try first(.link, in: tree)
      link.setURL("d?e&f".utf8)
      link.firstChild?.setLiteral("<h>".utf8)
    }
    #expect(html == "<p><a href=\"d?e&amp;f\">&lt;h&gt;</a></p>\n")
  }

  @Test func `a NUL byte in a new text becomes a replacement character`() throws {
    let html = try html("a") { try first(.text, in: $0).setLiteral([0x62, 0, 0x63]) }
    #expect(html == "<p>b\u{FFFD}c</p>\n")
  }

  @Test func `nodes can be inserted, moved and removed`() throws {
    let html = try html("one *two* three") { tree in
      let paragraph = try first(.paragraph, in: tree)
      let emphasis = try first(.emphasis, in: tree)
      paragraph.makeText("0 ".utf8).insert(before: emphasis)
      paragraph.makeText(" 9".utf8).insert(after: emphasis)
      paragraph.append(emphasis)
      paragraph.firstChild?.unlink()
    }
    #expect(html == "<p>0  9 three<em>two</em></p>\n")
  }

  @Test func `a text node can be replaced by pieces`() throws {
    let html = try html("a gaslighting b") { tree in
      let text = try first(.text, in: tree)
      let link = text.makeCustomInline(enter: Array("<a>".utf8), exit: Array("</a>".utf8))
      link.append(text.makeText("gaslighting".utf8))
      text.replace(with: [text.makeText("a ".utf8), link, text.makeText(" b".utf8)])
    }
    #expect(html == "<p>a <a>gaslighting</a> b</p>\n")
  }

  @Test func `siblings can be wrapped in a node`() throws {
    let html = html("one\n\ntwo\n\nthree\n") { tree in
      guard let first = tree.root.firstChild, let second = first.next else { return }
      let wrapper = first.makeCustomBlock(enter: Array("<div>".utf8), exit: Array("</div>".utf8))
      first.wrap(through: second, in: wrapper)
    }
    #expect(html == "<div>\n<p>one</p>\n<p>two</p>\n</div>\n<p>three</p>\n")
  }

  @Test func `a node can be replaced by its children`() throws {
    let html = try html("a *b **c*** d") { try first(.emphasis, in: $0).unwrap() }
    #expect(html == "<p>a b <strong>c</strong> d</p>\n")
  }

  @Test func `our own HTML can be inserted into every node that contains inlines`() throws {
    let text = """
      # text

      text *text* **text** [text](a) ~~text~~ ![text](b) text[^1]

      | text |
      |------|
      | text |

      - [ ] text

      [^1]: text
      """
    let html = html(text) { tree in
      for case .enter(let node) in tree.events() where node.kind == .text {
        node.wrap(in: node.makeCustomInline(enter: Array("<i>".utf8), exit: Array("</i>".utf8)))
      }
    }
    #expect(
      html == """
        <h1><i>text</i></h1>
        <p><i>text </i><em><i>text</i></em><i> </i><strong><i>text</i></strong><i> </i>\
        <a href="a"><i>text</i></a><i> </i><del><i>text</i></del><i> </i><img src="b" alt="text" />\
        <i> text</i><sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup></p>
        <table>
        <thead>
        <tr>
        <th><i>text</i></th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td><i>text</i></td>
        </tr>
        </tbody>
        </table>
        <ul>
        <li><input type="checkbox" disabled="" /> <i>text</i></li>
        </ul>
        <section class="footnotes" data-footnotes>
        <ol>
        <li id="fn-1">
        <p><i>text</i> <a href="#fnref-1" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func `our own blocks may replace a list and its items`() throws {
    let html = try html("- a\n- b\n") { tree in
      let list = try first(.list, in: tree)
      let group = list.makeCustomBlock(enter: Array("<ol>".utf8), exit: Array("</ol>".utf8))
      for item in list.children {
        let block = list.makeCustomBlock(enter: Array("<li>".utf8), exit: Array("</li>".utf8))
        for child in item.children { block.append(child) }
        group.append(block)
      }
      list.replace(with: [group])
    }
    #expect(html == "<ol>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n")
  }

  @Test func `our own blocks may contain inlines and be inside table cells`() throws {
    let html = try html("> a *b*\n") { tree in
      let paragraph = try first(.paragraph, in: tree)
      let block = paragraph.makeCustomBlock(
        enter: Array("<p class=\"x\">".utf8), exit: Array("</p>".utf8))
      for child in paragraph.children { block.append(child) }
      paragraph.replace(with: [block])
    }
    #expect(html == "<blockquote>\n<p class=\"x\">\na <em>b</em>\n</p>\n</blockquote>\n")
  }

  @Test func `the children of a node can be printed alone`() throws {
    let text = "# a *b*\n\n- c\n  - d\n\n  ```\n  e\n  ```\n\n> f\n>\n> g\n"
    MarkdownTree.withTree(parsing: text.utf8) { tree in
      func inside(_ kind: MarkdownKind) -> String {
        var html: [UInt8] = []
        for case .enter(let node) in tree.events() where node.kind == kind && html.isEmpty {
          html = tree.html(childrenOf: node).bytes
        }
        return String(decoding: html, as: UTF8.self)
      }
      #expect(inside(.heading) == "a <em>b</em>")
      #expect(inside(.blockQuote) == "<p>f</p>\n<p>g</p>\n")
      let whole = tree.html().text
      #expect(whole == inside(.document))
      #expect(whole.contains("<li>\n" + inside(.item) + "</li>"))
    }
  }
}
