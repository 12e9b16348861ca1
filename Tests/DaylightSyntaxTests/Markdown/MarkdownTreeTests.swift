import DaylightSyntax
import TestSupport
import Testing

@Suite struct MarkdownTreeTests {
  private func dump(
    _ text: String, syntax: MarkdownSyntax = .content, firstLine: Int = 1
  ) -> String {
    MarkdownTree.withTree(parsing: text.utf8, syntax: syntax, firstLine: firstLine) { $0.dump() }
  }

  @Test func `a text becomes nodes with positions`() {
    #expect(
      dump("## One\n\nA *word* and `code`.\n") == """
        document 1:1-3:21
          heading 1:1-1:7 level 2
            text 1:4-1:7 "One"
          paragraph 3:1-3:21
            text 3:1-3:3 "A "
            emphasis 3:3-3:9
              text 3:4-3:8 "word"
            text 3:9-3:14 " and "
            code 3:15-3:19 "code"
            text 3:20-3:21 "."

        """)
  }

  @Test func `an empty text is a document without children`() {
    MarkdownTree.withTree(parsing: []) { #expect($0.root.firstChild == nil) }
  }

  @Test func `lines are counted from the line of the file on which the body begins`() {
    #expect(
      dump("One\n", firstLine: 9) == """
        document 9:1-9:4
          paragraph 9:1-9:4
            text 9:1-9:4 "One"

        """)
  }

  @Test func `columns count bytes`() {
    #expect(dump("é *x*\n").contains("emphasis 1:4-1:7"))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every line ending gives the same lines and columns`(ending: String) {
    let text = ["One", "*two*", "", "- three", ""].joined(separator: ending)
    let dump = dump(text)
    #expect(dump.contains("emphasis 2:1-2:6"))
    #expect(dump.contains("text 4:3-4:8 \"three\""))
  }

  @Test func `later lines of a paragraph keep their columns past indentation and quotation marks`()
  {
    let dump = dump("> one\n>    *two*\nlazy *three*\n\n- four\n   *five*\n")
    #expect(dump.contains("emphasis 2:6-2:11"))
    #expect(dump.contains("emphasis 3:6-3:13"))
    #expect(dump.contains("emphasis 6:4-6:10"))
  }

  @Test func `a paragraph that follows link definitions is placed at its own text`() {
    #expect(
      dump("[a]: /x\n[b]: /y\n  Text *two*\nmore [three][a]\n") == """
        document 1:1-4:16
          paragraph 3:1-4:16
            text 3:3-3:8 "Text "
            emphasis 3:8-3:13
              text 3:9-3:12 "two"
            softBreak -
            text 4:1-4:6 "more "
            link 4:6-4:16 to "/x"
              text 4:7-4:12 "three"

        """)
  }

  @Test func `a code span over two lines does not shift what follows`() {
    #expect(dump("`a\nb` c\nd *e*\n").contains("emphasis 3:3-3:6"))
  }

  @Test func `table cells have positions, and the header row is known`() {
    let dump = dump("| a | *b* |\n|---|:-:|\n| w: | d |\n")
    #expect(dump.contains("emphasis 1:7-1:10"))
    #expect(dump.contains("tableHeaderRow 1:1"))
    #expect(dump.contains("tableRow 3:1"))
    #expect(dump.contains("text 3:3-3:5 \"w:\""))
  }

  @Test func `lists know their start, tightness and ticks`() {
    let dump = dump("3. a\n4. b\n\n\n- a\n\n- b\n\n<!-- -->\n\n- [ ] a\n- [x] b\n- [X] c\n")
    #expect(dump.contains("from 3 tight"))
    #expect(dump.contains("bullets loose"))
    #expect(dump.contains("taskItem 11:1-11:8 open"))
    #expect(dump.contains("taskItem 12:1-12:8 checked"))
    #expect(dump.contains("checked\n      paragraph 13:7"))
  }

  @Test func `a task item is not ticked by brackets later on its line`() {
    let text = "- [ ] I read [x](y.md)\n- [x] and [ ] this\n  1. [ ] deep [X]\n"
    let dump = dump(text)
    #expect(dump.components(of: " open") == 2)
    #expect(dump.components(of: " checked") == 1)
    MarkdownTree.withTree(parsing: text.utf8) { tree in
      #expect(
        tree.html().text.components(of: "checked=\"\"") == 1)
    }
  }

  @Test func `bare addresses and soft breaks have a place although cmark has no position`() {
    let text = "See https://a.example/x or www.b.example\n  me@c.example, then *more*\n"
    MarkdownTree.withTree(parsing: text.utf8) { tree in
      var places: [String] = []
      for case .enter(let node) in tree.events() where [.link, .softBreak].contains(node.kind) {
        places.append("\(node.place.line):\(node.place.column)")
      }
      #expect(places == ["1:5", "1:28", "1:41", "2:3"])
    }
  }

  @Test func `an undefined footnote is text, and a used one is numbered and moved to the end`() {
    let dump = dump("[^b] and [^no]\n\n[^b]: Note\n\nEnd\n")
    #expect(dump.contains("footnoteReference 1:1-1:5 \"1\""))
    #expect(dump.contains("[^no]"))
    #expect(dump.hasSuffix("text 3:7-3:11 \"Note\"\n"))
  }

  @Test func `text nodes are joined`() {
    MarkdownTree.withTree(parsing: "[@key] a*b &amp; c [x".utf8, syntax: []) { tree in
      tree.joinText()
      #expect(tree.dump().hasSuffix("text 1:1-1:22 \"[@key] a*b & c [x\"\n"))
    }
  }

  @Test(arguments: [
    "see http://a.example", "see https://a.example", "see www.a.example", "see a@b.example",
    "see a&#64;b.example", "see ftp://a.example",
  ])
  func `every form of a bare address is a link`(text: String) {
    #expect(dump(text).contains("link "))
  }

  @Test func `a walk enters every node, and leaves all but leaves`() {
    MarkdownTree.withTree(parsing: "# A *b*\n\n> c `d`\n> e\n\n---\n\n[](f)\n".utf8) { tree in
      var walked: [String] = []
      tree.walk { node, kind, isEntering in
        #expect(node.kind == kind)
        walked.append("\(isEntering) \(kind)")
      }
      let events = tree.events().map { event in
        switch event {
        case .enter(let node): "true \(node.kind)"
        case .leave(let node): "false \(node.kind)"
        }
      }
      #expect(walked == events)
    }
  }

  @Test func `each extension can be left out`() {
    let text = "~~a~~ www.b.example [^1]\n\n[^1]: c\n\n|d|\n|-|\n\n- [ ] e\n"
    let kinds: [(MarkdownSyntax, MarkdownKind)] = [
      (.strikethrough, .strikethrough), (.autolinks, .link), (.footnotes, .footnoteReference),
      (.tables, .table), (.taskLists, .taskItem),
    ]
    for (syntax, kind) in kinds {
      #expect(dump(text, syntax: syntax).contains("\(kind.rawValue) "))
      #expect(!dump(text, syntax: .content.subtracting(syntax)).contains("\(kind.rawValue) "))
    }
  }

  @Test func `parsing inside the work of another tree leaves the outer one intact`() {
    MarkdownTree.withTree(parsing: "outer *one*".utf8) { outer in
      let inner = dump("inner")
      #expect(inner.contains("inner"))
      outer.root.firstChild?.append(outer.root.makeText("!".utf8))
      MarkdownTree.withTree(parsing: "third".utf8) { third in
        outer.root.firstChild?.append(outer.root.makeText("?".utf8))
        #expect(third.root.firstChild?.firstChild?.literal.elementsEqual("third".utf8) == true)
      }
      #expect(
        outer.html().text == "<p>outer <em>one</em>!?</p>\n")
    }
  }

  @Test func `an error thrown by the work passes through`() {
    struct Refused: Error {}
    #expect(throws: Refused.self) {
      try MarkdownTree.withTree(parsing: "a".utf8) { _ throws(Refused) in throw Refused() }
    }
  }

  @Test func `a NUL byte becomes a replacement character`() {
    #expect(dump("a\0b").contains("\"a\u{FFFD}b\""))
  }
}

extension String {
  /// The number of occurrences of a text.
  fileprivate func components(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
