/// What makes browsers build another page than is written.
package struct NestingProblem: Sendable, Hashable {
  package let message: String
  package let help: String

  package init(_ message: String, help: String) {
    self.message = message
    self.help = help
  }

  private static let nestingHelp =
    "close each element where it began; templates often open one in a section and close it outside"

  package static func strayEnd(_ name: String) -> Self {
    Self(
      "‘</\(name)>’ ends nothing that was begun inside the same element, so browsers build another page "
        + "than the one that was checked",
      help: nestingHelp)
  }

  package static func neverClosed(_ name: String) -> Self {
    Self(
      "‘<\(name)>’ is never closed, so all that follows is inside of it", help: nestingHelp)
  }

  package static func misplaced(_ name: String, in outer: String) -> Self {
    Self(
      "‘<\(name)>’ is not allowed in ‘<\(outer)>’; browsers close or move elements to correct it",
      help: "close ‘<\(outer)>’ before it, or use another element")
  }

  package static func notInDrawing(_ name: String) -> Self {
    Self(
      "‘<\(name)>’ does not belong into a drawing or a formula; browsers end it there, or never show it",
      help:
        "keep only shapes and text in ‘<svg>’, only formulas in ‘<math>’, and plain text in a title"
    )
  }

  package static let tooDeep = Self(
    "more than 500 elements are open inside each other here; browsers put the rest beside each other",
    help: nestingHelp)

  package static func behindEnd(_ what: String) -> Self {
    Self(
      "\(what) comes after the end of the page’s body, and browsers move it inside",
      help: "put it before ‘</body>’")
  }

  package static func misplacedText(in outer: String) -> Self {
    Self(
      "text is not allowed in ‘<\(outer)>’; browsers move it, or end ‘<\(outer)>’ there",
      help: "put the text into the body, and that of a table into a cell or a caption")
  }
}

extension Rule {
  package static let pageNesting = Rule(
    "page-nesting", .error, "A page that browsers build differently than it is written.",
    why:
      "If an element is not closed, or is not allowed in its place, browsers end others early, move "
      + "it or drop it. The exit, the safety line or the help may then be somewhere else, or gone.",
    bad: "<main>\n<div>\n<p>Text</p>\n</main>", good: "<main>\n<div>\n<p>Text</p>\n</div>\n</main>",
    fix: "Close every element in the one in which it began.", in: .finished)
}
