package import DaylightSyntax

/// Text that is looked through for markup that did not work: of a block of a page, of a picture’s
/// words, or of a field that is plain text.
package struct LeftoverText {
  /// With a line feed at the end of each line, and a placeholder for what is not text.
  private(set) var bytes: [UInt8] = []
  /// Whether nothing in it is Markdown.
  let isPlain: Bool
  /// Whether it is a cell of a table, in which there are no lists and no tables.
  let isCell: Bool
  private var segments: [Segment] = []

  private struct Segment {
    let start: Int
    let node: MarkdownNode
    /// Whether it is the text of a bare address, in which signs mean only themselves.
    let isAddress: Bool
  }

  /// A placeholder for a code span, and for anything else that is not text.
  static let code: UInt8 = 1
  static let other: UInt8 = 0

  init(plain text: String) {
    bytes = Array(text.utf8)
    isPlain = true
    isCell = false
  }

  /// The words of a picture.
  package init(image: MarkdownNode) {
    isPlain = false
    isCell = true
    image.walk { node, kind, isEntering in
      if isEntering, node != image { append(node, kind, inAddress: false) }
    }
  }

  /// Also collects the pictures in the block, whose words are not part of its text.
  package init(block: MarkdownNode, images: inout [MarkdownNode]) {
    isPlain = false
    isCell = block.kind == .tableCell
    var address: MarkdownNode?
    var image: MarkdownNode?
    var found: [MarkdownNode] = []
    block.walk { node, kind, isEntering in
      if kind == .image {
        if isEntering, image == nil {
          image = node
          found.append(node)
          bytes.append(Self.other)
        } else if node == image {
          image = nil
        }
      } else if kind == .link {
        address = isEntering && node.isBareAddress ? node : nil
      } else if isEntering, image == nil, node != block {
        append(node, kind, inAddress: address != nil)
      }
    }
    images += found
  }

  private mutating func append(_ node: MarkdownNode, _ kind: MarkdownKind, inAddress: Bool) {
    switch kind {
    case .text:
      // A tag that was turned into text has a finding of its own, and no place.
      let isTag = node.position == nil && node.literal.first == UInt8(ascii: "<")
      segments.append(Segment(start: bytes.count, node: node, isAddress: inAddress || isTag))
      bytes.append(contentsOf: node.literal)
    case .softBreak, .lineBreak: bytes.append(UInt8(ascii: "\n"))
    case .code: bytes.append(Self.code)
    case .emphasis, .strong, .strikethrough, .link: break
    default: bytes.append(Self.other)
    }
  }

  private func segment(at offset: Int) -> Int? {
    segments.lastIndex { $0.start <= offset && offset < $0.start + $0.node.literal.count }
  }

  /// What was found in the text and was not written so on purpose.
  package func leftovers() -> [Leftover] {
    var origins: [Int: TextOrigin] = [:]
    func origin(of offset: Int) -> (origin: TextOrigin, index: Int)? {
      guard let number = segment(at: offset) else { return nil }
      let origin = origins[number] ?? TextOrigin(of: segments[number].node)
      origins[number] = origin
      return (origin, offset - segments[number].start)
    }
    func isMeant(_ leftover: Leftover) -> Bool {
      [leftover.range.lowerBound, leftover.sign].contains { offset in
        if let number = segment(at: offset), segments[number].isAddress { return true }
        guard let (origin, index) = origin(of: offset) else { return false }
        return leftover.kind.isOfEntities ? origin.isEscaped(index) : origin.isOnPurpose(index)
      }
    }
    let reader = LeftoverReader(bytes: bytes, isPlain: isPlain, isCell: isCell)
    return reader.leftovers().compactMap { leftover in
      if isMeant(leftover) { return nil }
      var leftover = leftover
      leftover.start = origin(of: leftover.range.lowerBound).flatMap {
        $0.origin.position(of: $0.index)
      }
      let last = origin(of: leftover.range.upperBound - 1)
      leftover.end = last.flatMap { $0.origin.position(of: $0.index + 1) }
      return leftover
    }
  }

  /// Where a leftover without a position is searched for: the node it is in.
  package func place(of leftover: Leftover) -> SourcePosition? {
    segment(at: leftover.range.lowerBound).map { segments[$0].node.place }
  }

  package func quoted(_ range: Range<Int>) -> String {
    let text = bytes[range].map { $0 == UInt8(ascii: "\n") || $0 < 2 ? UInt8(ascii: " ") : $0 }
    let whole = String(decoding: text, as: UTF8.self)
    return whole.unicodeScalars.count > 60
      ? String(String.UnicodeScalarView(whole.unicodeScalars.prefix(59))) + "…" : whole
  }
}

/// A part of a text that looks like markup but is not.
package struct Leftover {
  package let kind: LeftoverKind
  package let range: Range<Int>
  /// The byte, other than the first, before which a backslash shows that it is meant to be seen.
  let sign: Int
  /// The position in the file, if it is certain.
  package var start: SourcePosition?
  package var end: SourcePosition?

  init(_ kind: LeftoverKind, _ range: Range<Int>, sign: Int? = nil) {
    self.kind = kind
    self.range = range
    self.sign = sign ?? range.lowerBound
  }
}

extension MarkdownNode {
  /// Whether a link was made of an address in the text.
  fileprivate var isBareAddress: Bool {
    guard let text = firstChild, text.kind == .text, text.next == nil else { return false }
    return url.count >= text.literal.count
      && url.suffix(text.literal.count).elementsEqual(text.literal)
  }
}
