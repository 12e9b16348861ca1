/// The ranges of a page's front matter and body in the file.
///
/// Front matter begins with a line `---` at the very beginning and ends at the next line `---`.
package struct FrontMatter: Sendable, Hashable {
  /// The bytes between the two lines; nil if the file has no front matter.
  package var yaml: Range<Int>?
  package var body: Range<Int>
  /// The line, counted from 1, on which the body begins: add it to a line within the body, less 1.
  package var bodyLine: Int

  package init(yaml: Range<Int>?, body: Range<Int>, bodyLine: Int) {
    self.yaml = yaml
    self.body = body
    self.bodyLine = bodyLine
  }

  /// Finds the two lines. Spaces and tabs after the dashes are allowed, and any line ending.
  ///
  /// Reads the front matter but not the body. If the second line is missing, that is reported and
  /// the body is empty.
  package static func split(_ file: SourceFile) -> Diagnosed<FrontMatter> {
    let bytes = file.bytes
    var lines = LineScanner(bytes)
    guard let opening = lines.next(), isFence(bytes[opening]) else {
      return Diagnosed(FrontMatter(yaml: nil, body: 0..<bytes.count, bodyLine: 1))
    }
    let start = lines.offset
    while let line = lines.next() {
      guard isFence(bytes[line]) else { continue }
      return Diagnosed(
        FrontMatter(
          yaml: start..<line.lowerBound, body: lines.offset..<bytes.count, bodyLine: lines.line))
    }
    let fence = SourceLocation(
      path: file.path, start: SourcePosition(line: 1, column: 1),
      end: SourcePosition(line: 1, column: 4))
    return Diagnosed(
      FrontMatter(yaml: nil, body: bytes.count..<bytes.count, bodyLine: lines.line),
      [.unclosedFrontMatter(at: fence)])
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: [0x2D, 0x2D, 0x2D])
      && line.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}

/// Iterates over the lines of a file without their endings (`\n`, `\r\n` or a lone `\r`).
private struct LineScanner {
  let bytes: [UInt8]
  /// The start of the next line, and its number.
  var offset = 0
  var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Range<Int>? {
    guard offset < bytes.count else { return nil }
    let start = offset
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
      end += 1
    }
    offset = end
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\r") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") {
      if offset == end || bytes[offset - 1] == UInt8(ascii: "\r") { offset += 1 }
    }
    if offset > end { line += 1 }
    return start..<end
  }
}

extension Rule {
  package static let unclosedFrontMatter = Rule(
    "unclosed-front-matter", .error, "Front matter that is opened with ‘---’ and never closed.",
    why: "The whole page would be read as settings, and readers would see none of it.",
    bad: "---\ntitle: Rest\n\nRest is allowed.",
    good: "---\ntitle: Rest\n---\n\nRest is allowed.",
    fix: "Write a line `---` after the last name.", in: .page)
}

extension Diagnostic {
  fileprivate static func unclosedFrontMatter(at location: SourceLocation) -> Self {
    Diagnostic(
      .unclosedFrontMatter, "the front matter is opened here and never closed", at: location,
      help: "write a line ‘---’ after the last key, before the text of the page")
  }
}
