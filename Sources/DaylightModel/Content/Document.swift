package import DaylightSyntax

/// A content file: its kind, its front matter, and the position of its body.
package struct Document: Sendable, Hashable {
  package var file: SourceFile
  package var kind: PageKind
  package var frontMatter: Header
  package var body: Range<Int>
  /// The line of the file on which the body begins.
  package var bodyLine: Int
  package var shown = ShownFields()

  /// In a class, because documents are copied from list to list and their front matter is large.
  package indirect enum Header: Sendable, Hashable {
    case page(PageFrontMatter)
    case term(TermFrontMatter)
  }

  /// Reads one page. A file that cannot be read still makes a document, with empty front matter and
  /// an error, so that links to it are not reported as well.
  package static func read(_ file: SourceFile, kind: PageKind) -> Diagnosed<Document> {
    let encoding = file.encodingDiagnostics()
    guard encoding.isEmpty else {
      return .unreadable(file, kind, FrontMatter(yaml: nil, body: 0..<0, bodyLine: 1), encoding)
    }
    let parts = FrontMatter.split(file)
    if !parts.diagnostics.isEmpty {
      let conflicts = file.conflictDiagnostics()
      if !conflicts.isEmpty { return .unreadable(file, kind, parts.value, conflicts) }
    }
    guard let yaml = parts.value.yaml else {
      if parts.diagnostics.isEmpty, let found = ForeignFrontMatter.finding(in: file, kind) {
        let nothing = FrontMatter(yaml: nil, body: 0..<0, bodyLine: 1)
        return .unreadable(file, kind, nothing, [found])
      }
      let foreign =
        parts.diagnostics.isEmpty
        ? .missingFrontMatter(of: kind, in: file)
        : ForeignFrontMatter.falseEnd(in: file, kind, from: lineEnd(in: file))
      return .unreadable(file, kind, parts.value, foreign.map { [$0] } ?? parts.diagnostics)
    }
    let parsed = YAMLNode.parse(file, in: yaml, limit: YAMLNode.frontMatterLimit)
    guard parsed.diagnostics.isEmpty || parsed.value != nil else {
      if parsed.diagnostics.first?.rule == .conflictMarker {
        return .unreadable(file, kind, parts.value, parsed.diagnostics)
      }
      let front = SourceFile(path: file.path, bytes: Array(file.bytes[..<yaml.upperBound]))
      let end = ForeignFrontMatter.falseEnd(in: front, kind, from: yaml.lowerBound)
      return .unreadable(file, kind, parts.value, end.map { [$0] } ?? parsed.diagnostics)
    }
    let header = Header.decode(parsed.value, kind: kind, at: .file(file.path))
    var document = Diagnosed(
      Document(
        file: file, kind: kind, frontMatter: header.value, body: parts.value.body,
        bodyLine: parts.value.bodyLine), parsed.diagnostics + header.diagnostics)
    document.value.shown = ShownFields(parsed.value, in: file, yaml)
    let isDraft = document.value.common.isDraft
    document.diagnostics += PlainTextFields.findings(in: parsed.value, of: file).filter {
      !isDraft || $0.rule != .placeholderText
    }
    if kind.traits.needsText, !document.value.hasBody {
      document.diagnostics.append(.emptyBody(of: kind, in: file, line: parts.value.bodyLine))
    }
    return document
  }

  /// Where the first line of a file ends.
  private static func lineEnd(in file: SourceFile) -> Int {
    (file.bytes.firstIndex { $0 == UInt8(ascii: "\n") } ?? file.bytes.count - 1) + 1
  }

  package var common: CommonFrontMatter {
    switch frontMatter {
    case .page(let page): page.common
    case .term(let term): term.common
    }
  }

  /// Nil for a term.
  package var pageFields: PageFrontMatter? {
    if case .page(let page) = frontMatter { page } else { nil }
  }

  /// Nil for all pages but terms.
  package var termFields: TermFrontMatter? {
    if case .term(let term) = frontMatter { term } else { nil }
  }

  package var title: Located<String> {
    switch frontMatter {
    case .page(let page): page.title
    case .term(let term): term.term
    }
  }

  private var hasBody: Bool { file.bytes[body].contains { $0 > UInt8(ascii: " ") } }
}

extension Document.Header {
  static func decode(
    _ node: YAMLNode?, kind: PageKind, at location: SourceLocation
  ) -> Diagnosed<Self> {
    if kind.traits.isTerm {
      let term = TermFrontMatter.decode(node, at: location)
      return Diagnosed(.term(term.value), term.diagnostics)
    }
    let page = PageFrontMatter.decode(node, kind: kind, at: location)
    return Diagnosed(.page(page.value), page.diagnostics)
  }
}

extension Diagnosed<Document> {
  fileprivate static func unreadable(
    _ file: SourceFile, _ kind: PageKind, _ parts: FrontMatter, _ findings: [Diagnostic]
  ) -> Self {
    // Missing fields would only hide the real finding.
    let empty = Document.Header.decode(nil, kind: kind, at: .file(file.path)).value
    return Self(
      Document(
        file: file, kind: kind, frontMatter: empty, body: parts.body, bodyLine: parts.bodyLine),
      findings)
  }
}

extension Rule {
  package static let missingFrontMatter = Rule(
    "missing-front-matter", .error, "A page that does not open with front matter.",
    why: "Without a title a page has no heading, no name in lists and no title on the tab.",
    bad: "Rest is allowed.",
    good: "---\ntitle: Rest\n---\nRest is allowed.",
    fix: "Open the file with three lines: `---`, `title: …` and `---`.", in: .page)
  package static let emptyBody = Rule(
    "empty-body", .warning, "An article, page or checklist with front matter and nothing else.",
    why: "A reader who came for help would find a heading and nothing else.",
    bad: "---\ntitle: Rest\n---",
    good: "---\ntitle: Rest\n---\nRest is allowed.",
    fix: "Write the text, or add `draft: true` until you have.", in: .page)
}

extension Diagnostic {
  fileprivate static func missingFrontMatter(of kind: PageKind, in file: SourceFile) -> Self {
    let name = kind.traits.titleField
    // A heading at the top was meant as the title.
    let line = String(decoding: file.bytes.prefix { $0 > 0x1F || $0 == 0x09 }, as: UTF8.self)
    let heading = line.hasPrefix("# ") ? String(line.dropFirst(2)).onOneLine : "…"
    return Diagnostic(
      .missingFrontMatter, "this \(kind.noun) has no front matter", at: .file(file.path),
      help: "open the file with three lines: ‘---’, ‘\(name): \(heading)’ and ‘---’"
        + (heading == "…" ? "" : ", in place of the heading"))
  }

  fileprivate static func emptyBody(of kind: PageKind, in file: SourceFile, line: Int) -> Self {
    Diagnostic(
      .emptyBody, "this \(kind.noun) has no text below its front matter",
      at: SourceLocation(path: file.path, start: SourcePosition(line: line, column: 1)),
      help: "write the text, or mark it with ‘draft: true’")
  }
}
