/// A line of a source file as a terminal shows it, and where its carets go.
///
/// Positions count bytes, terminals count columns: a tab is shown as four spaces, a wide character
/// or an emoji takes two columns, a combining mark none. Control characters are shown as pictures.
/// A line too long to show is cut on both sides of the caret.
struct Excerpt {
  private(set) var text: [UInt8] = []
  /// Columns before the first caret.
  private(set) var caretColumn = 0
  private(set) var caretCount = 0

  /// - Parameters:
  ///   - line: without its line ending.
  ///   - range: the part to mark with carets, in bytes from the start of the line. An empty one, or
  ///     one past the end, gets a single caret.
  ///   - limit: the most columns shown, not counting the ellipses.
  init(_ line: ArraySlice<UInt8>, marking range: Range<Int>, limit: Int = 100) {
    // Bytes far outside the visible part are never read, so that a line of megabytes costs no more
    // than a short one.
    let near = Self.window(
      of: line, from: range.lowerBound - 2 * limit, to: range.lowerBound + 2 * limit)
    let reach = 16 * limit
    let window =
      Self.isPlain(line, in: near)
      ? near
      : Self.window(of: line, from: range.lowerBound - reach, to: range.lowerBound + reach)
    let cells = Self.cells(line, in: window)

    let first = cells.lastIndex { $0.offset <= range.lowerBound } ?? 0
    let marked: Range<Int>
    if range.lowerBound >= window.upperBound {
      marked = cells.count..<cells.count
    } else {
      let end = cells.firstIndex { $0.offset >= range.upperBound } ?? cells.count
      marked = first..<max(end, first)
    }
    let shown = Self.shown(cells, around: marked.lowerBound, limit: limit)

    if shown.lowerBound > 0 || window.lowerBound > 0 {
      text += "…".utf8
      caretColumn += 1
    }
    for index in shown {
      text += cells[index].text.utf8
      if index < marked.lowerBound { caretColumn += cells[index].width }
      if marked.contains(index) { caretCount += cells[index].width }
    }
    if shown.upperBound < cells.count || window.upperBound < line.count { text += "…".utf8 }
    caretCount = max(caretCount, 1)
  }

  private struct Cell {
    var text: String
    var width: Int
    /// Bytes from the start of the line.
    var offset: Int
  }

  /// Offsets clamped to the line, and moved back to the start of a character.
  private static func window(of line: ArraySlice<UInt8>, from: Int, to: Int) -> Range<Int> {
    func align(_ offset: Int) -> Int {
      var offset = min(max(offset, 0), line.count)
      while offset > 0, offset < line.count, isContinuationByte(line[line.startIndex + offset]) {
        offset -= 1
      }
      return offset
    }
    return align(from)..<align(to)
  }

  /// Whether each byte is one column wide.
  private static func isPlain(_ line: ArraySlice<UInt8>, in window: Range<Int>) -> Bool {
    line[line.startIndex + window.lowerBound..<line.startIndex + window.upperBound]
      .allSatisfy { 0x20..<0x7F ~= $0 }
  }

  private static func cells(_ line: ArraySlice<UInt8>, in window: Range<Int>) -> [Cell] {
    let bytes = line.span
    var scalars = String.UnicodeScalarView()
    var offsets: [Int] = []
    var offset = window.lowerBound
    while offset < window.upperBound {
      let (scalar, length) = bytes.scalar(at: offset)
      scalars.append(scalar == "\t" ? scalar : scalar.visible)
      offsets.append(offset)
      offset += length
    }
    var cells: [Cell] = []
    var scalarIndex = 0
    for character in String(scalars) {
      let offset = offsets[scalarIndex]
      scalarIndex += character.unicodeScalars.count
      cells.append(
        character == "\t"
          ? Cell(text: "    ", width: 4, offset: offset)
          : Cell(
            text: String(character), width: DisplayWidth.columns(of: character), offset: offset))
    }
    return cells
  }

  /// The cells to show: all, if they fit; otherwise a third of the limit before the caret and the
  /// rest after it, as far as the line goes.
  private static func shown(_ cells: [Cell], around caret: Int, limit: Int) -> Range<Int> {
    var room = limit
    if cells.reduce(0, { $0 + $1.width }) <= room { return 0..<cells.count }
    var lower = caret
    var upper = caret
    func extendLeft(keeping reserve: Int) {
      while lower > 0, cells[lower - 1].width <= room - reserve {
        lower -= 1
        room -= cells[lower].width
      }
    }
    extendLeft(keeping: 2 * limit / 3)
    while upper < cells.count, cells[upper].width <= room {
      room -= cells[upper].width
      upper += 1
    }
    extendLeft(keeping: 0)
    return lower..<upper
  }
}
