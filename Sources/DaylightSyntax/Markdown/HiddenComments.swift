/// Finds the comments that cmark-gfm would show to readers, and makes a text in which it omits
/// them.
///
/// In a paragraph, cmark recognises a comment only if it contains no `--`, but browsers, editors
/// and people accept others: `<!-- a -- b -->`, `<!-->`, `<!-- a --!>`. Each of these becomes an
/// empty tag or an empty instruction with the same number of bytes and lines, so that no position
/// changes. cmark decides what is code: only what it treated as text is hidden, and the text is
/// then parsed again.
struct HiddenComments {
  /// The text as written.
  private let original: UnsafeBufferPointer<UInt8>
  private let firstLine: Int
  private var ranges: [Range<Int>] = []
  /// Those that reach into another block, so that no tag can replace them.
  private var divided: [Range<Int>] = []

  private init(_ original: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.original = original
    self.firstLine = firstLine
  }

  /// Parses a text as `MarkdownTree.withTree` does, with its comments hidden.
  static func withTree<Result>(
    parsing body: UnsafeBufferPointer<UInt8>, firstLine: Int, _ work: (MarkdownTree) -> Result
  ) -> Result {
    MarkdownTree.withTree(parsing: body, firstLine: firstLine) { tree in
      guard body.hasCommentOpening else { return work(tree) }
      return Self(body, firstLine: firstLine).read(tree, rounds: 8, work)
    }
  }

  /// Hides the comments that a tree shows, until there are no more that can be hidden.
  private func read<Result>(
    _ tree: MarkdownTree, rounds: Int, _ work: (MarkdownTree) -> Result
  ) -> Result {
    tree.joinText()
    var next = self
    for range in tree.shownComments()
    where !divided.contains(range) && !next.ranges.contains(where: range.overlaps) {
      next.ranges.append(range)
    }
    if tree.count(of: Self.isPlaceholder) < ranges.count {
      next.divided += ranges.filter { original[$0].contains(UInt8(ascii: "\n")) }
      next.ranges.removeAll { next.divided.contains($0) }
    }
    if next.ranges == ranges || rounds == 0 {
      tree.root.source.pointee.hiddenComments = ranges.sorted { $0.lowerBound < $1.lowerBound }.map
      {
        RawHTML.Fragment(
          text: Array(original[$0]), position: tree.root.source.pointee.position(at: $0.lowerBound))
      }
      return work(tree)
    }
    return next.text.withUnsafeBufferPointer { text in
      MarkdownTree.withTree(parsing: text, firstLine: firstLine) {
        next.read($0, rounds: rounds - 1, work)
      }
    }
  }

  private var text: [UInt8] {
    var text = Array(original)
    for range in ranges { Self.replace(range, of: &text) }
    return text
  }

  /// Replaces a comment that is followed by text on its line with `<x-aa aa/>`, and any other with
  /// `<?aa?>`, which may be a block.
  private static func replace(_ range: Range<Int>, of text: inout [UInt8]) {
    let isLast = text[range.upperBound...].prefix { $0 != UInt8(ascii: "\n") }
      .allSatisfy { $0 <= UInt8(ascii: " ") }
    var isIndentation = false
    for index in range {
      switch text[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isIndentation = true
      case UInt8(ascii: " ") where isIndentation, UInt8(ascii: "\t") where isIndentation,
        UInt8(ascii: ">") where isIndentation:
        break
      default:
        text[index] = UInt8(ascii: "a")
        isIndentation = false
      }
    }
    let (start, end) = isLast ? ("<?", "?>") : ("<x-", "/>")
    for (index, byte) in start.utf8.enumerated() { text[range.lowerBound + index] = byte }
    for (index, byte) in end.utf8.enumerated() { text[range.upperBound - 2 + index] = byte }
  }

  /// Whether raw HTML is only a placeholder written by `replace`.
  static func isPlaceholder(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    let html = html.drop { $0 <= UInt8(ascii: " ") }
    guard html.starts(with: "<x-".utf8) || html.starts(with: "<?a".utf8) else { return false }
    return html.allSatisfy { $0 <= UInt8(ascii: " ") || $0.isOne(of: "<?x-a/>") }
  }
}

