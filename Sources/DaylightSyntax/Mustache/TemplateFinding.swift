extension Rule {
  package static let templateSyntax = Rule(
    "template-syntax", .error, "A tag in a template that is not valid Mustache.",
    why: "The tag would be printed literally, or swallow what follows it.",
    bad: "<p>{{page.title</p>",
    good: "<p>{{page.title}}</p>",
    fix: "Close the tag with as many braces as it opens with. Names are letters, digits, `-`, "
      + "`_` and dots.", in: .template)
  package static let unclosedSection = Rule(
    "unclosed-section", .error, "A section in a template without its opening or closing tag.",
    why: "It is not clear which part of the page depends on the section.",
    bad: "{{#page.draft}}\n<p>A draft</p>",
    good: "{{#page.draft}}\n<p>A draft</p>\n{{/page.draft}}",
    fix: "Add the missing tag, or remove this one.", in: .template)
  package static let missingTemplate = Rule(
    "missing-template", .error, "A template includes another one that does not exist.",
    why: "The page cannot be made without it.",
    bad: "{{> sharing}}",
    good: "{{> onward}}",
    fix: "Add the file to `templates/partials`, correct the name, or take the tag out.",
    in: .template)
  package static let templateRecursion = Rule(
    "template-recursion", .error, "A template includes itself without end.",
    why: "The page would never end.",
    bad: "`{{> note}}` within `partials/note.mustache`",
    good: "`{{#children}}{{> note}}{{/children}}` there",
    fix: "Put the tag into a section that is empty at some point.", in: .described)
  package static let templateSize = Rule(
    "template-size", .error, "A template that grows larger than any page can need.",
    why: "The page would be larger than anybody can load.",
    bad: "a partial that includes two partials, which include two each, and so on",
    good: "one partial for each part of the page",
    fix: "Let fewer templates include each other.", in: .described)
  package static let unknownBlock = Rule(
    "unknown-block", .error, "A template fills a block that its parent does not have.",
    why: "The content of the block would never be printed.",
    bad: "{{<base}}\n{{$mian}}\n<p>Rest is allowed.</p>\n{{/mian}}\n{{/base}}",
    good: "{{<base}}\n{{$main}}\n<p>Rest is allowed.</p>\n{{/main}}\n{{/base}}",
    fix: "Use one of the blocks of the parent.", in: .template)
  package static let ignoredTemplateText = Rule(
    "ignored-template-text", .warning, "Text between a parent's blocks is never printed.",
    why: "Text between the blocks of a parent is never printed.",
    bad: "{{<base}}\n<p>Rest is allowed.</p>\n{{$main}}\n{{{page.content}}}\n{{/main}}\n{{/base}}",
    good: "{{<base}}\n{{$main}}\n<p>Rest is allowed.</p>\n{{{page.content}}}\n{{/main}}\n{{/base}}",
    fix: "Move the text into a block.", in: .template)
  package static let unknownString = Rule(
    "unknown-string", .error, "A template uses a string that does not exist.",
    why: "The page would have a gap where the words belong.",
    bad: "<p>{{strings.checklist.zreo}}</p>",
    good: "<p>{{strings.checklist.zero}}</p>",
    fix: "Use a name that is in `templates/strings`, or add it there.", in: .template)
  package static let unknownTemplateName = Rule(
    "unknown-template-name", .error, "A template names a value that is never there.",
    why: "The value would be empty on every page.",
    bad: "<p>{{page.sumary}}</p>",
    good: "<p>{{page.summary}}</p>",
    fix: "Use the name that the message suggests. [templates.md](templates.md) lists all of them.",
    in: .template)
  package static let templateValue = Rule(
    "template-value", .error, "A template prints a value in a way that does not fit its kind.",
    why: "Text is always escaped, so three braces would promise what does not happen; HTML printed "
      + "with two would show its tags.",
    bad: "<p>{{{page.title}}}</p>",
    good: "<p>{{page.title}}</p>",
    fix: "Use two braces for text, three for HTML, and a section for lists and flags.",
    in: .template)
}

/// What can be wrong inside one template file, with its message.
enum TemplateFinding {
  case notUTF8
  case unclosedTag(String)
  case unknownTag(String)
  case malformedName(String)
  case malformedDelimiters(String)
  case templateInString(String)
  case nestedTooDeeply(String)
  case nothingToClose(String, innermost: String?)
  case neverClosed(String, name: String)
  case ignored(String)

  func diagnostic(at location: SourceLocation) -> Diagnostic {
    switch self {
    case .notUTF8:
      Diagnostic(
        .templateSyntax, "this line is not valid UTF-8", at: location,
        help: "save the file with the encoding UTF-8")
    case .unclosedTag(let tag):
      Diagnostic(
        .templateSyntax, "the tag ‘\(tag)’ has no end", at: location,
        help: "close it with as many braces as it opens with")
    case .unknownTag(let tag):
      Diagnostic(
        .templateSyntax, "‘\(tag)’ is not a kind of tag in templates", at: location,
        help: "tags begin with a name or with one of # ^ / > < $ ! & = {")
    case .malformedName(let tag):
      Diagnostic(
        .templateSyntax, "‘\(tag)’ contains no valid name", at: location,
        help: "names are letters, digits, ‘-’ and ‘_’, with dots between their parts")
    case .malformedDelimiters(let tag):
      Diagnostic(
        .templateSyntax, "‘\(tag)’ does not give two new delimiters", at: location,
        help: "write both with a space between them, as in ‘{{=<% %>=}}’")
    case .templateInString(let tag):
      Diagnostic(
        .templateSyntax, "a string cannot include a template, as ‘\(tag)’ does", at: location,
        help: "strings are plain text with ‘{{name}}’ in it; move the tag to the template")
    case .nestedTooDeeply(let tag):
      Diagnostic(
        .templateSyntax,
        "‘\(tag)’ is nested more than \(TemplateParser.deepestNesting) tags deep", at: location,
        help: "close the sections before it, or move some of them to a partial")
    case .nothingToClose(let tag, let innermost):
      Diagnostic(
        .unclosedSection, "‘\(tag)’ closes nothing that is open", at: location,
        help: innermost.map { "the tag to close here is ‘\($0)’" } ?? "take the tag out")
    case .neverClosed(let tag, let name):
      Diagnostic(
        .unclosedSection, "‘\(tag)’ is never closed", at: location,
        help: "write ‘{{/\(name)}}’ where it ends")
    case .ignored(let text):
      Diagnostic(
        .ignoredTemplateText, "‘\(text)’ is between blocks, so it is never printed",
        at: location, help: "move it into a block of the parent")
    }
  }
}
