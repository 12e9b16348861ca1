/// The start of each line of a file, to convert between byte offsets and positions.
///
/// A line ends with `\n`, `\r\n` or a lone `\r`, as in CommonMark section 2.2. Creating one takes a
/// pass over the bytes; a look-up is a binary search.
package struct LineIndex: Sendable {
  private let starts: [Int]
  private let count: Int

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    starts = bytes.has(UInt8(ascii: "\r")) ? Self.startsOfAnyLines(bytes) : Self.starts(bytes)
    count = bytes.count
  }

  package init(_ bytes: some Collection<UInt8>) {
    self = withContiguousBytes(bytes) { LineIndex($0) }
  }

  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(128)
    var offset = 0
    while let end = bytes.offset(of: UInt8(ascii: "\n"), from: offset) {
      offset = end + 1
      starts.append(offset)
    }
    return starts
  }

  private static func startsOfAnyLines(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var starts = [0]
    var previous: UInt8 = 0
    for (offset, byte) in bytes.enumerated() {
      if previous == UInt8(ascii: "\r"), byte != UInt8(ascii: "\n") { starts.append(offset) }
      if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
      previous = byte
    }
    if previous == UInt8(ascii: "\r") { starts.append(bytes.count) }
    return starts
  }

  package var lineCount: Int { starts.count }

  package func position(at offset: Int) -> SourcePosition {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: offset - starts[low] + 1)
  }

  /// The byte offset of a position, clamped to the file.
  package func offset(of position: SourcePosition) -> Int {
    guard position.line >= 1 else { return 0 }
    guard position.line <= starts.count else { return count }
    return min(starts[position.line - 1] + max(position.column, 1) - 1, count)
  }

  /// The bytes of a line, with its line ending.
  package func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return count..<count }
    return starts[line - 1]..<(line < starts.count ? starts[line] : count)
  }
}
