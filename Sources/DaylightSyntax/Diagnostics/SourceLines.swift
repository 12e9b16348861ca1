/// The lines of the files that findings refer to. Each file is indexed once.
struct SourceLines {
  private let file: (String) -> SourceFile?
  private var indexed: [String: Indexed?] = [:]
  /// For long lines of which columns were counted, how many code points come before each
  /// `countedBytes` bytes: a line may have as many findings as words.
  private var counts: [Place: [Int]] = [:]

  private static let countedBytes = 256

  private struct Place: Hashable {
    let path: String
    let line: Int
  }

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
    let line = source.bytes[source.lines.range(ofLine: number)]
    let last = line.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return line[..<(last.map { $0 + 1 } ?? line.startIndex)]
  }

  /// The column counted in Unicode code points from 1; the byte column if the file is not
  /// available.
  mutating func codePointColumn(of position: SourcePosition, in path: String) -> Int {
    guard let line = line(position.line, of: path) else { return position.column }
    let end = min(max(position.column - 1, 0), line.count)
    let part = end / Self.countedBytes
    let before = part == 0 ? 0 : self.counts(of: line, at: position.line, in: path)[part]
    let rest = line.prefix(end).dropFirst(part * Self.countedBytes)
    return before + rest.count { !isContinuationByte($0) } + 1
  }

  private mutating func counts(
    of line: ArraySlice<UInt8>, at number: Int, in path: String
  ) -> [Int] {
    let place = Place(path: path, line: number)
    if let known = counts[place] { return known }
    var found = [0]
    var rest = line
    while !rest.isEmpty {
      let part = rest.prefix(Self.countedBytes)
      found.append((found.last ?? 0) + part.count { !isContinuationByte($0) })
      rest = rest.dropFirst(part.count)
    }
    counts[place] = found
    return found
  }

  private mutating func source(_ path: String) -> Indexed? {
    if let known = indexed[path] { return known }
    let found = file(path).map { Indexed(bytes: $0.bytes, lines: LineIndex($0.bytes)) }
    indexed[path] = .some(found)
    return found
  }
}
