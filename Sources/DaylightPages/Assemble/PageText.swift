import DaylightModel
import DaylightSyntax

/// The text of a page, joined from its nodes: paragraph by paragraph, heading by heading, table
/// cell by table cell.
///
/// A phrase can span several nodes, because of markup or the end of a line. The passes that read
/// text read this, and return to the nodes through the segments. All blocks are in one array with
/// NUL between them, so that one search covers them all.
struct PageText {
  /// The text, with a line feed where a line of the source ends, and NUL, which no phrase crosses,
  /// between blocks and for what is not text: a picture, a number of a source or footnote.
  private(set) var bytes: [UInt8] = []
  private(set) var segments: [Segment] = []
  /// In reading order.
  private(set) var blocks: [TextBlock] = []
  private(set) var words = WordStarts()
  private(set) var hasDigits = false
  /// Where it uses words of the glossary, in text order.
  private(set) var termUses: [(term: TermID, range: Range<Int>)] = []

  /// A run of the text that came from one node.
  struct Segment {
    let start: Int
    let node: MarkdownNode
    /// Whether a glossary link is allowed here: not within a link, code or a picture.
    let isLinkable: Bool
  }

  func end(ofSegment number: Int, in block: TextBlock) -> Int {
    number + 1 < block.segments.upperBound ? segments[number + 1].start : block.bytes.upperBound
  }

  /// The segment of a block that a byte of the text belongs to.
  func segment(at offset: Int, in block: TextBlock) -> Int? {
    var low = block.segments.lowerBound
    var high = block.segments.upperBound
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > block.segments.lowerBound ? low - 1 : nil
  }

  /// The place in the file of a run of the text of a block.
  func location(of range: Range<Int>, in block: TextBlock, path: String) -> SourceLocation {
    let start = position(of: range.lowerBound, in: block)
    var end = position(of: max(range.lowerBound, range.upperBound - 1), in: block)
    end.column += 1
    return SourceLocation(path: path, start: start, end: max(start, end))
  }

  /// The run of italics that a byte of the text of a block is in.
  func italics(at offset: Int, in block: TextBlock) -> Range<Int>? {
    guard let number = segment(at: offset, in: block),
      let emphasis = segments[number].node.emphasis
    else { return nil }
    var (first, last) = (number, number)
    while first > block.segments.lowerBound, segments[first - 1].node.emphasis == emphasis {
      first -= 1
    }
    while last + 1 < block.segments.upperBound, segments[last + 1].node.emphasis == emphasis {
      last += 1
    }
    return segments[first].start..<end(ofSegment: last, in: block)
  }

  private func position(of offset: Int, in block: TextBlock) -> SourcePosition {
    guard let number = segment(at: offset, in: block) else {
      return SourcePosition(line: 1, column: 1)
    }
    let segment = segments[number]
    guard segment.node.kind == .text else { return segment.node.place }
    return segment.node.position(ofByte: offset - segment.start) ?? segment.node.place
  }
}

extension PageText {
  /// Reads a tree, without the words of pictures and raw HTML, and replaces what was read before.
  mutating func read(_ tree: MarkdownTree, of assembly: borrowing Assembly) {
    bytes.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    let isChecklist = assembly.entry.kind.traits.isChecklist
    let callouts = assembly.callouts
    let sealed = assembly.sealed
    let citations = assembly.citations
    var setting = TextBlock.Setting()
    var headings = 0
    var unlinkable = 0
    var leads: [Int?] = []
    tree.walk { node, kind, isEntering in
      switch kind {
      case .htmlInline:
        // A link that an author wrote as HTML.
        if node.literal.opens("<a") { unlinkable += 1 }
        if node.literal.opens("</a"), unlinkable > 0 { unlinkable -= 1 }
        append(node, kind, isLinkable: false)
      case .text, .code, .softBreak, .lineBreak, .footnoteReference:
        append(node, kind, isLinkable: unlinkable == 0)
      case .tableRow: setting.row = isEntering ? node.place.line : nil
      case .list:
        if isEntering {
          leads.append(setting.lead)
          if node.previous?.kind == .paragraph { setting.lead = blocks.indices.last }
        } else {
          setting.lead = leads.popLast() ?? nil
        }
      case .paragraph, .heading, .tableCell:
        guard isEntering else { return }
        if kind == .heading {
          setting.heading = headings
          headings += 1
        }
        var own = setting
        own.isHeading = kind == .heading
        own.isTableHead = kind == .tableCell && node.parent?.isHeaderRow == true
        begin(own)
      case .blockQuote:
        if let callout = callouts[node] {
          setting.enter(callout, isInside: isEntering)
        } else {
          setting.isQuotation =
            isEntering
            || node.ancestors.contains { $0.kind == .blockQuote && callouts[$0] == nil }
        }
      case .taskItem: setting.isChecklistItem = isEntering && isChecklist
      case .link, .image: unlinkable += isEntering ? 1 : -1
      case .customInline:
        if sealed.contains(node) { unlinkable += isEntering ? 1 : -1 }
        guard isEntering else { return }
        append(node, kind, isLinkable: false)
        if citations.contains(node) { cite() }
      default: break
      }
    }
    endBlock()
    let bytes = bytes
    hasDigits = bytes.withUnsafeBufferPointer { $0.hasDigits }
    words.read(bytes.span, spelling: assembly.index.glossary.spelling)
    termUses.removeAll(keepingCapacity: true)
    let glossary = assembly.index.glossary
    guard !glossary.terms.isEmpty else { return }
    var uses = termUses
    glossary.forEachUse(in: bytes.span, from: words) { uses.append(($0, $1)) }
    termUses = uses
  }

  private mutating func begin(_ setting: TextBlock.Setting) {
    endBlock()
    if !blocks.isEmpty { bytes.append(0) }
    blocks.append(
      TextBlock(
        bytes: bytes.count..<bytes.count, segments: segments.count..<segments.count,
        setting: setting))
  }

  private mutating func endBlock() {
    guard let last = blocks.indices.last else { return }
    blocks[last].bytes = blocks[last].bytes.lowerBound..<bytes.count
    blocks[last].segments = blocks[last].segments.lowerBound..<segments.count
  }

  /// Remembers that the last mark cites something.
  private mutating func cite() {
    if let last = blocks.indices.last { blocks[last].citations.append(bytes.count - 1) }
  }

  private mutating func append(_ node: MarkdownNode, _ kind: MarkdownKind, isLinkable: Bool) {
    if blocks.isEmpty { return }
    segments.append(
      Segment(start: bytes.count, node: node, isLinkable: isLinkable && kind != .code))
    switch kind {
    case .text, .code: bytes.append(contentsOf: node.literal)
    case .softBreak, .lineBreak: bytes.append(UInt8(ascii: "\n"))
    default: bytes.append(0)
    }
  }
}

extension MarkdownNode {
  /// The innermost italics around it.
  fileprivate var emphasis: MarkdownNode? { ancestors.first { $0.kind == .emphasis } }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a tag of this name is all that the HTML is.
  fileprivate func opens(_ tag: String) -> Bool {
    let length = tag.utf8.count
    guard count > length, self[..<length].map(\.asciiLowercased).elementsEqual(tag.utf8) else {
      return false
    }
    return self[length] <= UInt8(ascii: " ") || self[length] == UInt8(ascii: ">")
  }
}

extension TextBlock.Setting {
  fileprivate mutating func enter(_ callout: CalloutKind, isInside: Bool) {
    isCallout = isInside
    if callout == .help { isHelpCallout = isInside }
    if callout == .safety { isSafetyCallout = isInside }
  }
}
