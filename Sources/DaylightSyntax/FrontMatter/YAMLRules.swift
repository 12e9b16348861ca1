extension Rule {
  package static let invalidYAML = Rule(
    "invalid-yaml", .error, "Front matter or a data file that cannot be read as YAML.",
    why: "None of the names in this place can be read.",
    bad: "---\ntitle: Rest: why it helps\n---\nRest is allowed.",
    good: "---\ntitle: \"Rest: why it helps\"\n---\nRest is allowed.",
    fix: "Put a value that contains a colon or begins with a sign into quotation marks, and line "
      + "names of one group up.", in: .page)
  package static let tabIndentation = Rule(
    "tab-indentation", .error, "A line of YAML that is indented with a tab.",
    why: "YAML knows no tabs, so it cannot be told what the line belongs to.",
    bad: "practice:\n\tname: Riverside",
    good: "practice:\n  name: Riverside",
    fix: "Replace the tab by spaces, as many as the lines beside it have.", in: .settings)
  package static let commentInValue = Rule(
    "comment-in-value", .error, "Text after ‘ #’ that YAML would leave out of a value.",
    why: "YAML takes everything after ` #` for a remark, so half of the value would be lost.",
    bad: "---\ntitle: Rest, lesson #1\n---\nRest is allowed.",
    good: "---\ntitle: \"Rest, lesson #1\"\n---\nRest is allowed.",
    fix: "Put the value into quotation marks, or delete what follows ` #`.", in: .page)
  package static let duplicateKey = Rule(
    "duplicate-key", .error, "A name that is written twice in one place.",
    why: "Only one of the two values can be used, and nobody can tell which one was meant.",
    bad: "---\ntitle: Rest\ntitle: Resting\n---\nRest is allowed.",
    good: "---\ntitle: Rest\n---\nRest is allowed.",
    fix: "Keep one of the two lines.", in: .page)
  package static let yamlAlias = Rule(
    "yaml-alias", .error, "YAML’s anchors, aliases and merge keys, which Daylight does not use.",
    why: "One value would silently follow another, which is hard to see in a file that several "
      + "people edit.",
    bad: "---\ntitle: &name Rest\n---\nRest is allowed.",
    good: "---\ntitle: Rest\n---\nRest is allowed.",
    fix: "Write the value itself, or put it into quotation marks if the sign belongs to it.",
    in: .page)
  package static let yamlTag = Rule(
    "yaml-tag", .error, "YAML’s tags, which Daylight does not use.",
    why: "A word after `!` changes what the value is, and would vanish from the text.",
    bad: "---\ntitle: !important Rest\n---\nRest is allowed.",
    good: "---\ntitle: \"!important Rest\"\n---\nRest is allowed.",
    fix: "Put the value into quotation marks, or take the word with `!` out.", in: .page)
  package static let yamlTooDeep = Rule(
    "yaml-too-deep", .error, "Lists and groups that are nested too deeply.",
    why: "Nothing that a site needs is nested that deep. Such files are accidents, or made to "
      + "stop a program.",
    bad: "more than 32 lists within lists",
    good: "names with plain values, or one list",
    fix: "Write it with fewer levels.", in: .described)
  package static let yamlTooLarge = Rule(
    "yaml-too-large", .error, "Front matter or a data file that is too long to be meant.",
    why: "Front matter of more than 64 KB, or a data file of more than 1 MB, is a text in the "
      + "wrong place.",
    bad: "a whole article between the `---` lines",
    good: "a title and a few names between them, and the article below",
    fix: "Move the text below the front matter, or split the data file.", in: .described)
}

extension Diagnostic {
  private static let quoteIt = "put the value in quotation marks"

  static func yamlTooLarge(limit: Int, in source: YAMLSource) -> Self {
    let place = source.location(source.range.lowerBound..<source.range.lowerBound)
    return Diagnostic(
      .yamlTooLarge,
      "this YAML is \(source.range.count) bytes long, more than the \(limit) that are read",
      at: place, help: "move long text into the body of a page")
  }

  static func yamlTooDeep(at location: SourceLocation) -> Self {
    Diagnostic(
      .yamlTooDeep,
      "this is nested more than \(YAMLNode.maximumDepth) lists or groups deep", at: location,
      help: "write it with fewer levels")
  }

  static func yamlAlias(_ mark: String, at location: SourceLocation) -> Self {
    let help =
      mark == "<<"
      ? "write the values out where they are needed"
      : "if it is text, \(quoteIt); if it was meant to repeat a value, write the value again"
    return Diagnostic(
      .yamlAlias, "‘\(mark)’ has a meaning in YAML that Daylight does not use", at: location,
      help: help)
  }

