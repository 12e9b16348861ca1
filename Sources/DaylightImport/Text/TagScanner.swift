import DaylightSyntax

/// Finds the tags of template languages in a text.
struct TagScanner {
  let styles: Set<ForeignTag.Style>

  /// A part of a text: words, or a tag.
  enum Piece {
    case text(String)
    case tag(ForeignTag)
  }

  /// The longest tag, in bytes.
  private static let reach = 8_000

  func pieces(of text: String) -> [Piece] {
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var start = 0
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "{") || bytes[offset] == UInt8(ascii: "<"),
        offset == 0 || bytes[offset - 1] != UInt8(ascii: "\\"),
        let (tag, end) = tag(bytes, at: offset)
      else {
        offset += 1
        continue
      }
      if offset > start {
        pieces.append(.text(String(decoding: bytes[start..<offset], as: UTF8.self)))
      }
      pieces.append(.tag(tag))
      offset = end
      start = end
    }
    if start < bytes.count {
      pieces.append(.text(String(decoding: bytes[start...], as: UTF8.self)))
    }
    return pieces
  }

  /// Whether a tag begins in a text and does not end in it.
  func isOpen(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      if let (_, end) = tag(bytes, at: offset) {
        offset = end
        continue
      }
      if begins(bytes, at: offset) { return true }
      offset += 1
    }
    return false
  }

  private func begins(_ bytes: [UInt8], at offset: Int) -> Bool {
    func has(_ text: String) -> Bool { bytes[offset...].starts(with: text.utf8) }
    if styles.contains(.hugo), has("{{<") || has("{{%") { return true }
    if styles.contains(.liquid), has("{%") { return true }
    if styles.contains(.output), has("{{") { return true }
    if styles.contains(.component), bytes[offset] == UInt8(ascii: "<") {
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      return next.isASCIICapital
    }
    return false
  }

  private func tag(_ bytes: [UInt8], at offset: Int) -> (ForeignTag, end: Int)? {
    func found(_ style: ForeignTag.Style, _ opening: String, _ closing: String) -> (
      ForeignTag, Int
    )? {
      guard styles.contains(style), bytes[offset...].starts(with: opening.utf8) else { return nil }
      let inner = offset + opening.utf8.count
      guard let end = self.end(bytes, closing, from: inner) else { return nil }
      let text = String(decoding: bytes[offset..<(end + closing.utf8.count)], as: UTF8.self)
      let inside = String(decoding: bytes[inner..<end], as: UTF8.self)
      return ForeignTag(style: style, text: text, inside: inside).map {
        ($0, end + closing.utf8.count)
      }
    }
    if bytes[offset] == UInt8(ascii: "{") {
      return found(.hugo, "{{<", ">}}") ?? found(.hugo, "{{%", "%}}")
        ?? found(.liquid, "{%", "%}") ?? found(.output, "{{", "}}")
    }
    guard styles.contains(.component), bytes[offset] == UInt8(ascii: "<") else { return nil }
    let isClosing = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "/")
    let name = offset + (isClosing ? 2 : 1)
    guard name < bytes.count, bytes[name].isASCIICapital,
      let end = componentEnd(bytes, from: name)
    else { return nil }
    let text = String(decoding: bytes[offset...end], as: UTF8.self)
    let inside = String(decoding: bytes[(offset + 1)..<end], as: UTF8.self)
    return ForeignTag(style: .component, text: text, inside: inside).map { ($0, end + 1) }
  }

  private func end(_ bytes: [UInt8], _ closing: String, from start: Int) -> Int? {
    let closing = Array(closing.utf8)
    var offset = start
    let limit = min(bytes.count, start + Self.reach)
    while offset + closing.count <= limit {
      if bytes[offset] == closing[0], bytes[offset...].starts(with: closing) { return offset }
      offset += 1
    }
    return nil
  }

  /// The `>` of a component, which is not in quotation marks or braces.
  private func componentEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    var depth = 0
    var quote: UInt8?
    var offset = start
    let limit = min(bytes.count, start + Self.reach)
    while offset < limit {
      let byte = bytes[offset]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") {
        quote = byte
      } else if byte == UInt8(ascii: "'"), depth > 0 || bytes[offset - 1] == UInt8(ascii: "=") {
        quote = byte
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
      } else if byte == UInt8(ascii: ">"), depth <= 0 {
        return offset
      }
      offset += 1
    }
    return nil
  }
}
