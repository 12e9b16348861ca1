import DaylightModel
package import DaylightSyntax

/// Flags text that became code by its indentation, and code whose end is missing.
enum AccidentalCode {
  /// - Parameter lines: of the file.
  static func check(_ block: MarkdownNode, _ lines: LineIndex, _ assembly: inout Assembly) {
    let bytes = assembly.document.file.bytes
    guard let position = block.position else { return }
    let line = bytes[lines.range(ofLine: position.line)]
    let rest = line.dropFirst(max(0, position.column - 1))
    guard let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
      rest.starts(with: [mark, mark, mark])
    else {
      if !looksLikeCode(block.literal) {
        assembly.add(.accidentalCode(at: SourceLocation(path: assembly.path, start: position)))
      }
      return
    }
    let count = rest.prefix { $0 == mark }.count
    let last = bytes[lines.range(ofLine: max(position.line, lastLine(of: block, position)))]
    let closing = last.drop { $0.isOne(of: " \t>") }
    let marks = closing.prefix { $0 == mark }
    let isClosed =
      marks.startIndex > rest.startIndex && marks.count >= count
      && closing[marks.endIndex...].allSatisfy { $0 <= 0x20 }
    if !isClosed {
      var end = position
      end.column += count
      assembly.add(
        .openFence(at: SourceLocation(path: assembly.path, start: position, end: end)))
    }
  }

  private static func lastLine(of block: MarkdownNode, _ start: SourcePosition) -> Int {
    guard let end = block.end else { return start.line }
    return end.column <= 1 ? end.line - 1 : end.line
  }

  /// Whether a text has signs that prose does not have.
  private static func looksLikeCode(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = String(decoding: text, as: UTF8.self)
    if ["()", " = ", "==", "=>", "</", "/>", "&&", "||", "::"].contains(where: text.contains) {
      return true
    }
    return text.split(separator: "\n").contains { line in
      let line = line.drop { $0 == " " }
      return ["{", "}", ";"].contains { line.hasSuffix($0) }
        || ["$ ", "//", "#!", "<", "@"].contains { line.hasPrefix($0) }
    }
  }
}

/// Flags a line in bold that is used as a heading.
enum BoldHeading {
  static func check(_ bold: MarkdownNode, _ assembly: inout Assembly) {
    guard let paragraph = bold.ancestors.first(where: { !$0.kind.isInline }),
      paragraph.parent?.kind == .document, paragraph.next != nil,
      paragraph.next?.kind != .heading
    else { return }
    let text = bold.plainText
    // A whole sentence in bold is a sentence.
    guard text.utf8.count <= 80, let last = text.last, !".!…".contains(last) else { return }
    assembly.add(.boldHeading(text, at: assembly.location(of: bold)))
  }
}

extension Rule {
  package static let accidentalCode = Rule(
    "accidental-code", .error, "A paragraph that became code, because of four spaces before it.",
    why: "Code is shown in one long line in another font, and nothing in it is a link.",
    bad: "    Take your time.", good: "Take your time.",
    fix:
      "Take the spaces before the paragraph away; code goes between two lines of three backticks.")
  package static let boldHeading = Rule(
    "bold-heading", .warning, "A line in bold that is used as a heading.",
    why: "Readers who listen move from heading to heading, and a bold line is none.",
    bad: "**What helps**\n\nRest.", good: "## What helps\n\nRest.",
    fix: "Write `## ` before it, and take the asterisks away.")
}

extension Diagnostic {
  fileprivate static func accidentalCode(at location: SourceLocation) -> Self {
    Diagnostic(
      .accidentalCode, "four spaces or a tab before this paragraph make it code", at: location,
      help: "remove the spaces at the beginning of its lines; if it is code, write ‘```’ on a "
        + "line before it and a line after it")
  }

  fileprivate static func openFence(at location: SourceLocation) -> Self {
    Diagnostic(
      .accidentalCode, "the code that begins here is never closed", at: location,
      help: "write the same marks on a line of their own where it should end, or remove them")
  }

  fileprivate static func boldHeading(_ text: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .boldHeading, "‘\(text)’ is in bold, and looks like a heading", at: location,
      help: "write ‘## \(text)’, with as many hashes as its level needs")
  }
}
