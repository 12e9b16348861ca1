package import DaylightSyntax

/// A source text in which the locations that a test refers to are marked by numbers.
///
///     See [this](⟦1⟧missing.md⟦/1⟧).⟦2⟧
///
/// `⟦1⟧` … `⟦/1⟧` marks a range and `⟦2⟧` alone a point. The marks are not part of `file`.
package struct MarkedSource: Sendable {
  package let file: SourceFile
  private var ranges: [Int: Range<Int>] = [:]
  private let lines: LineIndex

  package init(_ text: String, path: String = "content/page.md") {
    var bytes: [UInt8] = []
    var starts: [Int: Int] = [:]
    var rest = text[...]
    while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
      bytes += rest[..<open].utf8
      let mark = rest[rest.index(after: open)..<close]
      if let number = Int(mark) {
        precondition(starts[number] == nil, "mark \(number) is used twice in \(path)")
        starts[number] = bytes.count
        ranges[number] = bytes.count..<bytes.count
      } else if mark.first == "/", let number = Int(mark.dropFirst()), let start = starts[number] {
        ranges[number] = start..<bytes.count
      } else {
        preconditionFailure("‘⟦\(mark)⟧’ is no mark, or ends one that never began, in \(path)")
      }
      rest = rest[rest.index(after: close)...]
    }
    bytes += rest.utf8
    file = SourceFile(path: path, bytes: bytes)
    lines = LineIndex(bytes)
  }

  /// The range marked by a number; nil if there is no such mark.
  package func location(_ mark: Int) -> SourceLocation? {
    ranges[mark].map { range in
      SourceLocation(
        path: file.path, start: lines.position(at: range.lowerBound),
        end: lines.position(at: range.upperBound))
    }
  }

  /// The byte offsets of the range marked by a number.
  package func range(_ mark: Int) -> Range<Int>? { ranges[mark] }
}
