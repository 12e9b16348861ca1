import DaylightSyntax

/// Neighbouring texts and the line breaks between them, read as one text.
struct TextRun {
  /// With a line feed for each break.
  let bytes: [UInt8]
  private let parts: [Part]

  private struct Part {
    let node: MarkdownNode
    /// Among the bytes of the run.
    let range: Range<Int>
  }

  /// The run that a text is part of.
  init(around text: MarkdownNode) {
    var first = text
    while let previous = first.previous, previous.isPartOfRun { first = previous }
    var bytes: [UInt8] = []
    var parts: [Part] = []
    var next: MarkdownNode? = first
    while let node = next, node.isPartOfRun {
      let start = bytes.count
      if node.kind == .text {
        bytes.append(contentsOf: node.literal)
      } else {
        bytes.append(UInt8(ascii: "\n"))
      }
      parts.append(Part(node: node, range: start..<bytes.count))
      next = node.next
    }
    self.bytes = bytes
    self.parts = parts
  }

  var nodes: [MarkdownNode] { parts.map(\.node) }

  /// Whether a byte was written with a backslash before it.
  func isEscaped(_ offset: Int) -> Bool {
    guard let part = part(at: offset), part.node.kind == .text else { return false }
    return part.node.isEscaped(offset - part.range.lowerBound)
  }

  func location(of range: Range<Int>, in path: String) -> SourceLocation {
    guard let first = part(at: range.lowerBound), let last = part(at: range.upperBound - 1) else {
      return parts[0].node.location(in: path)
    }
    func bytes(of part: Part) -> Range<Int> {
      let inside = range.clamped(to: part.range)
      let start = part.range.lowerBound
      return inside.lowerBound - start..<inside.upperBound - start
    }
    let start = first.node.location(ofBytes: bytes(of: first), in: path).start
    let end = last.node.location(ofBytes: bytes(of: last), in: path).end
    return SourceLocation(path: path, start: start, end: max(start, end))
  }

  /// Replaces ranges of the run by nodes, in ascending order.
  func replace(_ stretches: [(range: Range<Int>, node: MarkdownNode)]) {
    var rest = stretches[...]
    for part in parts {
      rest = rest.drop { $0.range.upperBound <= part.range.lowerBound }
      let own = rest.prefix { $0.range.lowerBound < part.range.upperBound }
      if own.isEmpty { continue }
      guard part.node.kind == .text else {
        part.node.unlink()
        continue
      }
      var pieces: [MarkdownNode] = []
      var copied = part.range.lowerBound
      func copy(upTo end: Int) {
        let start = part.range.lowerBound
        if end > copied { pieces.append(part.node.makeText(of: copied - start..<end - start)) }
      }
      for stretch in own {
        copy(upTo: stretch.range.lowerBound)
        if part.range.contains(stretch.range.lowerBound) { pieces.append(stretch.node) }
        copied = min(stretch.range.upperBound, part.range.upperBound)
      }
      copy(upTo: part.range.upperBound)
      part.node.replace(with: pieces)
    }
  }

  private func part(at offset: Int) -> Part? {
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < parts.count ? parts[low] : nil
  }
}

extension MarkdownNode {
  fileprivate var isPartOfRun: Bool { kind == .text || kind == .softBreak || kind == .lineBreak }
}
