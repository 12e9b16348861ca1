import DaylightSyntax

/// What is at the top of a page instead of front matter: that of another program, or lines that
/// only look like three hyphens.
struct ForeignFrontMatter {
  private let file: SourceFile
  private let kind: PageKind
  private var lines: [(number: Int, text: String, column: Int)] = []

  /// Lines further down than this were not meant as front matter.
  private static let mostLines = 200

  private init(_ file: SourceFile, _ kind: PageKind, from start: Int = 0) {
    self.file = file
    self.kind = kind
    let index = LineIndex(file.bytes)
    let first = index.position(at: start).line
    for number in first..<first + Self.mostLines {
      let range = index.range(ofLine: number)
      guard range.lowerBound < file.bytes.count else { break }
      let text = String(decoding: file.bytes[range], as: UTF8.self)
      let line = text.onOneLine
      let column = text.utf8.count - text.drop { $0 != line.first }.utf8.count
      lines.append((number, line, column + 1))
    }
  }

  /// The finding for a page that does not begin with a line `---`; nil if nothing at its top looks
  /// like front matter.
  static func finding(in file: SourceFile, _ kind: PageKind) -> Diagnostic? {
    let top = Self(file, kind)
    guard let first = top.lines.firstIndex(where: { !$0.text.isEmpty }) else { return nil }
    return top.finding(from: first) ?? top.lateOpening(after: first)
  }

  /// The line that was meant to close front matter, among those from an offset on.
  static func falseEnd(in file: SourceFile, _ kind: PageKind, from start: Int) -> Diagnostic? {
    let top = Self(file, kind, from: start)
    return top.lines.first { line in
      isFence(line.text) || line.text == "..." || line.text == "+++" || line.text == "---"
        || line.text.hasPrefix("--- #")
    }.map { line in
      Diagnostic(
        .unclosedFrontMatter, "‘\(line.text)’ does not close the front matter",
        at: top.place(of: line), help: "write three hyphens here, at the start of the line: ---")
    }
  }

  private func finding(from first: Int) -> Diagnostic? {
    let line = lines[first]
    let next = lines.dropFirst(first + 1).first { !$0.text.isEmpty }?.text ?? ""
    switch line.text {
    case _ where line.text.hasPrefix("+++"):
      return said(line, "the front matter is written in TOML, which Daylight does not read", next)
    case ";;;":
      return said(line, "the front matter is written in JSON, which Daylight does not read", "")
    case _ where line.text.first == "{" && (line.text.contains("\"") || next.first == "\""):
      return said(line, "the front matter is written in JSON, which Daylight does not read", "")
    case "---":
      return Diagnostic(
        .missingFrontMatter, "the front matter does not begin at the very start of the file",
        at: place(of: line), help: "delete everything before this ‘---’, empty lines too")
    case _ where line.text.hasPrefix("---") && !Self.isFence(line.text):
      return Diagnostic(
        .missingFrontMatter, "‘\(line.text)’ is more than the three hyphens that open front matter",
        at: place(of: line), help: "write ‘---’ on this line, and nothing else")
    case _ where Self.isFence(line.text) && (Self.isField(next) || next.isEmpty):
      return Diagnostic(
        .missingFrontMatter, "‘\(line.text)’ is not the three hyphens that open front matter",
        at: place(of: line), help: "write three plain hyphens: ---")
    case _ where line.text.hasPrefix("```") && (next == "---" || Self.isField(next)):
      return Diagnostic(
        .missingFrontMatter, "the front matter is inside a code block", at: place(of: line),
        help: "write ‘---’ in place of ‘\(line.text)’, and again in place of the line that ends it")
    case _ where Self.isField(line.text):
      return said(line, "no line ‘---’ opens the front matter", line.text)
    default: return nil
    }
  }

  /// A `---` with a field below it, after something else.
  private func lateOpening(after first: Int) -> Diagnostic? {
    for number in lines.indices.dropFirst(first + 1).dropLast()
    where lines[number].text == "---" && Self.isField(lines[number + 1].text) {
      return Diagnostic(
        .missingFrontMatter, "the front matter does not begin at the very start of the file",
        at: place(of: lines[number]), help: "move it up, above everything else")
    }
    return nil
  }

  private func said(
    _ line: (number: Int, text: String, column: Int), _ message: String, _ field: String
  ) -> Diagnostic {
    let name = kind.traits.titleField
    let field = YAMLNode.nameAndValue(in: field) ?? "\(name): …"
    return Diagnostic(
      .missingFrontMatter, message, at: place(of: line),
      help: "write it as YAML: a line ‘---’, then lines such as ‘\(field)’, then ‘---’ again")
  }

  private func place(of line: (number: Int, text: String, column: Int)) -> SourceLocation {
    SourceLocation(
      path: file.path, start: SourcePosition(line: line.number, column: line.column),
      end: SourcePosition(line: line.number, column: line.column + line.text.utf8.count))
  }

  /// A line that consists of dashes of any kind but is not `---`.
  private static func isFence(_ text: String) -> Bool {
    let marks = text.filter { $0 != " " }
    return !marks.isEmpty && text != "---"
      && marks.allSatisfy { "-‐‑‒–—―−⸺⸻_=*".contains($0) } && marks.count <= 20
  }

  /// Whether a line is a name and a value, in YAML or TOML.
  private static func isField(_ text: String) -> Bool {
    guard let mark = text.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return false }
    let name = text[..<mark].filter { $0 != " " }.lowercased()
    return fields.contains(name) && YAMLNode.nameAndValue(in: text) != nil
  }

  private static let fields: Set<String> = [
    "title", "term", "summary", "draft", "date", "published", "description", "author", "layout",
    "tags", "topics", "evidence", "order", "weight", "slug", "aliases", "categories", "lastmod",
    "steps", "sources",
  ]
}
