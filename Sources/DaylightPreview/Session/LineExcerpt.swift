import DaylightSyntax

/// The line that a finding is in, cut in three: a browser marks what is meant and needs no columns.
struct LineExcerpt: Sendable, Hashable {
  let before: String
  let marked: String
  let after: String
  /// From 1.
  let utf16Column: Int

  /// Bytes shown at most on either side of what is meant, and of that.
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

  /// Moves the ends of a cut to where characters begin.
  private static func aligned(
    _ cut: ArraySlice<UInt8>, in line: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    var (start, end) = (cut.startIndex, cut.endIndex)
    while start < end, isContinuationByte(line[start]) { start += 1 }
    while end > start, end < line.endIndex, isContinuationByte(line[end]) { end -= 1 }
    return line[start..<end]
  }
}

/// Source files by lines, each indexed once.
struct IndexedSources {
  private let file: (String) -> SourceFile?
  private var indexed: [String: (bytes: [UInt8], lines: LineIndex)?] = [:]

  init(_ file: @escaping (String) -> SourceFile?) { self.file = file }

  /// The first line of a location, or nothing where the file or the line is not there.
  mutating func excerpt(at location: SourceLocation) -> LineExcerpt? {
    guard let (bytes, lines) = source(location.path) else { return nil }
    let (start, end) = (location.start, location.end)
    guard start.line >= 1, start.line <= lines.lineCount else { return nil }
    var line = bytes[lines.range(ofLine: start.line)]
    while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
    let lower = max(start.column - 1, 0)
    let upper = end.line > start.line ? line.count : end.column - 1
    return LineExcerpt(line, marking: lower..<max(lower, upper))
  }

  private mutating func source(_ path: String) -> (bytes: [UInt8], lines: LineIndex)? {
    if let known = indexed[path] { return known }
    let found = file(path).map { (bytes: $0.bytes, lines: LineIndex($0.bytes)) }
    indexed[path] = .some(found)
    return found
  }
}
