import DaylightSyntax

/// The line of a finding, split in three, so that a browser can mark the middle part without
/// columns.
struct LineExcerpt: Sendable, Hashable {
  let before: String
  let marked: String
  let after: String
  /// From 1.
  let utf16Column: Int

  /// The most bytes shown of the marked part, and on either side of it.
  private static let reach = 160

  init(_ line: ArraySlice<UInt8>, marking range: Range<Int>) {
    let start = min(line.startIndex + range.lowerBound, line.endIndex)
    let end = min(line.startIndex + range.upperBound, line.endIndex)
    let head = line[..<start]
    let cutHead = Self.aligned(head.suffix(Self.reach), in: line)
    before = (cutHead.count < head.count ? "…" : "") + Self.text(cutHead)
    let mark = Self.aligned(line[start..<min(end, start + Self.reach)], in: line)
    marked = Self.text(mark) + (mark.endIndex < end ? "…" : "")
    let tail = Self.aligned(line[end...].prefix(Self.reach), in: line)
    after = Self.text(tail) + (tail.endIndex < line.endIndex ? "…" : "")
    utf16Column = String(decoding: head, as: UTF8.self).utf16.count + 1
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Moves the ends of a cut to character boundaries.
  private static func aligned(
    _ cut: ArraySlice<UInt8>, in line: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    var (start, end) = (cut.startIndex, cut.endIndex)
    while start < end, isContinuationByte(line[start]) { start += 1 }
    while end > start, end < line.endIndex, isContinuationByte(line[end]) { end -= 1 }
    return line[start..<end]
  }
}
