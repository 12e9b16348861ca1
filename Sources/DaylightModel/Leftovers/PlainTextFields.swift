package import DaylightSyntax

/// Looks for markup in the fields of front matter, data files and strings that readers see as plain
/// text.
package enum PlainTextFields {
  package static func findings(in node: YAMLNode?, of file: SourceFile) -> [Diagnostic] {
    guard let node else { return [] }
    var search = Search(file: file, isStrings: file.path.hasPrefix("templates/"))
    search.visit(node, isShown: search.isStrings, field: "")
    return search.findings
  }

  private struct Search {
    let file: SourceFile
    let isStrings: Bool
    var findings: [Diagnostic] = []

    mutating func visit(_ node: YAMLNode, isShown: Bool, field: String) {
      switch node.content {
      case .scalar(let text, _):
        if isShown, MarkupSigns.mayBe(in: text) || text.hasByte(UInt8(ascii: "[")) {
          check(text, field, at: node.location)
        }
      case .sequence(let nodes):
        for node in nodes { visit(node, isShown: isShown, field: field) }
      case .mapping(let fields):
        for field in fields {
          visit(
            field.value, isShown: isShown || PlainTextFields.shown.contains(field.key),
            field: field.key)
        }
      }
    }

    private mutating func check(_ text: String, _ field: String, at location: SourceLocation) {
      let read = LeftoverText(plain: text)
      for leftover in read.leftovers() {
        let found = read.quoted(leftover.range)
        // A string may contain a value of its place, such as {{number}}.
        if isStrings, found.isName { continue }
        let place = place(of: read.bytes[leftover.range], in: location)
        let isMarkdown = leftover.kind.rule == .strayMarkdown
        findings.append(
          isMarkdown
            ? .markupInField(found, field, at: place)
            : .leftover(found, leftover.kind, inField: field, at: place))
      }
    }

    /// The position of a part of a value: where its first line occurs next in the file.
    private func place(of stretch: ArraySlice<UInt8>, in value: SourceLocation) -> SourceLocation {
      let line = stretch.prefix { $0 != UInt8(ascii: "\n") }
      let lines = LineIndex(file.bytes)
      let start = lines.offset(of: value.start)
      guard let first = line.first else { return value }
      var offset = start
      while offset + line.count <= file.bytes.count {
        if file.bytes[offset] == first, file.bytes[offset...].starts(with: line) {
          return SourceLocation(
            path: file.path, start: lines.position(at: offset),
            end: lines.position(at: offset + line.count))
        }
        offset += 1
      }
      return value
    }
  }

  /// The fields whose text is shown to readers, or to authors in messages.
  private static let shown: Set<String> = [
    "title", "shortTitle", "summary", "term", "aliases", "abbreviation", "not", "topics", "extra",
    "name", "shortName", "address", "credential", "register", "bio", "hours", "coverage", "cost",
    "languages", "notes", "note", "billingNote", "display", "keyword", "why", "instead", "supports",
    "container", "publisher", "authors", "caption", "question", "alsoAsked", "moments",
    "description", "for", "amount", "reducedFees", "insurance", "directions", "access", "area",
    "reply", "callerID", "bill", "voicemail", "photoAlt", "jobTitle", "approaches", "fee",
    "logoText", "heroText",
  ]
}

extension String {
  /// `{{a.name}}`
  fileprivate var isName: Bool {
    hasPrefix("{{") && hasSuffix("}}")
      && dropFirst(2).dropLast(2).allSatisfy { $0.isLetter || $0.isNumber || "._- ".contains($0) }
  }
}

extension Rule {
  package static let markupInField = Rule(
    "markup-in-field", .error, "Markdown, HTML or entities in a field that is plain text.",
    why: "Titles, summaries and the details of helplines are shown as they are typed: readers "
      + "would see the asterisks and brackets.",
    bad: "---\ntitle: Rest\nsummary: Why *rest* helps.\n---\nText.",
    good: "---\ntitle: Rest\nsummary: Why rest helps.\n---\nText.",
    fix: "Write the words alone; links and emphasis belong in the text of a page.", in: .page)
}

extension Diagnostic {
  fileprivate static func markupInField(
    _ found: String, _ field: String, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .markupInField, "‘\(field)’ is plain text, and readers would see ‘\(found)’ as text",
      at: location,
      help: "write the words alone, without marks; links and emphasis belong in the text of a page")
  }

  fileprivate static func leftover(
    _ found: String, _ kind: LeftoverKind, inField field: String, at location: SourceLocation
  ) -> Self {
    let isOfTools = kind.rule == .foreignMarkup
    return Diagnostic(
      kind.rule, "‘\(found)’ \(kind.meaning)", at: location,
      help: isOfTools ? "‘\(field)’ is plain text: write the words alone" : kind.help)
  }
}
