/// The range of a file that is YAML, with the positions of its bytes.
struct YAMLSource {
  let path: String
  let bytes: [UInt8]
  let range: Range<Int>
  private let lines: LineIndex
  private let firstLine: Int

  init(_ file: SourceFile, _ range: Range<Int>) {
    path = file.path
    bytes = file.bytes
    self.range = range
    lines = LineIndex(bytes[..<self.range.upperBound])
    firstLine = lines.position(at: self.range.lowerBound).line
  }

  /// The offset of a libyaml mark, whose lines and columns count from 1 within the YAML, columns in
  /// Unicode scalars.
  func offset(line: Int, column: Int) -> Int {
    let line = lines.range(ofLine: firstLine + line - 1)
    var offset = line.lowerBound
    for _ in 1..<max(column, 1) {
      guard offset < range.upperBound else { break }
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return min(max(offset, range.lowerBound), range.upperBound)
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

  func text(_ part: Range<Int>) -> String { String(decoding: bytes[part], as: UTF8.self) }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
