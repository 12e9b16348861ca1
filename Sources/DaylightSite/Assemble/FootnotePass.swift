package import DaylightSyntax

/// Reports footnotes that are used and not defined, or defined and not used: cmark prints the one as
/// text, drops the other, and says nothing.
enum FootnotePass {
  static func run(
    _ tree: MarkdownTree, _ outline: MarkdownOutline, _ assembly: inout Assembly
  ) {
    guard tree.mayHaveFootnotes else { return }
    let footnotes = tree.footnotes(in: outline)
    for label in footnotes.undefined {
      assembly.add(.undefinedFootnote(label.name, at: label.location(in: assembly.path)))
    }
    for label in footnotes.unused {
      assembly.add(.unusedFootnote(label.name, at: label.location(in: assembly.path)))
    }
    for label in footnotes.repeated {
      assembly.add(.duplicateFootnote(label.name, at: label.location(in: assembly.path)))
    }
  }
}

extension FootnotePass {
  /// Puts the site’s own words into the links back from notes, which cmark prints in English.
  ///
  /// In the text of an author the quotation marks would be escaped.
  static func finish(_ tree: borrowing MarkdownTree, _ assembly: inout Assembly) {
    guard tree.mayHaveFootnotes,
      let section = assembly.page.body.lastOffset(of: Array("<section class=\"footnotes\"".utf8))
    else { return }
    let label = HTMLEscaper.escaped(assembly.index.words.footnoteBack)
    assembly.page.body.replace(
      Array("data-footnote-backref aria-label=\"Back to content\"".utf8),
      with: Array("data-footnote-backref aria-label=\"\(label)\"".utf8), from: section)
  }
}

extension MarkdownFootnotes.Label {
  fileprivate var name: String { String(decoding: text, as: UTF8.self) }

  /// From the opening bracket to the closing one.
  fileprivate func location(in path: String) -> SourceLocation {
    var end = position
    end.column += text.count + 3
    return SourceLocation(path: path, start: position, end: end)
  }
}

extension Rule {
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
