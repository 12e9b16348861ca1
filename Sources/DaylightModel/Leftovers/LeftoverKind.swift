package import DaylightSyntax

/// What a leftover was meant to be, where it comes from, and what to write here.
package struct LeftoverKind {
  package let rule: Rule
  /// Goes on after ‘…’ with what it is.
  let meaning: String
  let help: String
  /// Whether it is about entities: then only a backslash shows that one is meant to be seen.
  var isOfEntities = false

  private static func markdown(_ meaning: String, _ help: String) -> Self {
    Self(rule: .strayMarkdown, meaning: meaning, help: help)
  }

  private static func foreign(_ meaning: String, _ help: String) -> Self {
    Self(rule: .foreignMarkup, meaning: meaning, help: help)
  }

  private static let pagePath =
    "write the path of a ‘.md’ file, as in ‘[the signs](signs/overview.md)’"

  // Links and pictures
  static func link(_ isImage: Bool, _ help: String) -> Self {
    markdown("did not become a \(isImage ? "picture" : "link")", help)
  }
  static let swappedLink = markdown(
    "has its brackets the wrong way round", "write ‘[words](address)’: the words in square brackets"
  )
  static let reference = markdown(
    "names an address that is nowhere on the page",
    "write the address in round brackets after the words: ‘[words](address)’")
  static let definition = markdown(
    "did not become the address of a link",
    "write the address without spaces, or in ‘<…>’: ‘[name]: <my page.md>’")
  static let imageWithoutAddress = markdown(
    "is a picture without an address",
    "write the name of its file after it: ‘![A bench](bench.jpg)’")
  static let angles = markdown(
    "did not become a link", "write it from ‘https://’ on, or ‘[words](page.md)’ for a page")
  static let wikiLink = foreign("is a link of Obsidian or a wiki", pagePath)
  static let wikiEmbed = foreign(
    "is how Obsidian takes in a file",
    "for a picture write ‘![A bench](bench.jpg)’, for a page ‘[words](page.md)’")
  static let bracketAddress = foreign(
    "is a link as wikis write it", "write ‘[words](https://…)’")
  static let templateAddress = foreign(
    "has a template tag for its address", pagePath)
  static let quotedLink = foreign("is a link of Textile", "write ‘[words](https://…)’")

  // Emphasis and code
  static func emphasis(_ mark: String) -> Self {
    markdown(
      "makes nothing strong or emphasised here",
      "write the same mark close to the first and the last word, as in ‘\(mark)words\(mark)’, or take it away"
    )
  }
  static let backtick = markdown(
    "opens or closes no code",
    "write ‘’’ for an apostrophe, or the same mark at both ends of the code")
  static let endingBackslash = markdown(
    "does nothing at the end of a paragraph", "take the backslash away")
  static let highlight = foreign(
    "is how Obsidian marks words", "write ‘**words**’")
  static let inserted = foreign(
    "is how other tools mark words that were added", "write the words alone")
  static let superscript = foreign(
    "is how Pandoc raises words", "write the character itself, such as ‘²’")
  static let wikiEmphasis = foreign("is how wikis write strong words", "write ‘**words**’")

  // Lines
  static let heading = markdown(
    "did not become a heading",
    "write one ordinary space between ‘##’ and the words, at the beginning of a line")
  static let underline = markdown(
    "underlines nothing", "write ‘## ’ before the words of a heading; take the line away otherwise")
  static let rule = markdown("did not become a line across the page", "write three hyphens: ‘---’")
  static let bullet = markdown(
    "did not become a list", "begin each line with a hyphen and a space: ‘- ’, after an empty line")
  static let numbering = markdown(
    "did not become a list",
    "begin each line with a number, a full stop and one ordinary space: ‘1. ’, after an empty line")
  static let nestedItem = markdown(
    "did not become a list",
    "put an empty line before the list, and take the spaces before the marks away")
  static let task = markdown("did not become a box to tick", "begin the line with ‘- [ ] ’")
  static let table = markdown(
    "did not become a table",
    "write a line such as ‘|---|---|’ below the first, with as many parts as it, and an empty line before the table"
  )
  static let tabbedTable = markdown(
    "was a table in another program",
    "write ‘|’ round each cell, and ‘|---|---|’ below the first line")

  // HTML and characters
  static let html = markdown(
    "is HTML that is not whole",
    "write it in Markdown, with straight quotation marks, or take it away")
  static let entity = Self(
    rule: .strayMarkdown, meaning: "is not shown as the character it means",
    help: "type the character itself; for a space that does not break, a plain space will do",
    isOfEntities: true)
  static let garbled = Self(
    rule: .garbledText, meaning: "was saved in one encoding and read in another",
    help: "type the letters that were meant, or copy them again, and save the file as UTF-8")

  // Other tools
  static let hugoShortcode = foreign(
    "is a shortcode of Hugo", "write its text here in Markdown, and take the tags away")
  static let templateTag = foreign(
    "is a template tag, as Jekyll, Eleventy and Liquid have them",
    "write what it would print; here only templates have tags")
  static let attributes = foreign(
    "is a list of attributes, as kramdown, Pandoc and MkDocs have them",
    "take it away; how things look is set in ‘templates’")
  static let change = foreign("is a mark of CriticMarkup", "write the text as it should read")
  static let comment = foreign(
    "is a comment of another tool, and would be published", "write ‘<!-- … -->’, or take it away")
  static let expression = foreign(
    "is an expression of JavaScript, as MDX has them", "write what it would print")
  static let module = foreign(
    "is a line of JavaScript, as Docusaurus has them", "take it away; pages load no parts here")
  static let program = foreign("is a tag of a program", "write what it would print")
  static let container = foreign(
    "opens or closes a box of Docusaurus, VuePress or Pandoc", writeCallout)
  static let admonition = foreign("is a box of MkDocs", writeCallout)
  static let tab = foreign("is a tab of MkDocs", "write a heading: ‘### words’")
  static let directive = foreign(
    "is a directive of reStructuredText", "write it in Markdown; for a box, " + writeCallout)
  static let role = foreign(
    "is a role of reStructuredText, or the short name of a picture",
    "write it in Markdown, or type the picture itself")
  static let shortcode = foreign(
    "is a shortcode of WordPress",
    "write its text here in Markdown; pictures are ‘![A bench](bench.jpg)’")
  static let bulletinCode = foreign(
    "is a tag of BBCode", "write ‘**words**’, ‘*words*’ or ‘[words](address)’")
  static let contents = foreign(
    "asks for a list of contents", "take it away; long pages have one by themselves")
  static let asciidoc = foreign(
    "is a command of AsciiDoc", "write ‘[words](page.md)’ or ‘![A bench](bench.jpg)’")
  static let textile = foreign(
    "is a mark of Textile", "write ‘## ’ before a heading and ‘> ’ before a quotation")
  static let wikiHeading = foreign("is a heading of a wiki", "write ‘## words’")
  static let latex = foreign("is a command of LaTeX", "write it in Markdown, or as plain words")
  static let formula = foreign(
    "is a formula of LaTeX", "write it in plain characters, such as ‘x²’")
  static let include = foreign("takes in another file", "write the text itself here")

  static let placeholder = Self(
    rule: .placeholderText, meaning: "is a note to yourself",
    help: "write what is missing, or take it away; a page that is not ready has ‘draft: true’")
  static let conflict = Self(
    rule: .conflictMarker, meaning: "is left over from a merge of git",
    help: "keep one of the versions, and delete git’s marks")

  /// What to write depends on where it is.
  package static let callout = Self(
    rule: .strayCallout, meaning: "begins no callout, and readers would see it", help: "")

  private static let writeCallout =
    "write a callout: ‘> [!NOTE]’ on one line, then each line of the text after ‘> ’"
}
