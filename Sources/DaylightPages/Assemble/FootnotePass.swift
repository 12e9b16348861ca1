import DaylightModel
package import DaylightSyntax

/// Reports footnotes that are used but not defined, or defined but not used: cmark prints the
/// former as text, drops the latter, and reports neither.
enum FootnotePass {
  static func run(
    _ tree: MarkdownTree, _ outline: MarkdownOutline, _ assembly: inout Assembly
  ) {
    guard tree.mayHaveFootnotes else { return }
    let footnotes = tree.footnotes(in: outline)
    for label in footnotes.undefined {
      assembly.add(.undefinedFootnote(label.name, at: label.location(in: assembly.path)))
    }
    for label in footnotes.misnamed {
      assembly.add(.misnamedFootnote(label.name, at: label.location(in: assembly.path)))
    }
    // The note of a misnamed mark is used once the mark is corrected.
    let meant = Set(footnotes.misnamed.map(\.meantName))
    for label in footnotes.unused where !meant.contains(label.meantName) {
      assembly.add(.unusedFootnote(label.name, at: label.location(in: assembly.path)))
    }
    for label in footnotes.repeated {
      assembly.add(.duplicateFootnote(label.name, at: label.location(in: assembly.path)))
    }
    assembly.footnotes = outline.footnoteDefinitions
    number(tree, &assembly)
  }
}

extension FootnotePass {
  /// Replaces all marks by HTML of our own. Ids consist of numbers alone, because those that cmark
  /// makes from the names of notes could clash with others.
  private static func number(_ tree: borrowing MarkdownTree, _ assembly: inout Assembly) {
    var marks: [MarkdownNode] = []
    tree.walk { node, kind, _ in
      if kind == .footnoteReference { marks.append(node) }
    }
    for mark in marks {
      guard let number = Int(String(decoding: mark.literal, as: UTF8.self)), number > 0 else {
        continue
      }
      let missing = number - assembly.footnoteUses.count
      if missing > 0 { assembly.footnoteUses += Array(repeating: 0, count: missing) }
      assembly.footnoteUses[number - 1] += 1
      let id = id(ofUse: assembly.footnoteUses[number - 1], of: number)
      let html =
        "<sup class=\"footnote-ref\"><a href=\"#fn-\(number)\" id=\"\(id)\" data-footnote-ref>"
        + "\(number)</a></sup>"
      let reference = mark.makeCustomInline(enter: Array(html.utf8))
      assembly.citations.insert(reference)
      mark.replace(with: reference)
      assembly.noteMarks.append(reference)
    }
  }

  private static func id(ofUse use: Int, of number: Int) -> String {
    use == 1 ? "fnref-\(number)" : "fnref-\(number)-\(use)"
  }

  /// Writes the notes into the tree, each with the links back to its marks, once all passes have
  /// read their content.
  static func finish(_ assembly: borrowing Assembly) {
    let notes = assembly.footnotes
    for (index, note) in notes.enumerated() {
      let uses = index < assembly.footnoteUses.count ? assembly.footnoteUses[index] : 0
      let back = links(backTo: index + 1, uses: uses, assembly)
      if let last = note.lastChild, last.kind == .paragraph {
        last.append(last.makeCustomInline(enter: Array((" " + back).utf8)))
      } else {
        let paragraph = note.makeParagraph()
        paragraph.append(paragraph.makeCustomInline(enter: Array(back.utf8)))
        note.append(paragraph)
      }
      let isFirst = index == 0
      let isLast = index == notes.count - 1
      note.becomeBlock(
        opening: Array(
          ((isFirst ? "<section class=\"footnotes\" data-footnotes>\n<ol>\n" : "")
            + "<li id=\"fn-\(index + 1)\">").utf8),
        closing: Array(("</li>" + (isLast ? "\n</ol>\n</section>" : "")).utf8))
    }
  }

  private static func links(
    backTo number: Int, uses: Int, _ assembly: borrowing Assembly
  ) -> String {
    let label = HTMLEscaper.escaped(assembly.index.strings.footnoteBack)
    return (0..<uses).map { use in
      "<a href=\"#\(id(ofUse: use + 1, of: number))\" class=\"footnote-backref\" "
        + "data-footnote-backref aria-label=\"\(label)\">↩"
        + (use > 0 ? "<sup class=\"footnote-ref\">\(use + 1)</sup>" : "") + "</a>"
    }.joined(separator: " ")
  }
}

