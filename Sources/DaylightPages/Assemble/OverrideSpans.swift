import DaylightModel
import DaylightSyntax

/// The lines of a body to which overrides apply, found once for all overrides of a block.
struct OverrideSpans {
  private let bytes: [UInt8]
  private let lines: LineIndex
  private let bodyLine: Int
  /// Comments and blank lines one after another, and the last line of the block after them.
  private var comments = 0...0
  private var endOfNext = 0
  private var block = 0...0

  init(_ document: Document) {
    bytes = document.file.bytes
    lines = LineIndex(bytes)
    bodyLine = document.bodyLine
  }

  /// From the line of a comment to the end of its block, or of the next if it is alone. Front
  /// matter is not part of any block.
  mutating func span(of line: Int) -> ClosedRange<Int> {
    if isComment(line) {
      if !comments.contains(line) {
        var last = line
        while last < lines.lineCount, isBlank(last + 1) || isComment(last + 1) { last += 1 }
        comments = line...last
        endOfNext = endOfBlock(last)
      }
      return line...endOfNext
    }
    if !block.contains(line) {
      var first = line
      while first > bodyLine, !isBlank(first - 1) { first -= 1 }
      block = first...endOfBlock(line)
    }
    return block
  }

  private func endOfBlock(_ line: Int) -> Int {
    var last = line
    while last < lines.lineCount, !isBlank(last + 1) { last += 1 }
    return last
  }

  private func isBlank(_ line: Int) -> Bool {
    bytes[lines.range(ofLine: line)].allSatisfy { $0 <= 0x20 }
  }

  private func isComment(_ line: Int) -> Bool {
    bytes[lines.range(ofLine: line)].drop { $0 <= 0x20 }.starts(with: "<!--".utf8)
  }
}
