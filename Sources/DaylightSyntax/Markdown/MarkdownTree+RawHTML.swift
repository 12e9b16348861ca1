internal import CCMarkGFM

extension MarkdownTree {
  /// Collects the raw HTML, removes comments from the tree and, unless tags are `allowed`, turns
  /// the rest into text, so that a reader sees the tag as written and nothing is lost.
  package func takeRawHTML(allowed: Bool = false) -> RawHTML {
    var found = RawHTML()
    guard body.has(UInt8(ascii: "<")) else { return found }
    var emptied: [MarkdownNode] = []
    for case .enter(let node) in events() where node.kind == .htmlInline || node.kind == .htmlBlock
    {
      let isHidden = HiddenComments.isPlaceholder(node.literal)
      if isHidden || found.note(node, at: node.place) {
        if let parent = node.parent, parent.kind == .paragraph { emptied.append(parent) }
        node.unlink()
      } else if node.kind == .htmlInline {
        if !allowed { node.replace(with: node.makeText(node.literal)) }
      } else if !allowed {
        let paragraph = node.makeParagraph()
        paragraph.append(node.makeText(withoutComments(node.literal)))
        node.replace(with: paragraph)
      } else {
        node.setLiteral(withoutComments(node.literal))
      }
    }
    for paragraph in emptied where paragraph.saysNothing { paragraph.unlink() }
    found.comments += root.source.pointee.hiddenComments
    found.comments.sort { $0.position < $1.position }
    return found
  }
}

extension MarkdownNode {
  /// Whether only blanks are left in a paragraph.
  fileprivate var saysNothing: Bool {
    children.allSatisfy { child in
      switch child.kind {
      case .text: child.literal.allSatisfy { $0 <= UInt8(ascii: " ") }
      case .softBreak, .lineBreak: true
      default: false
      }
    }
  }

  /// The location of a part of raw HTML.
  package func location(ofRaw range: Range<Int>, in path: String) -> SourceLocation {
    SourceLocation(
      path: path, start: position(ofRaw: range.lowerBound), end: position(ofRaw: range.upperBound))
  }

  private func position(ofRaw offset: Int) -> SourcePosition {
    let html = literal
    let lineEnd = UInt8(ascii: "\n")
    var position = place
    guard let end = html[..<offset].lastIndex(of: lineEnd) else {
      // A comment that was taken out may have been before it.
      let line = html.prefix { $0 != lineEnd }
      let column = position.column - 1
      let written = source.pointee.line(position.line - source.pointee.firstLine + 1)
      let isInPlace = written.dropFirst(column).starts(with: line)
      position.column =
        (isInPlace ? column : max(column, margin(ofLine: position.line, line)))
        + offset + 1
      return position
    }
    position.line += html[..<offset].count { $0 == lineEnd }
    let line = html[(end + 1)...].prefix { $0 != lineEnd }
    position.column = margin(ofLine: position.line, line) + offset - end
    return position
  }

  /// The number of bytes before a line of the node's raw HTML on its line of the file: the markers
  /// and blanks of the lists and quotations around it.
  fileprivate func margin(ofLine line: Int, _ content: some Collection<UInt8>) -> Int {
    let written = source.pointee.line(line - source.pointee.firstLine + 1)
    let starts = 0..<max(1, written.count - content.count + 1)
    return starts.first { written[$0...].starts(with: content) } ?? 0
  }
}

extension RawHTML {
  /// Collects the fragments of a node, and returns whether it contains only comments.
  fileprivate mutating func note(_ node: MarkdownNode, at place: SourcePosition) -> Bool {
    let html = node.literal
    var isOnlyComments = true
    var position = place
    var lineStart = 0
    var margin = place.column - 1
    func beginLine(after end: Int) {
      position.line += 1
      lineStart = end + 1
      let line = html[lineStart...].prefix { $0 != UInt8(ascii: "\n") }
      margin = node.margin(ofLine: position.line, line)
    }
    var offset = 0
    while offset < html.count {
      let byte = html[offset]
      if byte == UInt8(ascii: "\n") { beginLine(after: offset) }
      guard byte == UInt8(ascii: "<"), let fragment = fragment(of: html, at: offset) else {
        if byte > UInt8(ascii: " ") { isOnlyComments = false }
        offset += 1
        continue
      }
      position.column = margin + offset - lineStart + 1
      let text = RawHTML.Fragment(text: Array(html[fragment.range]), position: position)
      switch fragment.kind {
      case .comment: comments.append(text)
      case .unclosedComment:
        unclosedComments.append(text)
        isOnlyComments = false
      case .tag:
        tags.append(text)
        isOnlyComments = false
      }
      for inside in fragment.range where html[inside] == UInt8(ascii: "\n") {
        beginLine(after: inside)
      }
      offset = fragment.range.upperBound
    }
    return isOnlyComments
  }
}

private enum FragmentKind { case tag, comment, unclosedComment }

/// The tag or comment that begins at a `<`; nil if none does.
private func fragment(
  of html: UnsafeBufferPointer<UInt8>, at start: Int
) -> (kind: FragmentKind, range: Range<Int>)? {
  let rest = html[start...]
  if rest.starts(with: "<!--".utf8) {
    return html.comment(at: start).map { (.comment, $0) } ?? (.unclosedComment, start..<html.count)
  }
  guard start + 1 < html.count else { return nil }
  switch html[start + 1] {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"):
    let end = rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? html.count
    return (.tag, start..<end)
  default: return nil
  }
}

/// Removes comments from HTML that is printed: a browser would keep them in the page.
private func withoutComments(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var kept: [UInt8] = []
  var offset = 0
  while let open = html.offset(of: UInt8(ascii: "<"), from: offset) {
    kept += html[offset..<open]
    offset = open
    if html[open...].starts(with: "<!--".utf8) {
      // Without an end, nothing after it is a comment either.
      guard let comment = html.comment(at: open) else { break }
      offset = comment.upperBound
    } else {
      kept.append(html[open])
      offset += 1
    }
  }
  kept += html[offset...]
  while let last = kept.last, last <= UInt8(ascii: " ") { kept.removeLast() }
  return kept
}