extension MarkdownFootnotes.Label {
  var name: String { String(decoding: text, as: UTF8.self) }

  /// The name without its brackets and blanks, in lower case.
  fileprivate var meantName: [UInt8] {
    text.filter { !$0.isOne(of: "[^]-") && $0 > UInt8(ascii: " ") }.map(\.asciiLowercased)
  }

  /// From the opening bracket to the closing one.
  func location(in path: String) -> SourceLocation {
    var end = position
    end.column += text.count + (isWhole ? 0 : 3)
    return SourceLocation(path: path, start: position, end: self.end ?? end)
  }
}

extension Rule {
  package static let misnamedFootnote = Rule(
    "misnamed-footnote", .error, "A footnote whose name has spaces, is missing or is never closed.",
    why: "Readers would see the brackets in the text, and no note.",
    bad: "Some say so.[^my note]\n\n[^my note]: The word differs.",
    good: "Some say so.[^my-note]\n\n[^my-note]: The word differs.",
    fix: "Write a name without spaces, on one line, between `[^` and `]`, the same at the mark and "
      + "at the note.")
  package static let undefinedFootnote = Rule(
    "undefined-footnote", .error, "A footnote mark without a note.",
    why: "The reader would see a mark that leads to no note.",
    bad: "Rest is allowed.[^1]",
    good: "Rest is allowed.[^1]\n\n[^1]: At any time of day.",
    fix: "Write the note in a paragraph of its own: `[^1]: …`")
  package static let unusedFootnote = Rule(
    "unused-footnote", .warning, "A note that no footnote mark leads to.",
    why: "A note without a mark is not shown, so its text is lost.",
    bad: "Rest is allowed.\n\n[^1]: At any time of day.",
    good: "Rest is allowed.[^1]\n\n[^1]: At any time of day.",
    fix: "Write the mark where the note belongs, or delete the note.")
  package static let duplicateFootnote = Rule(
    "duplicate-footnote", .error, "Two notes of the same name.",
    why: "Only one of the two notes would be shown.",
    bad: "Rest is allowed.[^1]\n\n[^1]: At any time.\n\n[^1]: Also by day.",
    good: "Rest is allowed.[^1] [^2]\n\n[^1]: At any time.\n\n[^2]: Also by day.",
    fix: "Give one of the notes another name.")
}

extension Diagnostic {
  static func misnamedFootnote(_ mark: String, at location: SourceLocation) -> Self {
    let escape = "; put a backslash before ‘[’ if it is meant to be seen"
    if mark.hasPrefix("^") {
      return Diagnostic(
        .misnamedFootnote, "a note cannot be written in the text", at: location,
        help: "write ‘[^name]’ here and ‘[^name]: …’ on a line of its own" + escape)
    }
    let words = mark.drop { "[^".contains($0) || $0.isWhitespace }.prefix { $0 != "]" }
      .split { $0.isWhitespace }
    // A word that was broken at its hyphen keeps it.
    let name =
      words.isEmpty
      ? "name" : words.joined(separator: "-").replacing("--", with: "-")
    let message =
      !mark.hasSuffix("]")
      ? "this footnote’s mark is not closed"
      : words.isEmpty
        ? "this footnote has no name" : "a footnote’s name has no spaces, and is on one line"
    return Diagnostic(
      .misnamedFootnote, message, at: location,
      help: "write ‘[^\(name)]’, both in the text and before its note" + escape)
  }

  fileprivate static func undefinedFootnote(_ label: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .undefinedFootnote, "there is no note ‘\(label)’", at: location,
      help: "write the note on a line of its own: ‘[^\(label)]: …’")
  }

  fileprivate static func unusedFootnote(_ label: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .unusedFootnote, "no mark leads to the note ‘\(label)’, so it is not shown", at: location,
      help: "write ‘[^\(label)]’ where it belongs, or delete the note")
  }

  fileprivate static func duplicateFootnote(_ label: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .duplicateFootnote, "there is already a note ‘\(label)’", at: location,
      help: "give one of them another name")
  }
}
