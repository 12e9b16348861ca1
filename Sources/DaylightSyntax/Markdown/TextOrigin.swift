/// The position in the source of each byte of a text node, and whether it was written literally,
/// with a backslash or as an entity.
///
/// Computed once per node, in one pass, so that many bytes can be looked up.
package struct TextOrigin {
  private let node: MarkdownNode
  /// For each byte of the text, as far as it is certain: the offset in the body, or its complement
  /// if the byte was not written literally.
  private var offsets: [Int] = []
  /// The end of the last of them.
  private var end = 0

  package init(of node: MarkdownNode) {
    self.node = node
    guard let position = node.position, let start = node.source.pointee.offset(of: position) else {
      return
    }
    let written = node.source.pointee.body
    let literal = node.literal
    var offset = start
    offsets.reserveCapacity(literal.count)
    while offsets.count < literal.count, offset < written.count {
      let byte = literal[offsets.count]
      if written[offset] == UInt8(ascii: "\\"), offset + 1 < written.count,
        written[offset + 1] == byte, byte.isASCIIPunctuation
      {
        offsets.append(~offset)
        offset += 2
      } else if let entity = entity(written[offset...]),
        literal[offsets.count...].starts(with: entity.characters)
      {
        for _ in entity.characters { offsets.append(~offset) }
        offset += entity.length
      } else if written[offset] == byte {
        offsets.append(offset)
        offset += 1
      } else {
        break
      }
    }
    end = offset
  }

  /// The position of a byte in the source; nil if it is uncertain. The end of the text counts as a
  /// byte.
  package func position(of index: Int) -> SourcePosition? {
    if index == offsets.count, index == node.literal.count {
      return node.source.pointee.position(at: end)
    }
    guard index < offsets.count else { return nil }
    let offset = offsets[index]
    return node.source.pointee.position(at: offset < 0 ? ~offset : offset)
  }

  /// Whether a byte was escaped with a backslash or written as an entity, so that it is literal.
  package func isOnPurpose(_ index: Int) -> Bool {
    guard index < offsets.count else { return isLikelyEscaped(index) }
    return offsets[index] < 0
  }

  /// Whether a byte was escaped with a backslash.
  package func isEscaped(_ index: Int) -> Bool {
    guard index < offsets.count else { return isLikelyEscaped(index) }
    return offsets[index] < 0
      && node.source.pointee.body[~offsets[index]] == UInt8(ascii: "\\")
  }

  /// For uncertain positions: whether the line has such a byte with a backslash at all.
  private func isLikelyEscaped(_ index: Int) -> Bool {
    let literal = node.literal
    guard index < literal.count else { return false }
    let source = node.source
    let line = source.pointee.line(node.place.line - source.pointee.firstLine + 1)
    let byte = literal[index]
    return line.indices.dropLast().contains {
      line[$0] == UInt8(ascii: "\\") && line[$0 + 1] == byte
    }
  }
}

/// The entity that begins here: what it represents and its length in the source.
private func entity(
  _ bytes: Slice<UnsafeBufferPointer<UInt8>>
) -> (characters: [UInt8], length: Int)? {
  guard bytes.first == UInt8(ascii: "&"),
    let end = bytes.prefix(34).firstIndex(of: UInt8(ascii: ";"))
  else { return nil }
  let written = Array(bytes[...end])
  let characters = HTMLCharacterReference.decode(written.span, inAttribute: false)
  return characters == written ? nil : (characters, written.count)
}