  static func yamlTag(at location: SourceLocation) -> Self {
    Diagnostic(
      .yamlTag, "‘!’ has a meaning in YAML that Daylight does not use", at: location,
      help: "if it is text, \(quoteIt)")
  }

  static func keyIsNotText(at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidYAML, "a list or a group cannot be used as a name", at: location,
      help: "write a name and a colon; \(quoteIt) if it begins with a bracket")
  }

  static func controlEscape(_ control: Unicode.Scalar, at location: SourceLocation) -> Self {
    let digits = String(control.value, radix: 16, uppercase: true)
    return Diagnostic(
      .invalidYAML,
      "the text contains an escaped control character (U+"
        + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        + "), which no text has",
      at: location, help: "delete it")
  }

  static func tabIndentation(at location: SourceLocation, edits: [TextEdit]) -> Self {
    var finding = Diagnostic(
      .tabIndentation, "this line is indented with a tab, which YAML forbids", at: location,
      help: "use spaces instead")
    finding.edits = edits
    return finding
  }

  static func indentation(at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidYAML, "this line does not line up with the lines around it", at: location,
      help: "begin the names or dashes that belong together in the same column")
  }

  static func colonInValue(of key: String, _ value: String, at location: SourceLocation) -> Self {
    let value = value.betweenCurlyQuotes ?? value
    let quote = value.utf8.contains(UInt8(ascii: "\"")) ? "'" : "\""
    let example =
      value.utf8.contains(UInt8(ascii: quote == "'" ? "'" : "\\")) ? nil : quote + value + quote
    return Diagnostic(
      .invalidYAML, "the value of ‘\(key)’ contains a colon and a space", at: location,
      help: quoteIt + (example.map { ": \(key): \($0)" } ?? ""))
  }

  static func commentInValue(_ comment: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .commentInValue, "‘\(comment)’ would be left out as a comment", at: location,
      help: "\(quoteIt) if this belongs to it; write a space after ‘#’ if it is a comment")
  }

  static func missingColon(_ text: String, at location: SourceLocation) -> Self {
    if let line = YAMLNode.nameAndValue(in: text) {
      return Diagnostic(
        .invalidYAML, "there is no name with a colon and a space in ‘\(text)’", at: location,
        help: "write ‘\(line)’")
    }
    return Diagnostic(
      .invalidYAML, "there is no colon after a name in ‘\(text)’", at: location,
      help: "write ‘name: value’; if the line belongs to the value above, indent it")
  }

  static func unclosedQuote(at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidYAML, "the quotation mark that opens here is never closed", at: location,
      help: "write the same quotation mark at the end of the value")
  }

  static func unclosedBracket(_ bracket: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidYAML, "the bracket that opens here is not closed", at: location,
      help: "write a comma between the items and ‘\(bracket)’ after the last;"
        + " if it is text, \(quoteIt)")
  }

  static func mark(_ character: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidYAML, "a value cannot begin with ‘\(character)’", at: location, help: quoteIt)
  }

  static func escape(_ text: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidYAML, "‘\(text)’ means nothing inside double quotation marks", at: location,
      help: "write ‘\\’ twice, or put the value in single quotation marks")
  }

  static func severalDocuments(at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidYAML, "a second YAML document begins here", at: location,
      help: "keep one document, without a line of ‘---’ or ‘...’ in it")
  }

  static func listOnKeyLine(at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidYAML, "a list cannot begin on the line of its name", at: location,
      help: "put each ‘- item’ on a line of its own, or \(quoteIt)")
  }

  static func textAfter(_ mark: String, at location: SourceLocation) -> Self {
    let help =
      switch mark {
      case "'": "write an apostrophe within single quotation marks twice, or use double ones"
      case "\"": "put the whole value in single quotation marks"
      default: "if the value is text, put all of it in quotation marks"
      }
    return Diagnostic(
      .invalidYAML, "nothing can follow the closing ‘\(mark)’", at: location, help: help)
  }

  static func duplicateKey(_ name: String, at location: SourceLocation, first: SourceLocation)
    -> Self
  {
    Diagnostic(
      .duplicateKey, "‘\(name)’ is written twice", at: location,
      notes: [Note("it is first written here", at: first)], help: "keep one of the two")
  }

  static func unreadable(at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidYAML, "this cannot be read as YAML", at: location,
      help: "write ‘name: value’ on a line of its own, and put text with unusual marks in"
        + " quotation marks")
  }
}
