import DaylightSyntax

extension AuditRule {
  static let pageNesting = Rule(
    "page-nesting", .error, "A page that browsers build otherwise than it is written.",
    why:
      "Where an element is not closed, or stands where it may not, browsers end others early, move "
      + "it or drop it. The exit, the safety line or the help may then be somewhere else, or gone.",
    bad: "<main>\n<div>\n<p>Text</p>\n</main>", good: "<main>\n<div>\n<p>Text</p>\n</div>\n</main>",
    fix: "Close every element in the one in which it began.", in: .finished)
}

extension AuditFinding.Violation {
  private static let nestingHelp =
    "close each element where it began; templates often open one in a section and close it outside"

  static func strayEnd(_ name: String) -> Self {
    Self(
      AuditRule.pageNesting,
      "‘</\(name)>’ ends nothing that was begun inside the same element, so browsers build another page "
        + "than the one that was checked",
      help: nestingHelp)
  }

  static func neverClosed(_ name: String) -> Self {
    Self(
      AuditRule.pageNesting,
      "‘<\(name)>’ is never closed, so all that follows is inside of it", help: nestingHelp)
  }

  static func misplaced(_ name: String, in outer: String) -> Self {
    Self(
      AuditRule.pageNesting,
      "‘<\(name)>’ may not stand in ‘<\(outer)>’; browsers end or move something to make it fit",
      help: "close ‘<\(outer)>’ before it, or use another element")
  }

  static func notInDrawing(_ name: String) -> Self {
    Self(
      AuditRule.pageNesting,
      "‘<\(name)>’ does not belong into a drawing or a formula; browsers end it there, or never show it",
      help:
        "keep only shapes and text in ‘<svg>’, only formulas in ‘<math>’, and plain text in a title"
    )
  }

  static func behindEnd(_ what: String) -> Self {
    Self(
      AuditRule.pageNesting,
      "\(what) comes after the end of the page’s body, and browsers move it inside",
      help: "put it before ‘</body>’")
  }

  static var characterDataInPage: Self {
    Self(
      AuditRule.pageNesting,
      "‘<![CDATA[’ is text in one place and hides markup in another, so nobody can check what shows",
      help: "write the text as it is, with &lt; for <")
  }

  static func misplacedText(in outer: String) -> Self {
    Self(
      AuditRule.pageNesting,
      "text may not stand in ‘<\(outer)>’; browsers move it, or end ‘<\(outer)>’ there",
      help: "put the text into the body, and that of a table into a cell or a caption")
  }

  static var otherDoctype: Self {
    Self(
      AuditRule.pageNesting,
      "the page does not begin with ‘<!doctype html>’, so browsers read it by the rules of old pages",
      help: "write <!doctype html> first, as templates/base.mustache has it")
  }

  static var missingEncoding: Self {
    Self(
      AuditRule.pageNesting,
      "the page does not say in its first 1,024 bytes that it is UTF-8, so browsers guess what its "
        + "characters are",
      help: "put <meta charset=\"utf-8\"> first in the head, as templates/base.mustache has it")
  }

  static var controlCharacter: Self {
    Self(
      AuditRule.pageNesting,
      "a control character here is dropped or read in different ways by browsers",
      help: "remove it; it is often left over from copying")
  }
}
