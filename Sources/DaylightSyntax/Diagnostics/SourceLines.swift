/// The lines of the files that findings refer to. Each file is indexed once.
struct SourceLines {
  private let file: (String) -> SourceFile?
  private var indexed: [String: Indexed?] = [:]

  private struct Indexed {
    let bytes: [UInt8]
    let lines: LineIndex
  }

  init(_ file: @escaping (String) -> SourceFile?) { self.file = file }

  /// A line without its line ending; nil if the file or the line does not exist.
  mutating func line(_ number: Int, of path: String) -> ArraySlice<UInt8>? {
    guard let source = source(path), number >= 1, number <= source.lines.lineCount else {
      return nil
    }
    var line = source.bytes[source.lines.range(ofLine: number)]
    while line.last == UInt8(ascii: "\n") || line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line
  }

  /// The column counted in Unicode code points from 1; the byte column if the file is not
  /// available.
  mutating func codePointColumn(of position: SourcePosition, in path: String) -> Int {
    guard let line = line(position.line, of: path) else { return position.column }
    let before = line.prefix(max(position.column - 1, 0))
    return before.count { !isContinuationByte($0) } + 1
  }

  private mutating func source(_ path: String) -> Indexed? {
    if let known = indexed[path] { return known }
    let found = file(path).map { Indexed(bytes: $0.bytes, lines: LineIndex($0.bytes)) }
    indexed[path] = .some(found)
    return found
  }
}
