/// A position in a file: 1-based line and 1-based column, where the column counts UTF-8 bytes.
package struct SourcePosition: Sendable, Hashable, Comparable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
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
