import DaylightModel
package import DaylightSyntax

/// Flags remains of comments that readers would see: notes to oneself must never be published.
enum CommentRule {
  static func check(_ tree: borrowing MarkdownTree, _ assembly: inout Assembly) {
    for mark in tree.commentMarks(path: assembly.path) {
      switch mark.kind {
      case .unclosed: assembly.add(.unclosedComment(at: mark.location))
      case .divided: assembly.add(.dividedComment(at: mark.location))
      case .likeness:
        assembly.add(
          .visibleComment(
            mark.text, at: mark.location,
            help: Diagnostic.insteadOfComment(mark.text, sign: "its first sign")))
      case .end: assembly.add(.commentEnd(at: mark.location))
      }
    }
    for comment in tree.commentsInTables(path: assembly.path) {
      assembly.add(.tableComment(at: comment))
    }
  }
}

extension Rule {
  package static let unclosedComment = Rule(
    "unclosed-comment", .error, "A comment that is never closed, and hides what follows it.",
    why: "Everything after it would be hidden from readers, or shown with the comment.",
    bad: "<!-- To do: ask Jo\n\nRest is allowed.",
    good: "<!-- To do: ask Jo -->\n\nRest is allowed.",
    fix: "Write `-->` where the comment ends.")
  package static let tableComment = Rule(
    "table-comment", .error, "A comment between two rows of a table.",
    why: "The table ends at the comment, and readers see the other rows as text with lines in it.",
    bad: "| a | b |\n|---|---|\n| c | d |\n<!-- To do -->\n| e | f |",
    good: "<!-- To do -->\n\n| a | b |\n|---|---|\n| c | d |\n| e | f |",
    fix: "Put the comment above or below the table.")
}

extension Diagnostic {
  static func unclosedComment(at location: SourceLocation) -> Self {
    Diagnostic(
      .unclosedComment, "this comment is never closed", at: location,
      help: "write ‘-->’ where it should end")
  }

  static func insteadOfComment(_ text: [UInt8], sign: String) -> String {
    let instead =
      CalloutGuess.instead(of: text).map { "for a callout write \($0)" }
      ?? "write ‘<!-- … -->’, or delete it"
    return instead + "; put a backslash before \(sign) if it is meant to be seen"
  }

  fileprivate static func tableComment(at location: SourceLocation) -> Self {
    Diagnostic(
      .tableComment, "the table ends at this comment, and readers would see its other rows as text",
      at: location, help: "put the comment above or below the table, or into one of its cells")
  }

  fileprivate static func dividedComment(at location: SourceLocation) -> Self {
    Diagnostic(
      .visibleComment,
      "this comment goes on in another paragraph, so that readers would see it", at: location,
      help: "close it with ‘-->’ before the blank line, or begin it on a line of its own")
  }

  fileprivate static func commentEnd(at location: SourceLocation) -> Self {
    Diagnostic(
      .visibleComment, "no comment is open here for ‘-->’ to end, so readers would see it",
      at: location,
      help:
        "a comment ends at the first ‘-->’: delete what follows that one; for an arrow write ‘→’")
  }
}
