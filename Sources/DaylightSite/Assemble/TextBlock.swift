import DaylightSyntax

/// The text of one paragraph, heading or table cell, joined from its nodes.
///
/// A phrase can lie in several nodes, because markup or the end of a line divides it. The passes that
/// read text read these, and come back to the nodes through the segments.
struct TextBlock {
  /// The text, with a line feed where a line of the source ends, and NUL, which no phrase crosses,
  /// for what is not text: a picture, a number of a source or footnote.
  var bytes: [UInt8] = []
  var segments: [Segment] = []
  let setting: Setting
  /// Whether a source is cited in the block.
  var hasCitation = false

  /// A run of the text that came from one node.
  struct Segment {
    let start: Int
    let node: MarkdownNode
    /// Whether a glossary link may stand here: not within a link, code or a picture.
    let isLinkable: Bool
  }

  /// What the block is part of.
  struct Setting {
    var isHeading = false
    var isQuotation = false
    var isHelpCallout = false
    var isSafetyCallout = false
    var isTableHead = false
    var isChecklistItem = false
    /// The number of the heading above, or nothing before the first.
    var heading: Int?

    var allowsGlossary: Bool {
      !isHeading && !isQuotation && !isHelpCallout && !isTableHead && !isChecklistItem
    }
  }

  func end(ofSegment number: Int) -> Int {
    number + 1 < segments.count ? segments[number + 1].start : bytes.count
  }

  /// The segment that a byte of the text belongs to.
  func segment(at offset: Int) -> Int? { segments.lastIndex { $0.start <= offset } }

  /// The place in the file of a run of the text.
  func location(of range: Range<Int>, in path: String) -> SourceLocation {
    let start = position(of: range.lowerBound)
    var end = position(of: max(range.lowerBound, range.upperBound - 1))
    end.column += 1
    return SourceLocation(path: path, start: start, end: max(start, end))
  }

  private func position(of offset: Int) -> SourcePosition {
    guard let number = segment(at: offset) else { return SourcePosition(line: 1, column: 1) }
    let segment = segments[number]
    guard segment.node.kind == .text else { return segment.node.place }
    return segment.node.position(ofByte: offset - segment.start) ?? segment.node.place
  }
}

extension TextBlock {
  /// The blocks of a tree in reading order, with the words of pictures and raw HTML left out.
  static func blocks(
    of tree: borrowing MarkdownTree, in assembly: borrowing Assembly
  ) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var setting = Setting()
    var headings = 0
    var unlinkable = 0
    for event in tree.events() {
      switch event {
      case .enter(let node):
        switch node.kind {
        case .paragraph, .heading, .tableCell:
          if node.kind == .heading {
            setting.heading = headings
            headings += 1
          }
          var own = setting
          own.isHeading = node.kind == .heading
          own.isTableHead = node.parent?.isHeaderRow == true
          blocks.append(TextBlock(setting: own))
        case .blockQuote:
          if let callout = assembly.callouts[node] {
            setting.enter(callout, isInside: true)
          } else {
            setting.isQuotation = true
          }
        case .taskItem: setting.isChecklistItem = assembly.entry.kind == .checklist
        case .link, .image: unlinkable += 1
        case .customInline:
          if assembly.sealed.contains(node) { unlinkable += 1 }
          if !blocks.isEmpty { blocks[blocks.count - 1].append(node, isLinkable: false) }
          if assembly.citations.contains(node), !blocks.isEmpty {
            blocks[blocks.count - 1].hasCitation = true
          }
        case .text, .code, .softBreak, .lineBreak, .footnoteReference, .htmlInline:
          if !blocks.isEmpty {
            blocks[blocks.count - 1].append(node, isLinkable: unlinkable == 0)
          }
        default: break
        }
      case .leave(let node):
        switch node.kind {
        case .blockQuote:
          if let callout = assembly.callouts[node] {
            setting.enter(callout, isInside: false)
          } else {
            setting.isQuotation = node.ancestors.contains {
              $0.kind == .blockQuote && assembly.callouts[$0] == nil
            }
          }
        case .taskItem: setting.isChecklistItem = false
        case .link, .image: unlinkable -= 1
        case .customInline: if assembly.sealed.contains(node) { unlinkable -= 1 }
        default: break
        }
      }
    }
    return blocks
  }

  private mutating func append(_ node: MarkdownNode, isLinkable: Bool) {
    let kind = node.kind
    segments.append(
      Segment(start: bytes.count, node: node, isLinkable: isLinkable && kind != .code))
    switch kind {
    case .text, .code: bytes += node.literal
    case .softBreak, .lineBreak: bytes.append(UInt8(ascii: "\n"))
    default: bytes.append(0)
    }
  }
}

extension TextBlock.Setting {
  fileprivate mutating func enter(_ callout: CalloutKind, isInside: Bool) {
    if callout == .help { isHelpCallout = isInside }
    if callout == .safety { isSafetyCallout = isInside }
  }
}
