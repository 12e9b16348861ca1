package import DaylightSyntax

/// Reports footnotes that are used and not defined, or defined and not used.
///
/// cmark drops the one and prints the other as text, and says nothing. Labels are not in its tree, so
/// the source is read, without the lines of code blocks.
enum FootnotePass {
  static func run(_ tree: borrowing MarkdownTree, _ assembly: inout Assembly) {
    let document = assembly.document
    let body = document.file.bytes[document.body]
    guard body.contains(UInt8(ascii: "^")) else { return }
    let code = codeLines(of: tree)
    let file = document.file.bytes
    let lines = LineIndex(file)
    var definitions: [String: SourceLocation] = [:]
    var uses: [String: SourceLocation] = [:]
    for line in document.bodyLine...max(document.bodyLine, lines.lineCount)
    where !code.contains(line) {
      let range = lines.range(ofLine: line)
      for (label, at, isDefinition) in labels(in: file[range]) {
        let location = SourceLocation(
          path: assembly.path,
          start: SourcePosition(line: line, column: at.lowerBound - range.lowerBound + 1),
          end: SourcePosition(line: line, column: at.upperBound - range.lowerBound + 1))
        if !isDefinition {
          uses[label] = uses[label] ?? location
        } else if let first = definitions[label] {
          assembly.add(.duplicateFootnote(label, at: location, first: first))
        } else {
          definitions[label] = location
        }
      }
    }
    for (label, location) in uses where definitions[label] == nil {
      assembly.add(.undefinedFootnote(label, known: definitions.keys.sorted(), at: location))
    }
    for (label, location) in definitions where uses[label] == nil {
      assembly.add(.unusedFootnote(label, at: location))
    }
  }

  private static func codeLines(of tree: borrowing MarkdownTree) -> Set<Int> {
    var lines: Set<Int> = []
    for case .enter(let node) in tree.events() {
      guard node.kind == .codeBlock || node.kind == .code, let start = node.position else { continue }
      // A code span may begin anywhere on its line, so the whole line counts as code.
      lines.formUnion(start.line...max(start.line, node.end?.line ?? start.line))
    }
    return lines
  }

  /// The `[^label]`s of a line; one that a colon follows at the margin is a definition.
  private static func labels(
    in line: ArraySlice<UInt8>
  ) -> [(label: String, range: Range<Int>, isDefinition: Bool)] {
    var labels: [(String, Range<Int>, Bool)] = []
    var offset = line.startIndex
    while let open = line[offset...].firstIndex(of: UInt8(ascii: "[")) {
      offset = open + 1
      guard offset < line.endIndex, line[offset] == UInt8(ascii: "^"),
        open == line.startIndex || line[open - 1] != UInt8(ascii: "\\"),
        let close = line[offset...].firstIndex(of: UInt8(ascii: "]")), close > offset + 1
      else { continue }
      let label = line[(offset + 1)..<close]
      guard !label.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "[") }) else { continue }
      let isAtMargin = line[..<open].allSatisfy { $0 == UInt8(ascii: " ") } && open - line.startIndex < 4
      let isDefinition =
        isAtMargin && close + 1 < line.endIndex && line[close + 1] == UInt8(ascii: ":")
      labels.append((String(decoding: label, as: UTF8.self).lowercased(), open..<close + 1, isDefinition))
      offset = close + 1
    }
    return labels
  }
}

extension Rule {
  package static let undefinedFootnote = Rule(
    "undefined-footnote", .error, "A footnote mark without a note.")
  package static let unusedFootnote = Rule(
    "unused-footnote", .warning, "A note that no footnote mark leads to.")
  package static let duplicateFootnote = Rule(
    "duplicate-footnote", .error, "Two notes of the same name.")
}

extension Diagnostic {
  fileprivate static func undefinedFootnote(
    _ label: String, known: [String], at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .undefinedFootnote, "there is no note ‘\(label)’", at: location,
      help: nearestMatch(to: label, in: known).map { "did you mean ‘[^\($0)]’?" }
        ?? "write the note on a line of its own: ‘[^\(label)]: …’")
  }

  fileprivate static func unusedFootnote(_ label: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .unusedFootnote, "no mark leads to the note ‘\(label)’, so it is not shown", at: location,
      help: "write ‘[^\(label)]’ where it belongs, or delete the note")
  }

  fileprivate static func duplicateFootnote(
    _ label: String, at location: SourceLocation, first: SourceLocation
  ) -> Self {
    Diagnostic(
      .duplicateFootnote, "there are two notes ‘\(label)’", at: location,
      notes: [.init("the first is here", at: first)], help: "give one of them another name")
  }
}
