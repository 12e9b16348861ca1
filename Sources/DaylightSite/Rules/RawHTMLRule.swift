package import DaylightSyntax

/// Flags HTML in a text, which is shown as it was written unless `site.yaml` allows it.
enum RawHTMLRule {
  static func check(_ html: RawHTML, _ assembly: inout Assembly) {
    for comment in html.unclosedComments {
      assembly.add(.unclosedComment(at: assembly.location(of: comment)))
    }
    guard !assembly.index.configuration.allowsRawHTML else { return }
    for tag in html.tags {
      let text = String(decoding: tag.text.prefix(60), as: UTF8.self)
      assembly.add(.rawHTML(text, at: assembly.location(of: tag)))
    }
  }
}

extension Assembly {
  fileprivate func location(of fragment: RawHTML.Fragment) -> SourceLocation {
    let firstLine = fragment.text.prefix { $0 != UInt8(ascii: "\n") }
    var end = fragment.position
    end.column += firstLine.count
    return SourceLocation(path: path, start: fragment.position, end: end)
  }
}

extension Rule {
  package static let rawHTML = Rule(
    "raw-html", .warning, "HTML in a text, which is shown to readers as it was written.",
    why: "Readers would see the tag as it is written. HTML could also load things from elsewhere.",
    bad: "Rest is <b>allowed</b>.",
    good: "Rest is **allowed**.",
    fix: "Write it in Markdown, or put a backslash before `<` if readers are to see it.")
  package static let unclosedComment = Rule(
    "unclosed-comment", .error, "A comment that is never closed, and hides what follows it.",
    why: "Everything after it would be hidden from readers.",
    bad: "<!-- To do: ask Jo\n\nRest is allowed.",
    good: "<!-- To do: ask Jo -->\n\nRest is allowed.",
    fix: "Write `-->` where the comment ends.")
}

extension Diagnostic {
  fileprivate static func rawHTML(_ tag: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .rawHTML, "‘\(tag)’ is HTML, and readers will see it as it stands here", at: location,
      help: "write it in Markdown; or put a backslash before ‘<’ if it is meant to be seen")
  }

  fileprivate static func unclosedComment(at location: SourceLocation) -> Self {
    Diagnostic(
      .unclosedComment, "this comment is never closed", at: location,
      help: "write ‘-->’ where it should end")
  }
}