extension MarkdownTree {
  /// Like `withTree`, but omits everything that a browser or a person would consider a comment, as
  /// long as it stays within its block. `commentMarks` reports the others.
  package static func withContent<Result>(
    parsing body: UnsafeBufferPointer<UInt8>, firstLine: Int = 1, _ work: (MarkdownTree) -> Result
  ) -> Result {
    HiddenComments.withTree(parsing: body, firstLine: firstLine, work)
  }

  fileprivate func count(of isWanted: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int {
    var count = 0
    walk { node, kind, isEntering in
      guard isEntering, kind == .htmlInline || kind == .htmlBlock else { return }
      if isWanted(node.literal) { count += 1 }
    }
    return count
  }

  /// The byte ranges of comments in text, or before text in a block of HTML.
  fileprivate func shownComments() -> [Range<Int>] {
    var found: [Range<Int>] = []
    walk { node, kind, isEntering in
      guard isEntering else { return }
      switch kind {
      case .text: found += commentsAsText(of: node)
      case .htmlBlock: found += commentsBeforeText(of: node)
      default: break
      }
    }
    return found
  }

  private func commentsAsText(of node: MarkdownNode) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let literal = node.literal
    var next = literal.offset(of: UInt8(ascii: "<"))
    while let index = next {
      next = literal.offset(of: UInt8(ascii: "<"), from: index + 1)
      guard literal[index...].starts(with: "<!--".utf8),
        let position = node.position(ofByte: index),
        let start = root.source.pointee.offset(of: position),
        let range = body.comment(at: start), body.isOfOneBlock(range)
      else { continue }
      found.append(range)
    }
    return found
  }

  private func commentsBeforeText(of block: MarkdownNode) -> [Range<Int>] {
    guard let position = block.position, var offset = root.source.pointee.offset(of: position)
    else { return [] }
    var found: [Range<Int>] = []
    while true {
      while offset < body.count, body[offset] == UInt8(ascii: " ") { offset += 1 }
      guard let range = body.comment(at: offset) else { break }
      found.append(range)
      offset = range.upperBound
    }
    guard let last = found.last else { return [] }
    if offset < body.count, body[offset] > UInt8(ascii: " ") {
      return body[offset] == UInt8(ascii: "<") ? [] : found
    }
    // For cmark, only `-->` ends the block.
    return body[..<last.upperBound].suffix(3).elementsEqual("-->".utf8) ? [] : found
  }
}

extension UnsafeBufferPointer<UInt8> {
  var hasCommentOpening: Bool {
    var next = offset(of: UInt8(ascii: "<"))
    while let index = next {
      if self[index...].starts(with: "<!--".utf8) { return true }
      next = offset(of: UInt8(ascii: "<"), from: index + 1)
    }
    return false
  }

  /// The comment that begins here, up to its end in a browser (HTML standard, 13.2.5.43 to 51).
  func comment(at start: Int) -> Range<Int>? {
    guard start < count, self[start...].starts(with: "<!--".utf8) else { return nil }
    var dash = offset(of: UInt8(ascii: "-"), from: start + 2)
    while let next = dash {
      let rest = self[(next + 1)...]
      if rest.starts(with: "->".utf8) { return start..<next + 3 }
      if next >= start + 4, rest.starts(with: "-!>".utf8) { return start..<next + 4 }
      dash = offset(of: UInt8(ascii: "-"), from: next + 1)
    }
    return nil
  }

  /// Whether a comment can be hidden: a blank line splits one that begins in a paragraph.
  fileprivate func isOfOneBlock(_ range: Range<Int>) -> Bool {
    var isBlank = false
    for byte in self[range] {
      if byte == UInt8(ascii: "\n") {
        if isBlank { return false }
        isBlank = true
      } else if byte > UInt8(ascii: " "), byte != UInt8(ascii: ">") {
        isBlank = false
      }
    }
    return true
  }
}
