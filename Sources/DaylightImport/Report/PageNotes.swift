import DaylightSyntax

/// What is noted down while one file is turned.
final class PageNotes {
  let path: String
  /// Where the reader is in the file, counted from 1.
  var line = 1
  private(set) var findings: [ImportFinding] = []

  init(path: String) { self.path = path }

  /// Only for the report.
  func tell(_ kind: ImportFinding.Kind, _ text: String, line: Int? = nil) {
    findings.append(
      ImportFinding(kind: kind, path: path, line: line ?? self.line, text: text.singleSpaced))
  }

  /// For the report and, as the comment that is returned, for the text.
  func leave(_ kind: ImportFinding.Kind, _ text: String, line: Int? = nil) -> String {
    tell(kind, text, line: line)
    return Self.toDo("\(Self.reason(kind)) \(text)")
  }

  /// A comment for the author, who has something left to do there. No reader sees it.
  static func toDo(_ text: String) -> String { "<!-- TODO \(insideComment(text)) -->" }

  /// What was a comment in the source, too.
  static func comment(_ text: String) -> String { "<!-- \(insideComment(text)) -->" }

  /// The text without what would end a comment.
  private static func insideComment(_ text: String) -> String {
    var inside = text.singleSpaced
    if inside.unicodeScalars.count > 600 {
      inside = String(String.UnicodeScalarView(inside.unicodeScalars.prefix(599)))
      inside += "… (all of it is in import-report.md)"
    }
    while inside.includes("--") { inside = inside.replacing("--", by: "- -") }
    inside = inside.replacing("<!", by: "< !").replacing("->", by: "- >")
    if inside.hasSuffix("-") { inside += " " }
    return inside
  }

  /// Without the marks by which our own transforms name what a link led to.
  static func written(_ address: String) -> String {
    for mark in ["source:", "wiki:", "term:"] where address.hasPrefix(mark) {
      return Address.decoded(address[...].dropFirst(mark.count))
    }
    if address.hasPrefix("foreign:") { return Address.decoded(address[...].dropFirst(8)) }
    return address
  }

  private static func reason(_ kind: ImportFinding.Kind) -> String {
    switch kind {
    case .link: "this was a link to"
    case .file: "this was a link to the file"
    case .embedded: "here was"
    default: "import:"
    }
  }
}
