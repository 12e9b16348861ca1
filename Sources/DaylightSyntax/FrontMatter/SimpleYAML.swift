/// A fast parser for the subset of YAML that nearly all front matter uses: `name: value` lines with
/// single-line values, and lists of such values in brackets or below their name.
///
/// It takes a fiftieth of the library’s time, and gives up at the first byte that it cannot
/// interpret with certainty: nested names, escapes, comments after a value, multi-line text, any
/// error. What it does parse, the library parses in the same way; a seeded test compares the two.
struct SimpleYAML {
  private let path: String
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int
  private var line: Int
  private var lineStart: Int
  /// The end of the text on the current line, without trailing blanks.
  private var textEnd = 0

  /// The tree; nil if the library has to parse it.
  static func parse(_ file: SourceFile, in range: Range<Int>) -> YAMLNode? {
    var reader = Self(file, range)
    return reader.document()
  }

  private init(_ file: SourceFile, _ range: Range<Int>) {
    path = file.path
    bytes = file.bytes
    end = range.upperBound
    offset = range.lowerBound
    lineStart = offset
    line = LineIndex(bytes[..<offset]).position(at: offset).line
  }

  private mutating func document() -> YAMLNode? {
    var fields: [YAMLNode.Field] = []
    var place: SourceLocation?
    while skipBlankLines() {
      guard let key = key(), !fields.contains(where: { $0.key == key.key }) else { return nil }
      if place == nil { place = location(key.start..<textEnd) }
      let keyLocation = location(key.start..<key.start + key.key.utf8.count)
      guard let value = value(after: key.colon) else { return nil }
      fields.append(YAMLNode.Field(key: key.key, keyLocation: keyLocation, value: value))
    }
    // Leave empty documents, and those with a byte that is unknown here, to the library.
    guard let place, offset == end else { return nil }
    return YAMLNode(.mapping(fields), at: place)
  }

  /// A name of letters, digits, `-` and `_` at the start of the line, and its colon.
  private func key() -> (key: String, start: Int, colon: Int)? {
    guard offset == lineStart, isLetter(bytes[offset]) else { return nil }
    var colon = offset + 1
    while colon < textEnd, isNameByte(bytes[colon]) { colon += 1 }
    guard colon < textEnd, bytes[colon] == UInt8(ascii: ":"),
      colon + 1 == textEnd || bytes[colon + 1] == UInt8(ascii: " ")
    else { return nil }
    return (text(offset..<colon), offset, colon)
  }

  private mutating func value(after colon: Int) -> YAMLNode? {
    var start = colon + 1
    while start < textEnd, bytes[start] == UInt8(ascii: " ") { start += 1 }
    if start == textEnd {
      let empty = YAMLNode(.scalar("", .plain), at: location(start..<start))
      endLine()
      return listBelow() ?? (offset == end || offset == lineStart ? empty : nil)
    }
    let value = bytes[start] == UInt8(ascii: "[") ? list(from: start) : scalar(start..<textEnd)
    endLine()
    return value
  }

  /// `- value` lines, all of one indentation.
  private mutating func listBelow() -> YAMLNode? {
    guard skipBlankLines() else { return nil }
    let column = offset - lineStart
    var elements: [YAMLNode] = []
    var place: SourceLocation?
    while offset < end, offset - lineStart == column, bytes[offset] == UInt8(ascii: "-") {
      var start = offset + 1
      guard start < textEnd, bytes[start] == UInt8(ascii: " ") else { return nil }
      while start < textEnd, bytes[start] == UInt8(ascii: " ") { start += 1 }
      guard let element = scalar(start..<textEnd) else { return nil }
      if place == nil { place = location(offset..<textEnd) }
      elements.append(element)
      endLine()
      guard skipBlankLines() else { break }
    }
    guard let place else { return nil }
    return YAMLNode(.sequence(elements), at: place)
  }

