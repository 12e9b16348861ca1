package import DaylightSyntax

/// The rules about text that looks like markup but is not.
extension Rule {
  package static let strayCallout = Rule(
    "stray-callout", .error, "The marker of a callout where no callout begins, or a misspelt one.",
    why: "Readers would see the marker as text, and no box.",
    bad: "[!NOTE] Rest is allowed.",
    good: "> [!NOTE]\n> Rest is allowed.",
    fix:
      "Begin a quotation of its own with the marker. Put a backslash before its first sign if "
      + "readers are to see it.")
  package static let strayMarkdown = Rule(
    "stray-markdown", .error,
    "Text that looks like Markdown, and that readers would see as text.",
    why: "Brackets, asterisks and hashes in the middle of a sentence stop readers, and what they "
      + "were meant for, such as a link, is not there.",
    bad: "Read [the signs] (signs/overview.md).",
    good: "Read [the signs](signs/overview.md).",
    fix: "Write it as the message says; if it is meant to be seen, put a backslash before it.")
  package static let foreignMarkup = Rule(
    "foreign-markup", .error, "Markup of another tool, which readers would see as text.",
    why: "Text that comes from another tool brings that tool’s marks along, and here they mean "
      + "nothing.",
    bad: ":::info\nTake your time.\n:::", good: "> [!NOTE]\n> Take your time.",
    fix: "Write it as the message says; if it is meant to be seen, put a backslash before it.")
  package static let placeholderText = Rule(
    "placeholder-text", .error, "Notes of an author to themselves, such as “TODO” or “[insert …]”.",
    why: "A page that is not finished tells its readers that nobody takes care of it.",
    bad: "Call us on [insert number].", good: "Call us on 01632 960111.",
    fix: "Write what is missing, or take the note away; a page that is not ready has `draft: true`."
  )
  package static let garbledText = Rule(
    "garbled-text", .error, "Letters that were saved in one encoding and read in another.",
    why: "Readers see `â€™` where an apostrophe was, and screen readers read it out sign by sign.",
    bad: "It isnâ€™t your fault.", good: "It isn’t your fault.",
    fix: "Type the letters that were meant, and save the file as UTF-8.")
}

extension Diagnostic {
  package static func leftover(
    _ found: String, _ kind: LeftoverKind, help: String? = nil, at location: SourceLocation
  ) -> Self {
    var help = help ?? kind.help
    let canBeMeant = kind.rule == .strayMarkdown || kind.rule == .foreignMarkup
    if canBeMeant, let sign = found.utf8.first, sign.isASCIIPunctuation {
      help +=
        "; if it is meant to be seen, put a backslash before ‘\(Character(Unicode.Scalar(sign)))’"
    }
    return Diagnostic(
      kind.rule, "‘\(found)’ \(kind.meaning)", at: location, help: help)
  }
}
