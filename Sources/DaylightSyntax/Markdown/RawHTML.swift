internal import CCMarkGFM

/// The raw HTML of a text: what an author may not write, and the comments that overrides live in.
package struct RawHTML: Sendable, Hashable {
  package var tags: [Fragment] = []
  package var comments: [Fragment] = []
  /// A comment that is never closed: what follows it, often the rest of the page, is part of it.
  package var unclosedComments: [Fragment] = []

  package init() {}

  package struct Fragment: Sendable, Hashable {
    /// As written: `<b class="x">`, `<!-- allow: … -->`.
    package var text: [UInt8]
    package var position: SourcePosition
  }
}

extension MarkdownTree {
  /// Lists the raw HTML, takes comments out of the tree and, unless tags are `allowed`, turns the
  /// rest into text, so that a reader sees the tag as it was written and nothing is lost.
  package func takeRawHTML(allowed: Bool = false) -> RawHTML {
    var found = RawHTML()
    guard body.has(UInt8(ascii: "<")) else { return found }
    for case .enter(let node) in events() {
      switch node.kind {
      case .htmlInline:
        if found.note(node, at: node.place) {
          node.unlink()
        } else if !allowed {
          node.replace(with: CollectionOfOne(node.makeText(node.literal)))
        }
      case .htmlBlock:
        if found.note(node, at: node.place) {
          node.unlink()
        } else if !allowed {
          let paragraph = node.makeParagraph()
          paragraph.append(node.makeText(withoutComments(node.literal)))
          node.replace(with: CollectionOfOne(paragraph))
        }
      default: break
      }
    }
    return found
  }
}

extension RawHTML {
  /// Lists what is in a node, and answers whether it is nothing but comments.
  fileprivate mutating func note(_ node: MarkdownNode, at place: SourcePosition) -> Bool {
    let html = node.literal
    var isOnlyComments = true
    var position = place
    var lineStart = 0
    var offset = 0
    while offset < html.count {
      let byte = html[offset]
      if byte == UInt8(ascii: "\n") {
        position.line += 1
        lineStart = offset + 1
      }
      guard byte == UInt8(ascii: "<"), let fragment = fragment(of: html, at: offset) else {
        if byte > UInt8(ascii: " ") { isOnlyComments = false }
        offset += 1
        continue
      }
      // Later lines of a block in a list or quotation are placed as if they began at the margin.
      position.column = lineStart == 0 ? place.column + offset : offset - lineStart + 1
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
        position.line += 1
        lineStart = inside + 1
      }
      offset = fragment.range.upperBound
    }
    return isOnlyComments
  }
}

private enum FragmentKind { case tag, comment, unclosedComment }

/// The tag or comment that begins at a `<`, or nil when it begins none.
private func fragment(
  of html: UnsafeBufferPointer<UInt8>, at start: Int
) -> (kind: FragmentKind, range: Range<Int>)? {
  let rest = html[start...]
  if rest.starts(with: "<!--".utf8) {
    var offset = start + 4
    while offset < html.count {
      if html[offset...].starts(with: "-->".utf8) { return (.comment, start..<offset + 3) }
      offset += 1
    }
    return (.unclosedComment, start..<html.count)
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

private func withoutComments(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var kept: [UInt8] = []
  var offset = 0
  while offset < html.count {
    if html[offset] == UInt8(ascii: "<"), let found = fragment(of: html, at: offset),
      found.kind == .comment
    {
      offset = found.range.upperBound
    } else {
      kept.append(html[offset])
      offset += 1
    }
  }
  while let last = kept.last, last <= UInt8(ascii: " ") { kept.removeLast() }
  return kept
}
