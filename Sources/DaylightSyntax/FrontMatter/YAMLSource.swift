/// The range of a file that is YAML, with the positions of its bytes.
struct YAMLSource {
  let path: String
  let bytes: [UInt8]
  let range: Range<Int>
  private let lines: LineIndex
  /// The line of the file on which the YAML begins.
  let firstLine: Int

  init(_ file: SourceFile, _ range: Range<Int>) {
    path = file.path
    bytes = file.bytes
    self.range = range
    lines = LineIndex(bytes[..<self.range.upperBound])
    firstLine = lines.position(at: self.range.lowerBound).line
  }

  /// Whether all bytes are visible ASCII characters, blanks and line endings.
  var isPlainASCII: Bool {
    bytes[range].withUnsafeBufferPointer { text in
      // Without branches, so that the compiler checks many bytes at once.
      var others: UInt8 = 0
      for byte in text {
        let isVisible: UInt8 = byte &- 0x20 < 0x5F ? 1 : 0
        let isTabOrLineFeed: UInt8 = byte &- 0x09 < 2 ? 1 : 0
        let isReturn: UInt8 = byte == 0x0D ? 1 : 0
        others |= isVisible ^ isTabOrLineFeed ^ isReturn ^ 1
      }
      return others == 0
    }
  }

  func has(_ byte: UInt8) -> Bool { bytes[range].withUnsafeBufferPointer { $0.has(byte) } }

  /// The position of an offset. `line` counts from 0 within the YAML.
  func position(of offset: Int, inLine line: Int) -> SourcePosition {
    // libyaml counts a line after the last, even if that has no line ending.
    let line = min(firstLine + line, lines.lineCount)
    return SourcePosition(line: line, column: offset - lines.range(ofLine: line).lowerBound + 1)
  }

  func location(_ part: Range<Int>) -> SourceLocation {
    SourceLocation(
      path: path, start: lines.position(at: part.lowerBound),
      end: lines.position(at: part.upperBound))
  }

  /// The byte at an offset, or a line feed past the end.
  func byte(at offset: Int) -> UInt8 {
    range ~= offset ? bytes[offset] : UInt8(ascii: "\n")
  }

  /// The line of an offset, without its ending.
  func line(at offset: Int) -> Range<Int> {
    let line = lines.range(ofLine: lines.position(at: offset).line)
    return max(line.lowerBound, range.lowerBound)..<lineEnd(from: line.lowerBound)
  }

  /// The end of the line of an offset, without its ending.
  func lineEnd(from offset: Int) -> Int {
    var end = offset
    while end < range.upperBound, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r")
    {
      end += 1
    }
    return end
  }

  func skippingBlanks(from offset: Int) -> Int {
    var offset = offset
    while offset < range.upperBound, isBlank(bytes[offset]) { offset += 1 }
    return offset
  }

  func droppingBlanks(_ part: Range<Int>) -> Range<Int> {
    var end = part.upperBound
    while end > part.lowerBound, isBlank(bytes[end - 1]) { end -= 1 }
    return part.lowerBound..<end
  }

  /// The rest of a line from an offset on, without trailing blanks.
  func rest(from offset: Int) -> SourceLocation { location(lineRest(from: offset)) }

  func lineRest(from offset: Int) -> Range<Int> {
    droppingBlanks(offset..<max(offset, lineEnd(from: offset)))
  }

  /// The bytes from an offset up to the next blank, line ending, comma or closing bracket.
  func word(at offset: Int) -> SourceLocation {
    let word = bytes[offset..<range.upperBound].prefix {
      $0 > UInt8(ascii: " ") && !$0.isOne(of: ",]}")
    }
    return location(word.indices)
  }

  /// A comment after a value whose `#` has no blank after it, as in `title: Reason #1`: it is more
  /// likely to be meant as text.
  func closeComment(after offset: Int) -> Range<Int>? {
    let start = skippingBlanks(from: offset)
    guard start > offset, byte(at: start) == UInt8(ascii: "#"),
      byte(at: start + 1) > UInt8(ascii: " "), byte(at: start + 1) != UInt8(ascii: "#")
    else { return nil }
    return lineRest(from: start)
  }

  /// The same in the first line of a block, where libyaml also takes a `#` for a comment that follows
  /// the signs without a blank.
  func closeComment(inHeaderAt offset: Int) -> Range<Int>? {
    let end = bytes[offset..<range.upperBound].firstIndex { byte in
      !byte.isOne(of: "|>+-") && !byte.isASCIIDigit
    }
    guard let end else { return nil }
    return byte(at: end) == UInt8(ascii: "#") ? lineRest(from: end) : closeComment(after: end)
  }

  /// The first line that begins with the directive `%TAG`, of which libyaml compares each with all
  /// others. Such a line has no use where tags are refused.
  var tagDirective: Range<Int>? {
    bytes[range].withUnsafeBufferPointer { text in
      var next = text.offset(of: UInt8(ascii: "%"))
      while let offset = next {
        let start = range.lowerBound + offset
        if bytes[start...].starts(with: "%TAG".utf8), start == line(at: start).lowerBound {
          return lineRest(from: start)
        }
        next = text.offset(of: UInt8(ascii: "%"), from: offset + 1)
      }
      return nil
    }
  }

  func text(_ part: Range<Int>) -> String { String(decoding: bytes[part], as: UTF8.self) }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
