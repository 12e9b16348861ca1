/// `[!WORD]`, with which a callout begins.
package struct CalloutMarker: Sendable, Hashable {
  package let word: String
  /// Its length in bytes, including a colon, or the `+` or `-` with which other programs make it
  /// collapsible.
  package let length: Int
  /// The number of blanks after it.
  package let gap: Int
}

extension MarkdownNode {
  /// The marker that this text begins with, unless it is escaped with a backslash.
  package var calloutMarker: CalloutMarker? {
    let text = literal
    guard text.first == UInt8(ascii: "["), let end = text.firstIndex(of: UInt8(ascii: "]")),
      !isEscaped(0)
    else { return nil }
    let inside = text[1..<end].drop { $0 == UInt8(ascii: " ") }
    guard inside.first == UInt8(ascii: "!"), !isEscaped(inside.startIndex) else { return nil }
    let word = String(decoding: inside.dropFirst(), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard word.first?.isLetter == true else { return nil }
    var length = end + 1
    if length < text.count, text[length].isOne(of: "+-:"),
      length + 1 == text.count || text[length + 1] == UInt8(ascii: " ")
    {
      length += 1
    }
    // ‘[!NOTE]]’ is misspelt.
    if length < text.count, text[length].isOne(of: "])}") { return nil }
    let gap = text[length...].prefix { $0 <= UInt8(ascii: " ") }.count
    return CalloutMarker(word: word, length: length, gap: gap)
  }

  /// The marker that this quotation begins with in the source, if it became part of a link.
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

  /// Whether this node contains anything visible.
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
