/// A position in a file: 1-based line and 1-based column, where the column counts UTF-8 bytes.
package struct SourcePosition: Sendable, Hashable, Comparable {
  // Half as large as two of the usual integers: a large site has positions by the million.
  private var lineNumber: Int32
  private var columnNumber: Int32

  package init(line: Int, column: Int) {
    lineNumber = Int32(clamping: line)
    columnNumber = Int32(clamping: column)
  }

  package var line: Int {
    get { Int(lineNumber) }
    set { lineNumber = Int32(clamping: newValue) }
  }

  package var column: Int {
    get { Int(columnNumber) }
    set { columnNumber = Int32(clamping: newValue) }
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.lineNumber, left.columnNumber) < (right.lineNumber, right.columnNumber)
  }
}

/// A range of a file, from `start` up to, but not including, `end`.
package struct SourceLocation: Sendable, Hashable, Comparable {
  package var path: String
  package var start: SourcePosition
  package var end: SourcePosition

  package init(path: String, start: SourcePosition, end: SourcePosition? = nil) {
    self.path = path
    self.start = start
    self.end = end ?? start
  }

  /// The location of a whole file, for findings without a line.
  package static func file(_ path: String) -> Self {
    Self(path: path, start: SourcePosition(line: 1, column: 1))
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.path, left.start, left.end) < (right.path, right.start, right.end)
  }
}
