import DaylightModel
import DaylightSyntax

/// A place in the text of a page that opens the definition of a term.
struct GlossaryLink {
  let range: Range<Int>
  let span: Span
  /// The number of the block it is in.
  let block: Int
  let term: TermID

  /// The siblings in the tree that a link encloses. Each end is a text that contains part of the
  /// phrase, or an emphasis that is entirely in the phrase.
  struct Span {
    private(set) var first: MarkdownNode
    private(set) var last: MarkdownNode
    let segments: ClosedRange<Int>

    /// What a link around a phrase would enclose; nil if it would cut an emphasis in two.
    init?(of range: Range<Int>, in block: TextBlock, of text: PageText) {
      guard let first = text.segment(at: range.lowerBound, in: block),
        let last = text.segment(at: range.upperBound - 1, in: block),
        text.segments[first...last].allSatisfy(\.isLinkable)
      else { return nil }
      self.first = text.segments[first].node
      self.last = text.segments[last].node
      segments = first...last
      if first == last || self.first.parent == self.last.parent { return }
      guard climb(round: range, in: block, of: text) else { return nil }
    }

    /// Goes up from both ends to siblings in the tree; false if that would cut an emphasis in two.
    private mutating func climb(
      round range: Range<Int>, in block: TextBlock, of text: PageText
    ) -> Bool {
      let above = Array(self.last.ancestors)
      guard let common = self.first.ancestors.first(where: above.contains) else { return false }
      while let parent = self.first.parent, parent != common { self.first = parent }
      while let parent = self.last.parent, parent != common { self.last = parent }
      let (first, last) = (segments.lowerBound, segments.upperBound)
      func isInside(_ segment: Int, _ node: MarkdownNode) -> Bool {
        block.segments.contains(segment) && text.segments[segment].node.ancestors.contains(node)
      }
      let cutsFirst =
        isInside(first, self.first)
        && (range.lowerBound > text.segments[first].start || isInside(first - 1, self.first))
      let cutsLast =
        isInside(last, self.last)
        && (range.upperBound < text.end(ofSegment: last, in: block)
          || isInside(last + 1, self.last))
      return !cutsFirst && !cutsLast
    }

    /// Whether the phrase is in a single text.
    var isSimple: Bool { segments.count == 1 }
  }
}

extension GlossaryLink {
  /// Puts the links of a page, which are in the order of its text, into the tree.
  static func insert(
    _ links: [GlossaryLink], into text: PageText, _ openings: [[UInt8]], _ html: inout [UInt8]
  ) {
    var start = 0
    while start < links.count {
      let block = links[start].block
      var end = start
      while end < links.count, links[end].block == block { end += 1 }
      let own = links[start..<end]
      if own.allSatisfy(\.span.isSimple) {
        print(own, in: text.blocks[block], of: text, openings, &html)
      } else {
        // The last first, so that offsets before it stay true.
        for link in own.reversed() { link.insert(into: text, openings) }
      }
      start = end
    }
  }

  /// Replaces each text that contains links by finished HTML: most links do not cross markup, and
  /// one node is faster to make than three for each link.
  private static func print(
    _ links: ArraySlice<GlossaryLink>, in block: TextBlock, of text: PageText,
    _ openings: [[UInt8]], _ html: inout [UInt8]
  ) {
    let bytes = text.bytes.span
    var next = links.startIndex
    while next < links.endIndex {
      let segment = links[next].span.segments.lowerBound
      html.removeAll(keepingCapacity: true)
      var copied = text.segments[segment].start
      while next < links.endIndex, links[next].span.segments.lowerBound == segment {
        let link = links[next]
        HTMLEscaper.append(bytes.extracting(copied..<link.range.lowerBound), to: &html)
        html += openings[link.term.number]
        HTMLEscaper.append(bytes.extracting(link.range), to: &html)
        html += closing
        copied = link.range.upperBound
        next += 1
      }
      let end = text.end(ofSegment: segment, in: block)
      HTMLEscaper.append(bytes.extracting(copied..<end), to: &html)
      let node = text.segments[segment].node
      node.replace(with: node.makeCustomInline(enter: html))
    }
  }

  private static let closing = Array("</button>".utf8)

  /// Inserts one link into the tree, around all nodes that its phrase crosses.
  private func insert(into text: PageText, _ openings: [[UInt8]]) {
    let first = text.segments[span.segments.lowerBound]
    let last = text.segments[span.segments.upperBound]
    let anchor = first.node.makeCustomInline(enter: openings[term.number], exit: Self.closing)
    var (start, end) = (span.first, span.last)
    // What follows the phrase in its last node becomes a node of its own.
    let cut = range.upperBound - last.start
    if last.node.kind == .text, cut < last.node.literal.count {
      let bytes = Array(last.node.literal)
      let rest = last.node.makeText(bytes[cut...])
      rest.insert(after: last.node)
      last.node.setLiteral(bytes[..<cut])
    }
    let lead = range.lowerBound - first.start
    if lead > 0 {
      let bytes = Array(first.node.literal)
      let phrase = first.node.makeText(bytes[lead...])
      phrase.insert(after: first.node)
      first.node.setLiteral(bytes[..<lead])
      if end == first.node { end = phrase }
      start = phrase
    }
    start.wrap(through: end, in: anchor)
  }
}
