package import DaylightSyntax

/// How hard each page was to read when somebody last saved that: the file `grades.lock`. A page may
/// get easier, but not harder in silence (CNT-09).
package struct GradeList: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    /// From the root of the site.
    package let page: String
    /// In tenths, as it is written.
    package let tenths: Int

    /// - Parameter score: of the formula of the site's language.
    package init(page: String, score: Double) {
      self.page = page
      tenths = Int((score * 10).rounded())
    }
  }

  /// Sorted by page.
  package let entries: [Entry]

  package init(_ entries: [Entry] = []) {
    self.entries = entries.sorted { $0.page < $1.page }
  }

  package var text: String {
    entries.reduce(into: Self.heading) { $0 += "\(Self.number($1.tenths)) \($1.page)\n" }
  }

  private static let heading =
    "# How hard each page is to read. ‘daylight check --save-grades’ writes this file anew.\n"

  /// A number with one decimal, such as `4.2`.
  package static func number(_ tenths: Int) -> String {
    "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  package static func read(_ file: SourceFile) -> Diagnosed<Self> {
    let encoding = file.encodingDiagnostics()
    guard encoding.isEmpty || file.bytes.isEmpty else { return Diagnosed(Self(), encoding) }
    var entries: [Entry] = []
    var diagnostics: [Diagnostic] = []
    let lines = file.bytes.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\n") }
    for (index, line) in lines.enumerated() {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let text = String(decoding: line, as: UTF8.self)
      let parts = text.split(separator: " ", maxSplits: 1)
      if parts.count == 2, let score = Double(parts[0]), abs(score) < 1000 {
        entries.append(Entry(page: String(parts[1]), score: score))
      } else {
        let start = SourcePosition(line: index + 1, column: 1)
        let end = SourcePosition(line: index + 1, column: line.count + 1)
        diagnostics.append(
          .invalidGrade(text, at: SourceLocation(path: file.path, start: start, end: end)))
      }
    }
    return Diagnosed(Self(entries), diagnostics)
  }
}

extension Rule {
  package static let invalidGrade = Rule(
    "invalid-grade", .error, "A line of grades.lock that Daylight did not write.",
    why: "Nobody would notice when the page of that line gets harder to read.",
    bad: "a line in `content/grades.lock` that was typed, or that git left",
    good: "the lines that `daylight check --save-grades` writes",
    fix: "Write the file anew with `daylight check --save-grades`.", in: .described)
}

extension Diagnostic {
  fileprivate static func invalidGrade(_ text: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidGrade, "‘\(text)’ is not a grade and a page", at: location,
      help: "take the line out, and write the file anew with ‘daylight check --save-grades’")
  }
}
