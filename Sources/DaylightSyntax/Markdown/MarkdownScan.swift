/// One pass over a text that estimates the cost of parsing it.
///
/// It overestimates: a run of lines without a blank one counts as one paragraph, and code counts as
/// text. Each weight was measured for its pattern alone.
struct MarkdownScan {
  private let body: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var paragraph = Paragraph(start: 0)
  private var effort = MarkdownEffort()
  private var openDepth = 0
  private var cells = 0
  private var closingBrackets = 0
  private var longestDefinition = 0..<0

  /// Counts for one run of lines without a blank line.
  private struct Paragraph {
    var start: Int
    var lines = 0
    var images = 0
    var closingBrackets = 0
    var unclosedTags = 0
    var emphasis = 0
    var pipes = 0
    /// The columns of the table that a delimiter row may have begun; 0 if there was none.
    var columns = 0
    var definition: Int?
  }

  /// Counts for one line after its list and quotation markers.
  private struct Line {
    let start: Int
    var end: Int
    var pipes = 0
    /// The end of the last word whose parentheses were counted.
    var countedEnd: Int
  }

  init(_ body: UnsafeBufferPointer<UInt8>) { self.body = body }

  /// The first limit that is exceeded, and where.
  mutating func firstExcess() -> (problem: MarkdownExcess, offset: Int)? {
    if body.count > MarkdownLimits.bytes { return (.size(body.count), 0) }
    while offset < body.count {
      let start = offset
      if let problem = scanLine() { return (problem, start) }
    }
    endParagraph(at: body.count)
    if let problem = effort.excess { return (problem, paragraph.start) }
    if longestDefinition.count * closingBrackets > MarkdownLimits.expansion {
      return (.expansion, longestDefinition.lowerBound)
    }
    return nil
  }

  private mutating func scanLine() -> MarkdownExcess? {
    let start = offset
    let markers = skipMarkers()
    let width = offset - start
    if markers > MarkdownLimits.nesting || (markers > 0 && width > 2 * MarkdownLimits.nesting) {
      return .nesting
    }
    let depth = min(openDepth + markers, markers + width / 2)
    defer { effort.spend(3 * openDepth, on: .openBlocks) }
    if isAtLineEnd {
      openDepth = max(openDepth, markers)
      endParagraph(at: start)
      skipLineEnd()
      paragraph = Paragraph(start: offset)
      return effort.excess
    }
    openDepth = paragraph.lines == 0 ? depth : max(openDepth, depth)
    if let problem = scanContent() { return problem }
    paragraph.lines += 1
    skipLineEnd()
    return effort.excess
  }

  // MARK: The beginning of a line

  /// Skips spaces and quotation and list markers, and counts the markers.
  private mutating func skipMarkers() -> Int {
    var count = 0
    while true {
      skipSpaces()
      guard count <= MarkdownLimits.nesting, offset < body.count else { return count }
      switch body[offset] {
      case UInt8(ascii: ">"):
        offset += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard isSpaceOrEnd(offset + 1), !isThematicBreak else { return count }
        offset += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var end = offset
        while end < body.count, end < offset + 9, body[end].isASCIIDigit { end += 1 }
        guard end < body.count, body[end] == UInt8(ascii: ".") || body[end] == UInt8(ascii: ")"),
          isSpaceOrEnd(end + 1)
        else { return count }
        offset = end + 1
      default:
        return count
      }
      count += 1
    }
  }

