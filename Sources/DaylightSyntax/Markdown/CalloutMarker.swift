/// `[!WORD]`, with which a callout begins.
package struct CalloutMarker: Sendable, Hashable {
  package let word: String
  /// How many bytes it has, with a colon, or the `+` or `-` by which other programs fold it up.
  package let length: Int
  /// How many blanks follow it.
  package let gap: Int
}

extension MarkdownNode {
  /// The marker that this text begins with, unless a backslash says that it is meant to be seen.
  package var calloutMarker: CalloutMarker? {
    let text = literal
    guard text.first == UInt8(ascii: "["), let end = text.firstIndex(of: UInt8(ascii: "]")),
      !isEscaped(0)
    else { return nil }
    let inside = text[1..<end].drop { $0 == UInt8(ascii: " ") }
    guard inside.first == UInt8(ascii: "!"), !isEscaped(inside.startIndex) else { return nil }
    let word = String(decoding: inside.dropFirst(), as: UTF8.self)
      .split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    guard word.first?.isLetter == true else { return nil }
    var length = end + 1
    if length < text.count, "+-:".utf8.contains(text[length]),
      length + 1 == text.count || text[length + 1] == UInt8(ascii: " ")
    {
      length += 1
    }
    let gap = text[length...].prefix { $0 <= UInt8(ascii: " ") }.count
    return CalloutMarker(word: word, length: length, gap: gap)
  }

  /// The marker that this quotation begins with in the source, where it became part of a link.
  package func swallowedCalloutMarker(
    in path: String
  ) -> (text: String, location: SourceLocation)? {
    if let first = firstChild?.firstChild, first.kind == .text,
      first.literal.first == UInt8(ascii: "[")
    {
      return nil
    }
    guard let position, let start = source.pointee.offset(of: position) else { return nil }
    let body = source.pointee.body
    let content = body[start...].dropFirst().drop { $0 == UInt8(ascii: " ") }
    guard content.first == UInt8(ascii: "["),
      content.dropFirst().drop(while: { $0 == UInt8(ascii: " ") }).first == UInt8(ascii: "!"),
      let end = content.prefix(while: { $0 != UInt8(ascii: "\n") }).firstIndex(
        of: UInt8(ascii: "]"))
    else { return nil }
    let location = SourceLocation(
      path: path, start: source.pointee.position(at: content.startIndex),
      end: source.pointee.position(at: end + 1))
    return (String(decoding: content[...end], as: UTF8.self), location)
  }

  /// Whether there is anything in this node to be read or looked at.
  package var saysSomething: Bool {
    var says = false
    walk { node, kind, isEntering in
      switch kind {
      case .text, .code, .codeBlock, .htmlBlock, .htmlInline:
        says = says || !String(decoding: node.literal, as: UTF8.self).isBlank
      case .image: says = true
      default: break
      }
    }
    return says
  }
}

extension MarkdownTree {
  /// What looks like the marker of a callout in the text of the tree, in reading order. To be called
  /// when those that begin a callout are taken out.
  package func strayCalloutMarkers() -> [(node: MarkdownNode, bytes: Range<Int>)] {
    guard mayHaveCalloutMarker else { return [] }
    var found: [(node: MarkdownNode, bytes: Range<Int>)] = []
    walk { node, kind, isEntering in
      guard isEntering, kind == .text else { return }
      let text = node.literal
      for index in text.indices {
        guard let end = text.calloutMarker(at: index, isFirst: index == 0 && node.previous == nil),
          !(index..<index + 3).contains(where: { $0 < text.count && node.isEscaped($0) })
        else { continue }
        found.append((node, index..<end))
      }
    }
    return found
  }

  /// Whether `[` and `!`, or one of their wide forms or an entity, stand in the source.
  private var mayHaveCalloutMarker: Bool {
    let body = body
    if body.has(0xE3) || body.has(0xEF) || body.has(UInt8(ascii: "&")) { return true }
    var next = body.offset(of: UInt8(ascii: "!"))
    while let index = next {
      let before = body[..<index].last { $0 != UInt8(ascii: " ") }
      if before == UInt8(ascii: "[") { return true }
      next = body.offset(of: UInt8(ascii: "!"), from: index + 1)
    }
    return false
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The end of what looks like a marker that begins here: a word in its brackets, or without its
  /// second bracket where it is one that programs know or begins a block.
  fileprivate func calloutMarker(at start: Int, isFirst: Bool) -> Int? {
    guard let sign = skip("[", "［", from: start) ?? skip("[", "【", from: start) else { return nil }
    var index = sign
    while index < count, self[index] == UInt8(ascii: " ") { index += 1 }
    guard var end = skip("!", "！", from: index) else { return nil }
    while end < count, self[end] == UInt8(ascii: " ") { end += 1 }
    let word = self[end...].prefix { 0x61...0x7A ~= $0 | 0x20 || $0 == UInt8(ascii: "-") }
    guard !word.isEmpty else { return nil }
    end = word.endIndex
    while end < count, self[end] == UInt8(ascii: " ") { end += 1 }
    if let close = skip("]", "］", from: end) ?? skip("]", "】", from: end) { return close }
    let isKnown = knownCallouts.contains(String(decoding: word, as: UTF8.self).lowercased())
    return isKnown || isFirst ? word.endIndex : nil
  }

  private func skip(_ sign: StaticString, _ wide: StaticString, from index: Int) -> Int? {
    guard index < count else { return nil }
    if self[index] == sign.utf8Start[0] { return index + 1 }
    let isWide = (0..<3).allSatisfy { index + $0 < count && self[index + $0] == wide.utf8Start[$0] }
    return isWide ? index + 3 : nil
  }
}

/// The kinds of Daylight, GitHub, Obsidian and Docusaurus.
private let knownCallouts: Set<String> = [
  "note", "safety", "content", "help", "tip", "important", "warning", "caution", "info", "abstract",
  "summary", "todo", "success", "question", "failure", "danger", "bug", "example", "quote", "hint",
]
