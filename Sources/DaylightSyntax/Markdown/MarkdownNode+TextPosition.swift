internal import CCMarkGFM

extension MarkdownNode {
  /// The position in the file of a byte of this text node; nil if it is uncertain.
  ///
  /// The literal is compared with the source from the start of the node: a backslash before
  /// punctuation is skipped, and so is a known entity (`&eacute;`). Positions are uncertain after
  /// any other entity, in a node without a position, and if cmark's position turns out to be wrong.
  package func position(ofByte index: Int) -> SourcePosition? {
    let written = source.pointee.body
    let followed = source.pointee.trail.literal(of: pointer, at: cmark_node_get_literal(pointer))
    let literal = followed ?? self.literal
    guard index <= literal.count else { return nil }
    if followed == nil {
      guard let position = position ?? placeBesideSiblings,
        let start = source.pointee.offset(of: position)
      else { return nil }
      source.pointee.trail = TextTrail(of: pointer, literal, from: start)
    }
    var (read, offset) = source.pointee.trail.nearest(before: index)
    while read < index {
      source.pointee.trail.note(read, at: offset)
      guard offset < written.count else { return nil }
      let byte = literal[read]
      if written[offset] == UInt8(ascii: "\\"), offset + 1 < written.count,
        written[offset + 1] == byte, byte.isASCIIPunctuation
      {
        offset += 2
        read += 1
      } else if let length = entityLength(written[offset...]) {
        let entity = written.span.extracting(offset..<offset + length)
        let character = HTMLCharacterReference.decode(entity, inAttribute: false)
        guard character.count < length, literal[read...].starts(with: character),
          read + character.count <= index
        else { return nil }
        offset += length
        read += character.count
      } else if written[offset] == byte {
        offset += 1
        read += 1
      } else {
        return nil
      }
    }
    return source.pointee.position(at: offset)
  }

  /// Whether a byte of this text was escaped with a backslash, so that it is literal. False if that
  /// is uncertain.
  package func isEscaped(_ index: Int) -> Bool {
    guard let position = position(ofByte: index),
      let offset = source.pointee.offset(of: position), offset + 1 < source.pointee.body.count
    else { return false }
    return source.pointee.body[offset] == UInt8(ascii: "\\")
      && source.pointee.body[offset + 1] == literal[index]
  }

  /// The location of a part of this text node, or of the whole node if that is uncertain.
  package func location(ofBytes range: Range<Int>, in path: String) -> SourceLocation {
    guard let start = position(ofByte: range.lowerBound),
      let end = position(ofByte: range.upperBound)
    else { return location(in: path) }
    return SourceLocation(path: path, start: start, end: end)
  }

  /// The location of the node for a diagnostic.
  package func location(in path: String) -> SourceLocation {
    let start = place
    guard position != nil, let end, end > start else {
      // A bare address has no end position, but its text has a length.
      let length = kind == .link ? lengthInSource ?? 0 : 0
      let end = SourcePosition(line: start.line, column: start.column + length)
      return SourceLocation(path: path, start: start, end: end)
    }
    return SourceLocation(path: path, start: start, end: end)
  }
}

/// The length of `&amp;` or `&#38;` if it begins here. It also begins with the character that it
/// represents.
private func entityLength(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
  guard bytes.first == UInt8(ascii: "&") else { return nil }
  let name = bytes.dropFirst().prefix(32)
  guard let end = name.firstIndex(of: UInt8(ascii: ";")), end > name.startIndex else { return nil }
  let isName = name[..<end].allSatisfy { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "#"): true
    default: false
    }
  }
  return isName ? end + 1 - bytes.startIndex : nil
}