  private var isThematicBreak: Bool {
    let mark = body[offset]
    var count = 0
    for byte in body[offset...] {
      if byte == mark {
        count += 1
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        break
      } else if byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") {
        return false
      }
    }
    return count >= 3
  }

  // MARK: The rest of a line

  private mutating func scanContent() -> MarkdownExcess? {
    var line = Line(start: offset, end: offset, countedEnd: offset)
    while true {
      offset = nextThatCounts(from: offset)
      guard !isAtLineEnd else { break }
      let next = offset + 1 < body.count ? body[offset + 1] : 0
      scan(body[offset], at: offset, before: next, of: &line)
      offset += 1
    }
    line.end = offset
    return endLine(line)
  }

  /// The next byte that matters for the effort; most do not, and this reads every byte of a site.
  private func nextThatCounts(from start: Int) -> Int {
    let body = body
    return Self.counts.withUnsafeBufferPointer { counts in
      var offset = start
      while offset < body.count, !counts[Int(body[offset])] { offset += 1 }
      return offset
    }
  }

  /// By byte: whether it ends a line or is handled by `scan`.
  private static let counts: [Bool] = (UInt8.min...UInt8.max).map { byte in
    byte.isOne(of: "\n\r!)*:<@]^_w|~")
  }

  /// So that a text has at most 40,000 links of all kinds.
  static let linkEffort = 800
  /// So that it has at most 20,000 headings.
  static let headingEffort = 1_600

  private mutating func scan(_ byte: UInt8, at index: Int, before next: UInt8, of line: inout Line)
  {
    switch byte {
    case UInt8(ascii: "|"):
      line.pipes += 1
    case UInt8(ascii: "!"):
      if next == UInt8(ascii: "[") { paragraph.images += 1 }
    case UInt8(ascii: "]"):
      paragraph.closingBrackets += 1
      closingBrackets += 1
      if next == UInt8(ascii: ":") { beginDefinition(at: line.start) }
      if next == UInt8(ascii: "(") { effort.spend(Self.linkEffort, on: .links) }
    case UInt8(ascii: "^"):
      if next > UInt8(ascii: " "), index > 0, body[index - 1] == UInt8(ascii: "[") {
        effort.spend(Self.linkEffort, on: .links)
      }
    case UInt8(ascii: ":"):
      if next == UInt8(ascii: "/") { effort.spend(Self.linkEffort, on: .webAddresses) }
    case UInt8(ascii: "w"):
      if body[index...].starts(with: "www.".utf8) { effort.spend(Self.linkEffort, on: .hosts) }
    case UInt8(ascii: "<"):
      if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") { paragraph.unclosedTags += 1 }
      if index >= line.countedEnd { countInWord(at: index, of: &line) }
    case UInt8(ascii: ")"):
      if index >= line.countedEnd { countInWord(at: index, of: &line) }
    case UInt8(ascii: "@"):
      effort.spend(Self.linkEffort, on: .mailAddresses)
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      if next != byte { paragraph.emphasis += 1 }
    default: break
    }
  }

  /// Counts the closing parentheses and the angle brackets of the word that contains the one at an
  /// offset. After a bracket, the end of an address is searched up to the end of the word.
  private mutating func countInWord(at index: Int, of line: inout Line) {
    var start = index
    while start > line.start, !isSpace(body[start - 1]) { start -= 1 }
    var end = index
    var parentheses = 0
    var brackets = 0
    while end < body.count, !isSpace(body[end]), !isLineEnd(body[end]) {
      if body[end] == UInt8(ascii: ")") { parentheses += 1 }
      if body[end] == UInt8(ascii: "<") { brackets += 1 }
      end += 1
    }
    effort.spend(parentheses * (end - start) / 8, on: .parentheses)
    effort.spend(brackets * (end - start) / 8, on: .unclosedTags)
    line.countedEnd = end
  }

  private mutating func endLine(_ line: Line) -> MarkdownExcess? {
    if beginsHeading(line.start) || paragraph.lines > 0 && underlines(line.start) {
      effort.spend(Self.headingEffort, on: .headings)
    }
    if paragraph.lines > 0, isDelimiterRow(line) {
      effort.spend(
        (line.start - paragraph.start) / 3 + paragraph.pipes * paragraph.pipes
          + paragraph.lines * paragraph.lines / 5, on: .tableRows)
      // One fewer than the pipes, if there are pipes at both ends of the row; otherwise one more.
      let columns = line.pipes - 1
      if columns > MarkdownLimits.tableColumns { return .columns(columns) }
      paragraph.columns = max(paragraph.columns, line.pipes + 1)
    } else if paragraph.columns > 0 {
      effort.spend(line.pipes * line.pipes, on: .tableRows)
      cells += paragraph.columns
      if cells > MarkdownLimits.tableCells { return .cells }
    }
    paragraph.pipes += line.pipes
    return nil
  }

  private func beginsHeading(_ start: Int) -> Bool { body[start] == UInt8(ascii: "#") }

  /// Whether a line may make a heading of the one above.
  private func underlines(_ start: Int) -> Bool {
    body[start] == UInt8(ascii: "=") || body[start] == UInt8(ascii: "-")
  }

  /// Whether a line has only the characters of a delimiter row, and not only those that underline a
  /// heading.
  private func isDelimiterRow(_ line: Line) -> Bool {
    var hasDash = false
    var isUnderline = true
    for byte in body[line.start..<line.end] {
      switch byte {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), 0x0B, 0x0C: isUnderline = false
      case UInt8(ascii: " "), UInt8(ascii: "\t"): continue
      default: return false
      }
    }
    return hasDash && !isUnderline
  }

  // MARK: Paragraphs

  /// A line that begins with a bracket and is not a footnote's.
  private mutating func beginDefinition(at start: Int) {
    guard body[start] == UInt8(ascii: "["), body[start + 1] != UInt8(ascii: "^") else { return }
    endDefinition(at: start)
    paragraph.definition = start
  }

  private mutating func endDefinition(at end: Int) {
    if let start = paragraph.definition, end - start > longestDefinition.count {
      longestDefinition = start..<end
    }
  }

  private mutating func endParagraph(at end: Int) {
    endDefinition(at: end)
    paragraph.definition = nil
    effort.spend(paragraph.images * paragraph.closingBrackets, on: .images)
    effort.spend(paragraph.unclosedTags * (end - paragraph.start) / 6, on: .unclosedTags)
    effort.spend(paragraph.emphasis * paragraph.emphasis / 4, on: .emphasis)
  }

  // MARK: Bytes

  private var isAtLineEnd: Bool { offset >= body.count || isLineEnd(body[offset]) }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private func isSpaceOrEnd(_ offset: Int) -> Bool {
    guard offset < body.count else { return true }
    return isSpace(body[offset]) || isLineEnd(body[offset])
  }

  private mutating func skipSpaces() {
    while offset < body.count, isSpace(body[offset]) { offset += 1 }
  }

  private mutating func skipLineEnd() {
    if offset < body.count, body[offset] == UInt8(ascii: "\r") { offset += 1 }
    if offset < body.count, body[offset] == UInt8(ascii: "\n") { offset += 1 }
  }
}
