internal import CCMarkGFM

// cmark strips the indentation of a paragraph's later lines, and link definitions before its text,
// and then counts as if they had never been there. The positions here are corrected from the
// source.
extension MarkdownNode {
  /// The start of the node in the file. Nil if cmark has none (0:0): soft breaks, most bare
  /// addresses, and nodes created later.
  package var position: SourcePosition? {
    if !source.pointee.places.isEmpty, let place = source.pointee.places[pointer] { return place }
    guard var position = inBody(cmark_node_get_start_line, cmark_node_get_start_column) else {
      return nil
    }
    if let line = firstLineInside { position.line = min(position.line, line) }
    position.line += droppedLines
    position = inFile(position)
    position.column += misplacement(at: position)
    return position
  }

  /// The line of the body on which the text of a link, picture or emphasis begins: cmark gives these
  /// the line on which they end.
  private var firstLineInside: Int? {
    switch kind {
    case .link, .image, .emphasis, .strong, .strikethrough:
      guard var leaf = firstChild else { return nil }
      while let child = leaf.firstChild { leaf = child }
      return leaf.inBody(cmark_node_get_start_line, cmark_node_get_start_column)?.line
    default: return nil
    }
  }

  /// The first byte after the node; nil if cmark has none. A list or item that is followed by a
  /// blank line ends there, at column 1.
  ///
  /// Not reliable for a text node before a bare address: it ends where it did before the address
  /// was found.
  package var end: SourcePosition? {
    guard var position = inBody(cmark_node_get_end_line, cmark_node_get_end_column) else {
      return nil
    }
    position.column += 1
    if kind.isInline { position.line += droppedLines }
    return inFile(position)
  }

  /// The best position for a diagnostic: its own, otherwise the end of the previous sibling,
  /// otherwise that of its parent.
  package var place: SourcePosition {
    var node = self
    while true {
      if let position = node.position ?? node.placeBesideSiblings { return position }
      guard let parent = node.parent else {
        return SourcePosition(line: source.pointee.firstLine, column: 1)
      }
      node = parent
    }
  }

  /// Computed from the nearest previous sibling that has a position, across line breaks.
  var placeBesideSiblings: SourcePosition? {
    var width = 0
    var breaks = 0
    var sibling = previous
    for _ in 0..<Self.searchLimit {
      guard let earlier = sibling else { return nil }
      let length = earlier.lengthInSource
      if earlier.kind == .softBreak || earlier.kind == .lineBreak {
        breaks += 1
      } else if let start = earlier.position {
        if breaks == 0 {
          return SourcePosition(line: start.line, column: start.column + width + (length ?? 0))
        }
        let line = (earlier.end ?? start).line + breaks
        let content = contentStart(ofLine: line - source.pointee.firstLine + 1) ?? 0
        return SourcePosition(line: line, column: content + 1 + width)
      } else if breaks == 0 {
        guard let length else { return nil }
        width += length
      }
      sibling = earlier.previous
    }
    return nil
  }

  /// The most siblings or lines searched, which bounds the cost in a hostile text.
  private static let searchLimit = 200

  /// The length of a text or bare address in the source, if it was written without escapes.
  var lengthInSource: Int? {
    switch kind {
    case .text: literal.count
    case .link where position == nil || isMisplacedAddress: firstChild?.literal.count
    default: nil
    }
  }

  /// The number of bytes by which the column is too small.
  ///
  /// cmark puts an address that begins with `www.`, and its text, one byte too early, and backticks
  /// that open no code at their end.
  private func misplacement(at position: SourcePosition) -> Int {
    switch kind {
    case .link:
      return isMisplacedAddress ? 1 : 0
    case .text:
      if let parent, parent.isMisplacedAddress, parent.firstChild == self { return 1 }
      let ticks = literal.prefix { $0 == UInt8(ascii: "`") }
      guard !ticks.isEmpty, let offset = source.pointee.offset(of: position),
        offset >= ticks.count,
        source.pointee.body[(offset - ticks.count)...].starts(with: ticks)
      else { return 0 }
      return -ticks.count
    default:
      return 0
    }
  }

  /// The text of any other link begins after the link itself.
  private var isMisplacedAddress: Bool {
    guard cmark_node_get_type(pointer) == CMARK_NODE_LINK, let child = firstChild else {
      return false
    }
    return cmark_node_get_start_line(pointer) > 0
      && cmark_node_get_start_column(pointer) == cmark_node_get_start_column(child.pointer)
      && cmark_node_get_start_line(pointer) == cmark_node_get_start_line(child.pointer)
      && child.literal.first.map { $0 | 0x20 } == UInt8(ascii: "w")
  }

  private func inBody(
    _ line: (OpaquePointer?) -> Int32, _ column: (OpaquePointer?) -> Int32
  ) -> SourcePosition? {
    let position = SourcePosition(line: Int(line(pointer)), column: Int(column(pointer)))
    return position.line > 0 ? position : nil
  }

  private func inFile(_ position: SourcePosition) -> SourcePosition {
    SourcePosition(
      line: position.line + source.pointee.firstLine - 1,
      column: max(1, position.column + indentation(ofLine: position.line)))
  }

  /// The number of lines of link definitions before the text of the node's paragraph.
  private var droppedLines: Int {
    guard let paragraph = kind.isInline ? ancestors.first(where: { !$0.kind.isInline }) : self,
      paragraph.kind == .paragraph || paragraph.kind == .heading,
      let start = paragraph.inBody(cmark_node_get_start_line, cmark_node_get_start_column),
      source.pointee.line(start.line).dropFirst(max(0, start.column - 1)).first == UInt8(ascii: "[")
    else { return 0 }
    var leaf = paragraph
    while let child = leaf.firstChild { leaf = child }
    guard let text = leaf.inBody(cmark_node_get_start_line, cmark_node_get_start_column),
      let last = paragraph.inBody(cmark_node_get_end_line, cmark_node_get_end_column),
      last.line > text.line
    else { return 0 }
    let literal = leaf.literal
    for line in text.line...min(last.line, text.line + Self.searchLimit) {
      let column = text.column + leaf.indentation(ofLine: line)
      if source.pointee.line(line).dropFirst(max(0, column - 1)).starts(with: literal) {
        return line - text.line
      }
    }
    return 0
  }

  /// The number of bytes by which the content of a paragraph's later line is indented relative to
  /// its first.
  private func indentation(ofLine line: Int) -> Int {
    guard kind.isInline, let block = ancestors.first(where: { !$0.kind.isInline }),
      let first = block.inBody(cmark_node_get_start_line, cmark_node_get_start_column),
      first.line < line, let start = contentStart(ofLine: line)
    else { return 0 }
    return start - (first.column - 1)
  }

  /// The number of bytes of indentation and quotation markers at the start of a paragraph's later
  /// line.
  private func contentStart(ofLine line: Int) -> Int? {
    guard line <= source.pointee.lineCount else { return nil }
    var quotes = ancestors.count { $0.kind == .blockQuote }
    var start = 0
    for byte in source.pointee.line(line) {
      if byte == UInt8(ascii: ">"), quotes > 0 {
        quotes -= 1
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
        break
      }
      start += 1
    }
    return start
  }
}
