import DaylightSyntax

/// The line indexes of source files. Those used for one report are kept for the next, as long as
/// the files are the same.
struct IndexedSources {
  private var known: [String: Indexed] = [:]
  private var used: [String: Indexed] = [:]

  private struct Indexed {
    /// Nil if there is none at the path.
    let file: SourceFile?
    let lines: LineIndex
  }

  /// The first line of a location; nil if there is no such line.
  ///
  /// - Parameter sources: the file at a path.
  mutating func excerpt(
    at location: SourceLocation, _ sources: (String) -> SourceFile?
  ) -> LineExcerpt? {
    let indexed = indexed(location.path, sources)
    let (start, end) = (location.start, location.end)
    guard let file = indexed.file, start.line >= 1, start.line <= indexed.lines.lineCount else {
      return nil
    }
    var line = file.bytes[indexed.lines.range(ofLine: start.line)]
    while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
    let lower = max(start.column - 1, 0)
    let upper = end.line > start.line ? line.count : end.column - 1
    return LineExcerpt(line, marking: lower..<max(lower, upper))
  }

  /// Whether all files of the last report are as they were.
  func areStill(_ sources: (String) -> SourceFile?) -> Bool {
    known.allSatisfy { sources($0) == $1.file }
  }

  /// Drops the files that were not used since this was last called.
  mutating func finish() {
    known = used
    used = [:]
  }

  private mutating func indexed(
    _ path: String, _ sources: (String) -> SourceFile?
  ) -> Indexed {
    if let indexed = used[path] { return indexed }
    let file = sources(path)
    let known = known[path].flatMap { $0.file == file ? $0 : nil }
    let indexed = known ?? Indexed(file: file, lines: LineIndex(file?.bytes ?? []))
    used[path] = indexed
    return indexed
  }
}
