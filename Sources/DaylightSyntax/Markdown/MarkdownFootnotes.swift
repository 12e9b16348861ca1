/// The footnotes of a text that cmark-gfm silently drops or leaves as text.
package struct MarkdownFootnotes: Sendable, Hashable {
  /// Marks like `[^a]` that have no definition, and were left as text.
  package var undefined: [Label] = []
  /// What looks like a mark or a definition but is not one: `[^my note]`, `[^]`, `[^a` and
  /// `^[note]`.
  package var misnamed: [Label] = []
  /// Definitions that no mark refers to; their text is not in the tree.
  package var unused: [Label] = []
  /// Definitions of a label that is already defined; their text is not in the tree.
  package var repeated: [Label] = []

  package struct Label: Sendable, Hashable {
    /// The text between `[^` and `]`; if misnamed, including the brackets.
    package var text: [UInt8]
    /// Whether `text` includes the brackets.
    package var isWhole = false
    package var position: SourcePosition
    /// The end of what is misnamed.
    package var end: SourcePosition?
  }

  package init() {}
}

extension MarkdownTree {
  /// Whether the text has a `^`, without which there are no footnotes.
  package var mayHaveFootnotes: Bool { body.has(UInt8(ascii: "^")) }

  /// Finds the broken footnotes in an outline that was read after text was joined and before text
  /// nodes are edited.
  package func footnotes(in outline: MarkdownOutline) -> MarkdownFootnotes {
    var found = MarkdownFootnotes()
    for text in outline.textsWithCaret { text.findFootnotes(&found) }
    let written = writtenDefinitions()
    if written.isEmpty { return found }
    var printed: [Int: [UInt8]] = [:]
    for node in outline.footnoteDefinitions {
      if let line = node.position?.line { printed[line] = node.footnoteLabel ?? [] }
    }
    var verbatim: Set<Int> = []
    for node in outline.verbatimBlocks {
      guard let start = node.position, let end = node.end else { continue }
      verbatim.formUnion(start.line...max(end.line, start.line))
    }
    // Labels are compared without case, at least in ASCII.
    let names = Set(printed.values.map { $0.map(\.asciiLowercased) })
    for label in written where printed[label.position.line] == nil {
      if verbatim.contains(label.position.line) { continue }
      if names.contains(label.text.map(\.asciiLowercased)) {
        found.repeated.append(label)
      } else {
        found.unused.append(label)
      }
    }
    return found
  }

  /// What looks like the definition of a footnote at the beginning of a line of the source.
  private func writtenDefinitions() -> [MarkdownFootnotes.Label] {
    let body = body
    var found: [MarkdownFootnotes.Label] = []
    var next = body.offset(of: UInt8(ascii: "^"))
    while let caret = next {
      next = body.offset(of: UInt8(ascii: "^"), from: caret + 1)
      guard caret > 0, isFirstOfLine(caret - 1), let label = footnoteLabel(body[(caret - 1)...])
      else { continue }
      let colon = caret + label.count + 2
      guard colon < body.count, body[colon] == UInt8(ascii: ":") else { continue }
      let position = root.source.pointee.position(at: caret - 1)
      found.append(MarkdownFootnotes.Label(text: label, position: position))
    }
    return found
  }

  /// Whether only spaces and quotation markers come before an offset on its line.
  private func isFirstOfLine(_ offset: Int) -> Bool {
    for byte in body[..<offset].reversed() {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return true }
      if !byte.isOne(of: " \t>") { return false }
    }
    return true
  }
}

extension MarkdownNode {
  /// The text between `[^` and `]` in a footnote's mark or definition, read from the source,
  /// because the tree has only the number; nil for other nodes.
  package var footnoteLabel: [UInt8]? {
    guard let position, let offset = source.pointee.offset(of: position) else { return nil }
    switch kind {
    case .footnoteReference:
      return DaylightSyntax.footnoteLabel(source.pointee.body[offset...])
    case .footnoteDefinition:
      // cmark gives a definition the position after its label.
      let line = source.pointee.line(position.line - source.pointee.firstLine + 1)
      guard let start = line.firstIndex(of: UInt8(ascii: "[")) else { return nil }
      return DaylightSyntax.footnoteLabel(line[start...])
    default:
      return nil
    }
  }

