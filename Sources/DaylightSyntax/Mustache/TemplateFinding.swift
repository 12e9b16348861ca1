extension Rule {
  package static let templateSyntax = Rule(
    "template-syntax", .error, "A tag in a template is not written as Mustache wants it.")
  package static let unclosedSection = Rule(
    "unclosed-section", .error, "A section in a template is opened or closed on its own.")
  package static let missingTemplate = Rule(
    "missing-template", .error, "A template takes in another one that does not exist.")
  package static let templateRecursion = Rule(
    "template-recursion", .error, "A template takes in itself without end.")
  package static let templateSize = Rule(
    "template-size", .error, "A template grows past what one page can need.")
  package static let unknownBlock = Rule(
    "unknown-block", .error, "A template fills a block that its parent does not have.")
  package static let ignoredTemplateText = Rule(
    "ignored-template-text", .warning, "Text between a parent's blocks is never printed.")
  package static let unknownString = Rule(
    "unknown-string", .error, "A template says a string that does not exist.")
  package static let unknownTemplateName = Rule(
    "unknown-template-name", .error, "A template names a value that is never there.")
  package static let templateValue = Rule(
    "template-value", .error, "A template prints a value in a way that does not fit its kind.")
}

/// What can be wrong inside one template file, with its wording.
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
        .templateSyntax, "this line is not text in UTF-8", at: location,
        help: "save the file with the encoding UTF-8")
    case .unclosedTag(let tag):
      Diagnostic(
        .templateSyntax, "the tag ‘\(tag)’ has no end", at: location,
        help: "close it with as many braces as it opens with")
    case .unknownTag(let tag):
      Diagnostic(
        .templateSyntax, "‘\(tag)’ is not a kind of tag that templates have", at: location,
        help: "tags begin with a name or with one of # ^ / > < $ ! & = {")
    case .malformedName(let tag):
      Diagnostic(
        .templateSyntax, "‘\(tag)’ holds no usable name", at: location,
        help: "names are letters, digits, ‘-’ and ‘_’, with dots between their parts")
    case .malformedDelimiters(let tag):
      Diagnostic(
        .templateSyntax, "‘\(tag)’ does not give two new delimiters", at: location,
        help: "write both with a blank between them, as in ‘{{=<% %>=}}’")
    case .templateInString(let tag):
      Diagnostic(
        .templateSyntax, "a string cannot take in a template, as ‘\(tag)’ does", at: location,
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
        .ignoredTemplateText, "‘\(text)’ stands between blocks, so it is never printed",
        at: location, help: "move it into a block of the parent")
    }
  }
}