  /// `[one, "two"]` up to the end of the line.
  private func list(from start: Int) -> YAMLNode? {
    var elements: [YAMLNode] = []
    let last = textEnd - 1
    guard bytes[last] == UInt8(ascii: "]") else { return nil }
    var next = start + 1
    while next < last, bytes[next] == UInt8(ascii: " ") { next += 1 }
    while next < last {
      var comma = next
      if bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "'") {
        comma += 1
        while comma < last, bytes[comma] != bytes[next] { comma += 1 }
      }
      while comma < last, bytes[comma] != UInt8(ascii: ",") { comma += 1 }
      guard let element = scalar(droppingSpaces(next..<comma), isInList: true) else { return nil }
      elements.append(element)
      guard comma < last else { break }
      next = comma + 1
      while next < last, bytes[next] == UInt8(ascii: " ") { next += 1 }
      // Nothing after a comma.
      if next == last { return nil }
    }
    return YAMLNode(.sequence(elements), at: location(start..<textEnd))
  }

  /// Text that fills the whole range: in quotation marks without escapes, or plain.
  private func scalar(_ part: Range<Int>, isInList: Bool = false) -> YAMLNode? {
    guard let first = part.first.map({ bytes[$0] }) else { return nil }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let inner = part.dropFirst().dropLast()
      guard part.count >= 2, bytes[part.upperBound - 1] == first,
        !bytes[inner].contains(where: { $0 == first || $0 == UInt8(ascii: "\\") })
      else { return nil }
      return YAMLNode(
        .scalar(text(inner), first == UInt8(ascii: "'") ? .singleQuoted : .doubleQuoted),
        at: location(part))
    default:
      guard
        isLetter(first) || 0x30...0x39 ~= first || first >= 0x80 || first == UInt8(ascii: "/")
          || first == UInt8(ascii: "(") || first == UInt8(ascii: ".")
      else { return nil }
      for index in part.dropFirst() {
        switch bytes[index] {
        case UInt8(ascii: ":"):
          if isInList || index + 1 == part.upperBound || bytes[index + 1] == UInt8(ascii: " ") {
            return nil
          }
        case UInt8(ascii: "#"):
          if isInList || bytes[index - 1] == UInt8(ascii: " ") { return nil }
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
          UInt8(ascii: "?"), UInt8(ascii: "\""):
          if isInList { return nil }
        default: break
        }
      }
      return YAMLNode(.scalar(text(part), .plain), at: location(part))
    }
  }

  /// Moves to the first byte of the next line with text, and finds that line’s end. Stops at a byte
  /// that is unknown here; returns whether there is a line to read.
  private mutating func skipBlankLines() -> Bool {
    while offset < end {
      if offset == lineStart {
        guard let lineEnd = lineEnd() else { return false }
        textEnd = droppingSpaces(offset..<lineEnd).upperBound
        while offset < textEnd, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
      }
      if offset < textEnd, bytes[offset] != UInt8(ascii: "#") { return true }
      endLine()
    }
    return false
  }

  /// The end of the line that begins here; nil if it contains a control character.
  private func lineEnd() -> Int? {
    var index = offset
    while index < end {
      switch bytes[index] {
      case 0x20...0x7E: break
      case UInt8(ascii: "\n"): return index
      case UInt8(ascii: "\r"):
        return index + 1 < end && bytes[index + 1] == UInt8(ascii: "\n") ? index : nil
      case 0xC2, 0xE2, 0xEF: if unseenCharacter(in: bytes, at: index) != nil { return nil }
      case 0x80...: break
      default: return nil
      }
      index += 1
    }
    return index
  }

  private mutating func endLine() {
    offset = max(offset, textEnd)
    while offset < end, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
    guard offset < end else { return }
    offset += 1
    line += 1
    lineStart = offset
  }

  private func droppingSpaces(_ part: Range<Int>) -> Range<Int> {
    var end = part.upperBound
    while end > part.lowerBound, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return part.lowerBound..<end
  }

  private func text(_ part: Range<Int>) -> String { String(decoding: bytes[part], as: UTF8.self) }

  private func location(_ part: Range<Int>) -> SourceLocation {
    SourceLocation(
      path: path,
      start: SourcePosition(line: line, column: part.lowerBound - lineStart + 1),
      end: SourcePosition(line: line, column: part.upperBound - lineStart + 1))
  }

  private func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || 0x30...0x39 ~= byte || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