  /// The marks that were left as text, except those written with a backslash.
  fileprivate func findFootnotes(_ found: inout MarkdownFootnotes) {
    let literal = literal
    for caret in literal.indices where literal[caret] == UInt8(ascii: "^") {
      if found.undefined.count + found.misnamed.count >= Self.mostFootnotes { return }
      let start: Int
      if caret + 1 < literal.count, literal[caret + 1] == UInt8(ascii: "[") {
        start = caret
      } else {
        let before = literal[..<caret].lastIndex { $0 != UInt8(ascii: " ") }
        guard let before, literal[before] == UInt8(ascii: "[") else { continue }
        start = before
      }
      if isEscaped(start) || isEscaped(caret) { continue }
      let position = self.position(ofByte: start) ?? place
      if let label = DaylightSyntax.footnoteLabel(literal[start...]) {
        found.undefined.append(MarkdownFootnotes.Label(text: label, position: position))
      } else {
        found.misnamed.append(misnamedFootnote(at: start, caret, position))
      }
    }
  }

  /// How many broken marks are reported for one text.
  private static let mostFootnotes = 100

  /// Bytes that are looked through for the end of a name.
  private static let longestName = 200

  private func misnamedFootnote(
    at start: Int, _ caret: Int, _ position: SourcePosition
  ) -> MarkdownFootnotes.Label {
    let rest = literal[start...]
    // Of a name that goes on on the next line cmark keeps nothing but its brackets.
    if rest.starts(with: "[^]".utf8), let written = writtenFootnote(at: position) { return written }
    let word = literal[(caret + 1)...].prefix(Self.longestName).prefix { $0 > UInt8(ascii: " ") }
    let end =
      rest.prefix(Self.longestName).dropFirst(2).firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 }
      ?? min(word.endIndex, literal.count)
    return .init(text: Array(literal[start..<end]), isWhole: true, position: position)
  }

  /// `[^my note]` as it is in the source, with one space for all blanks in a row.
  private func writtenFootnote(at position: SourcePosition) -> MarkdownFootnotes.Label? {
    guard let start = source.pointee.offset(of: position) else { return nil }
    let written = source.pointee.body[start...]
    guard written.starts(with: "[^".utf8),
      let close = written.prefix(Self.longestName).firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let words = written[...close].split { $0 <= UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }
    return .init(
      text: Array(words.joined(separator: CollectionOfOne(UInt8(ascii: " ")))), isWhole: true,
      position: position, end: source.pointee.position(at: close + 1))
  }

  /// `[^my note]` where it was taken for a link, because of a line such as `[^my note]: word`.
  package var footnoteTakenForLink: MarkdownFootnotes.Label? {
    guard let text = firstChild, text.kind == .text, text.literal.first == UInt8(ascii: "^"),
      let position, let label = writtenFootnote(at: position),
      let end = label.end.flatMap({ source.pointee.offset(of: $0) }),
      end == source.pointee.body.count || !source.pointee.body[end].isOne(of: "([")
    else { return nil }
    return label
  }
}

/// The label of a footnote's mark that begins here. It may not contain spaces, brackets or line
/// ends.
private func footnoteLabel(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
  guard bytes.starts(with: "[^".utf8) else { return nil }
  let label = bytes.dropFirst(2).prefix { $0 > UInt8(ascii: " ") && !$0.isOne(of: "[]") }
  guard !label.isEmpty, label.endIndex < bytes.endIndex,
    bytes[label.endIndex] == UInt8(ascii: "]")
  else { return nil }
  return Array(label)
}
