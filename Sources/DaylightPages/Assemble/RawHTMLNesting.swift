import DaylightSyntax

/// Finds raw HTML that makes browsers build a different page than is written, and reports it at its
/// place in the text.
///
/// The text is printed with a mark before each piece of raw HTML and read as the audit reads
/// finished pages, so that both always agree.
struct RawHTMLNesting {
  private let pieces: [MarkdownNode]
  private let literals: [[UInt8]]
  private var html = Array("<!doctype html><html><body><main><div>".utf8)
  /// Where the pieces begin in what was printed.
  private var starts: [(piece: Int, offset: Int)] = []

  /// - Parameters:
  ///   - blocks: neighbours at the top of the text that close what they open.
  ///   - pieces: the raw HTML in them, in its order.
  static func fault(
    in blocks: [MarkdownNode], _ pieces: [MarkdownNode], of tree: borrowing MarkdownTree,
    path: String
  ) -> Diagnostic? {
    var nesting = Self(pieces)
    nesting.print(blocks, of: tree)
    return nesting.read().flatMap { nesting.diagnostic($0, in: path) }
  }

  private init(_ pieces: [MarkdownNode]) {
    self.pieces = pieces
    literals = pieces.map { Array($0.literal) }
  }

  private mutating func print(_ blocks: [MarkdownNode], of tree: borrowing MarkdownTree) {
    for (number, piece) in pieces.enumerated() {
      piece.setLiteral(Array("<!--\(number)-->".utf8) + literals[number])
    }
    for block in blocks { html += tree.html(of: block).bytes }
    for (piece, literal) in zip(pieces, literals) { piece.setLiteral(literal) }
    html.append(contentsOf: "</div></main></body></html>".utf8)
  }

  private mutating func read() -> OpenElements.Fault? {
    var starts: [(piece: Int, offset: Int)] = []
    let fault = html.withHTMLScanner { scanner in
      var open = OpenElements()
      while open.fault == nil, let token = scanner.next() {
        switch token {
        case .startTag(let tag): _ = open.start(tag, scanner)
        case .endTag(let tag): open.end(tag, scanner)
        case .text(let range):
          if scanner.bytes[range].contains(where: { $0 > 0x20 }) { open.text(at: range, scanner) }
        case .comment(let range):
          if let piece = Int(String(decoding: scanner.bytes[range], as: UTF8.self)) {
            starts.append((piece, range.upperBound + "-->".utf8.count))
          }
        case .rawText, .doctype, .unfinishedTag: break
        }
      }
      open.finish(scanner)
      return open.fault
    }
    self.starts = starts
    return fault
  }

  private func diagnostic(_ fault: OpenElements.Fault, in path: String) -> Diagnostic? {
    guard let (piece, written) = place(of: fault.range) else { return nil }
    let isEnd = html[fault.range].starts(with: "</".utf8)
    let name = name(in: fault.range)
    // What Markdown made is not as it should be, because of the HTML before it.
    guard let written else {
      let culprit = culprit(before: piece)
      let location = pieces[culprit].location(ofRaw: tag(of: culprit), in: path)
      return isEnd
        ? .endsItsBlock(name, at: location)
        : Diagnostic(
          .pageNesting, fault.problem.message, at: location, help: fault.problem.help)
    }
    let location = pieces[piece].location(ofRaw: written, in: path)
    if !isEnd, let outer = fault.outer, place(of: outer)?.written == nil {
      let block = self.name(in: outer)
      return block == "div"
        ? .partOfNothing(name, at: location) : .endsItsBlock(block, at: location)
    }
    return Diagnostic(
      .pageNesting, fault.problem.message, at: location,
      help: isEnd ? .forEndTag(name) : fault.problem.help)
  }

  /// The last piece before a part of the output, and the part of it that an author wrote.
  private func place(of range: Range<Int>) -> (piece: Int, written: Range<Int>?)? {
    guard let start = starts.last(where: { $0.offset <= range.lowerBound }),
      pieces.indices.contains(start.piece)
    else { return nil }
    let offset = range.lowerBound - start.offset
    let count = literals[start.piece].count
    let isWritten = offset < count
    return (start.piece, isWritten ? offset..<min(offset + range.count, count) : nil)
  }

  private func name(in tag: Range<Int>) -> String {
    let name = html[tag].drop { $0.isOne(of: "</") }.prefix { !$0.isOne(of: " \t\n/>") }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// The first piece in the same paragraph, heading or cell that begins a block, or else the piece
  /// itself.
  private func culprit(before piece: Int) -> Int {
    let block = pieces[piece].block
    let begins = pieces.indices.first {
      $0 <= piece && pieces[$0].block == block && blockTag(of: $0) != nil
    }
    return begins ?? piece
  }

  /// The first tag of a piece, where it begins a block.
  private func blockTag(of piece: Int) -> Range<Int>? {
    literals[piece].withHTMLScanner { scanner in
      guard case .startTag(let tag)? = scanner.next(), !tag.name.place.isPlain,
        tag.name.place != .void
      else { return nil }
      return tag.range
    }
  }

  private func tag(of piece: Int) -> Range<Int> {
    let literal = literals[piece]
    return blockTag(of: piece) ?? (literal.lastIndex(of: UInt8(ascii: "<")) ?? 0)..<literal.count
  }
}

extension MarkdownNode {
  /// The paragraph, heading or cell that the node is in, or itself.
  fileprivate var block: MarkdownNode {
    kind.isInline ? ancestors.first { !$0.kind.isInline } ?? self : self
  }
}

extension Diagnostic {
  fileprivate static func partOfNothing(_ name: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .pageNesting,
      "‘<\(name)>’ is not allowed by itself in a text; browsers drop or move it",
      at: location,
      help: "remove it, or write it in the element that it belongs to, such as ‘<table>’")
  }

  /// - Parameter name: of the element that Markdown made; a `div` is all of the text.
  fileprivate static func endsItsBlock(_ name: String, at location: SourceLocation) -> Self {
    if name == "div" {
      return Diagnostic(
        .pageNesting,
        "this is never closed, so browsers build a different page", at: location,
        help: "write its end tag in the same paragraph, list item or quotation")
    }
    let block =
      switch name {
      case "p": "paragraph"
      case "li": "list item"
      case "td", "th": "cell"
      case "a": "link"
      case "h1", "h2", "h3", "h4", "h5", "h6": "heading"
      default: "‘<\(name)>’"
      }
    return Diagnostic(
      .pageNesting,
      "this ends the \(block) that it is in, so browsers build a different page",
      at: location,
      help: name == "p"
        ? "write it on lines of its own, with an empty line before and after it"
        : "remove it, or write all of it in Markdown")
  }
}

extension String {
  fileprivate static func forEndTag(_ name: String) -> String {
    name == "p"
      ? "a paragraph ends where a block begins, such as a list or ‘<div>’: write ‘<div>’ and "
        + "‘</div>’ instead of ‘<p>’ and ‘</p>’, or remove both"
      : "write it in the same element as ‘<\(name)>’"
  }
}
