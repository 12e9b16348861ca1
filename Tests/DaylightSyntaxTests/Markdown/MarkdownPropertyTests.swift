import DaylightSyntax
import TestSupport
import Testing

/// Properties that hold for any text, tested on random combinations of Markdown syntax.
@Suite struct MarkdownPropertyTests {
  static let texts: [String] = {
    let pieces = [
      "word", " ", "  ", "\n", "\n", "\n\n", "> ", "- ", "1. ", "# ", "*", "**", "_", "~", "~~",
      "`",
      "```\n", "[", "]", "](x)", "![", "[a]: /b\n", "[^1]", "[^1]: c\n", "|", "|-|\n", "- [ ] ",
      "[x] ", "<b>", "<!-- d -->", "<!--", "<div>\n", "&amp;", "\\", "www.e.example", "@", "é",
      "f@g.example", "https://h.example", "\t", "    ", "\r\n", "\0", "---\n", "<",
    ]
    var random = Generator(state: 7)
    return (0..<500).map { _ in
      (0..<Int.random(in: 1...40, using: &random)).reduce(into: "") { text, _ in
        text += pieces[Int.random(in: pieces.indices, using: &random)]
      }
    }
  }()

  /// The same numbers on each run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test func `every position is in the file`() {
    for text in Self.texts {
      let lines = LineIndex(text.utf8).lineCount
      MarkdownTree.withTree(parsing: text.utf8, firstLine: 3) { tree in
        for case .enter(let node) in tree.events() {
          #expect((3..<3 + lines).contains(node.place.line), "\(text.debugDescription)")
          #expect(node.place.column >= 1)
        }
      }
    }
  }

  @Test func `a byte of a text node that has a position is that byte of the file`() {
    var count = 0
    for text in Self.texts {
      let bytes = Array(text.utf8)
      let lines = LineIndex(bytes)
      MarkdownTree.withTree(parsing: bytes) { tree in
        tree.joinText()
        for case .enter(let node) in tree.events() where node.kind == .text {
          for (index, byte) in node.literal.enumerated() {
            guard let position = node.position(ofByte: index),
              node.position(ofByte: index + 1) != nil
            else { break }
            let offset = lines.offset(of: position)
            let isEscaped = bytes[offset...].starts(with: [UInt8(ascii: "\\"), byte])
            #expect(bytes[offset] == byte || isEscaped, "\(text.debugDescription)")
            count += 1
          }
        }
      }
    }
    #expect(count > 3_000)
  }

  @Test func `nearly all text nodes with a position have certain ones`() {
    var certain = 0
    var all = 0
    for text in Self.texts where !text.contains("&") && !text.contains("\0") {
      MarkdownTree.withTree(parsing: text.utf8) { tree in
        tree.joinText()
        for case .enter(let node) in tree.events() where node.kind == .text && node.position != nil
        {
          all += 1
          if node.position(ofByte: node.literal.count) != nil { certain += 1 }
        }
      }
    }
    #expect(certain * 100 > all * 95, "\(certain) of \(all)")
  }

  @Test func `walking, wrapping and unlinking leave a tree that prints`() {
    for text in Self.texts {
      MarkdownTree.withTree(parsing: text.utf8) { tree in
        tree.joinText()
        _ = tree.takeRawHTML()
        for case .enter(let node) in tree.events() {
          switch node.kind {
          case .text:
            node.wrap(in: node.makeCustomInline(enter: Array("<i>".utf8), exit: Array("</i>".utf8)))
          case .paragraph, .table, .list, .codeBlock:
            node.wrap(
              in: node.makeCustomBlock(enter: Array("<div>".utf8), exit: Array("</div>".utf8)))
          case .softBreak:
            node.replace(with: [node.makeText("+".utf8)])
          default: break
          }
        }
        for case .leave(let node) in tree.events() where node.kind == .emphasis { node.unwrap() }
        #expect(!tree.html().bytes.contains(0))
        #expect(tree.dump().hasPrefix("document"))
      }
    }
  }
}
