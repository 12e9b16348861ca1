/// The last part of a path, and what it tells about a file.
struct FileName {
  let text: String
  /// Without any extension of a text format: `p` for `p.md.txt`.
  let stem: String
  /// The part after the last dot, in lower case; empty if there is none.
  let ending: String
  /// Whether one of its extensions means Markdown.
  let isMarkdown: Bool
  private let isAtTop: Bool

  init(_ path: String) {
    let parts = path.split(separator: "/")
    let text = parts.last ?? ""
    self.text = String(text)
    isAtTop = parts.count == 2
    var stem = text
    var endings: [String] = []
    while let dot = stem.lastIndex(of: "."), dot > stem.startIndex {
      let ending = stem[dot...].dropFirst().lowercased()
      // `v1.2.md` keeps its 2. What comes last is an ending, whatever it is.
      guard endings.isEmpty || Self.texts.contains(ending) else { break }
      endings.append(ending)
      stem = stem[..<dot]
    }
    self.stem = String(stem)
    ending = endings.first ?? ""
    isMarkdown = endings.contains(where: Self.markdown.contains)
  }

  /// The name of a page with this text.
  var page: String {
    switch stem.lowercased() {
    case "index", "_index": "index.md"
    case "help" where isAtTop: "help.md"
    default: stem + ".md"
    }
  }

  private static let markdown: Set<String> = [
    "md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdtxt", "mdtext", "mdx", "rmd", "qmd",
  ]
  private static let texts: Set<String> = markdown.union([
    "txt", "text", "doc", "docx", "odt", "rtf", "html", "htm",
  ])
}
