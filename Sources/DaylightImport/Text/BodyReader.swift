import DaylightSyntax

/// Turns the text of one page into blocks.
struct BodyReader {
  let page: ForeignPage
  let links: any BlockReader.LinkReader
  let site: ForeignSite

  struct Result {
    var blocks: [Block]
    var footnotes: Set<String> = []
    /// What the head of an HTML page calls it.
    var title: String?
  }

  /// Nil if the text is too large or too deep to be read.
  func read() -> Result? {
    switch page.text {
    case .html(let text, let firstLine):
      let lines = TagTransform(
        scanner: TagScanner(styles: tagStyles), table: table, notes: page.notes
      ).turn([SourceLine](text, from: firstLine))
      var reader = reader { lines.indices.contains($0 - 1) ? lines[$0 - 1].number : firstLine }
      reader.isSourceHTML = page.source.ending != "xml"
      return HTMLParser.parse(Array(lines.text.utf8)).map { document in
        // Those further down belong to drawings.
        let title = document.elements.first { $0.name == "title" }
        if reader.isSourceHTML { leaveFrame(of: document, reader) }
        return Result(blocks: reader.blocks(of: document.children), title: title?.plainText)
      }
    case .markdown(let text, let firstLine):
      return markdown(text, firstLine: firstLine)
    }
  }

  private func leaveFrame(of document: HTMLElement, _ reader: BlockReader) {
    for part in PageFrame.remove(from: document) {
      reader.go(to: part)
      let words = part.spacedText
      if !words.isEmpty { page.notes.tell(.frame, "<\(part.name)> \(words)") }
    }
  }

  private func markdown(_ text: String, firstLine: Int) -> Result? {
    var lines = [SourceLine](text, from: firstLine)
    if page.syntaxes.contains(.snippets) { lines = Snippets(texts: site.includes).turn(lines) }
    if !tagStyles.isEmpty {
      var tags = TagTransform(
        scanner: TagScanner(styles: tagStyles), table: table, notes: page.notes)
      let includes = site.includes
      let folder = page.source.folderPath
      tags.include = { name in
        let path = name.trimmedSlashes
        let text =
          includes[name] ?? includes["/" + path] ?? includes[path] ?? includes["/\(folder)/\(path)"]
        return text.map { PageFields($0, notes: PageNotes(path: name)).body }
      }
      lines = tags.turn(lines)
    }
    lines = BoxTransform(notes: page.notes).turn(lines)
    lines = MarkdownBlocks().turn(lines)
    var lists = ListTransform(notes: page.notes)
    lines = lists.turn(lines)
    lines = InlineTransform(notes: page.notes, syntaxes: page.syntaxes).turn(lines)
    let bytes = Array(lines.text.utf8)
    guard MarkdownLimits.check(bytes, path: page.source) == nil else { return nil }
    let html = MarkdownTree.withTree(
      parsing: bytes, syntax: [.tables, .strikethrough, .doubleTilde, .taskLists]
    ) { $0.html(rawHTML: true, places: true).bytes }
    let numbers = lines.map(\.number)
    let reader = reader { numbers.indices.contains($0 - 1) ? numbers[$0 - 1] : firstLine }
    return reader.blocks(of: html).map { Result(blocks: $0, footnotes: lists.footnotes) }
  }

  private func reader(_ sourceLine: @escaping (Int) -> Int) -> BlockReader {
    BlockReader(notes: page.notes, links: links, sourceLine: sourceLine)
  }

  private var table: TagTable {
    var values = site.values
    values["page.title"] = page.details.title
    values["title"] = page.details.title
    values["site.title"] = site.name
    return TagTable(values: values)
  }

  private var tagStyles: Set<ForeignTag.Style> {
    var styles: Set<ForeignTag.Style> = []
    if page.syntaxes.contains(.hugo) { styles.formUnion([.hugo]) }
    if page.syntaxes.contains(.liquid) { styles.formUnion([.liquid, .output]) }
    if page.syntaxes.contains(.components) { styles.insert(.component) }
    if page.source.ending == "mdoc" { styles.insert(.liquid) }
    return styles
  }
}

/// `--8<-- "file"` of MkDocs, which stands for the text of a file.
struct Snippets {
  let texts: [String: String]

  func turn(_ lines: [SourceLine], depth: Int = 0) -> [SourceLine] {
    var isBlock = false
    return lines.flatMap { line -> [SourceLine] in
      let text = line.text.trimmed
      if text == "--8<--" {
        isBlock.toggle()
        return []
      }
      guard isBlock && !text.isEmpty || text.hasPrefix("--8<-- \"") || text.hasPrefix("--8<-- '")
      else {
        return [line]
      }
      let name = (isBlock ? text[...] : text.dropFirst(7)).filter { $0 != "\"" && $0 != "'" }
        .trimmed
      guard depth < 5, let found = texts[name] ?? texts["docs/" + name] ?? texts["includes/" + name]
      else {
        return [line.with(.todo(text)), SourceLine("", line.number)]
      }
      let inner = [SourceLine](found).map { SourceLine($0.text, line.number) }
      return turn(inner, depth: depth + 1).moved(from: 0, to: line.indentation)
    }
  }
}

/// `<div markdown>`: Markdown in HTML, which needs blank lines around it.
struct MarkdownBlocks {
  func turn(_ lines: [SourceLine]) -> [SourceLine] {
    var verbatim = VerbatimLines()
    var depth = 0
    return lines.flatMap { line -> [SourceLine] in
      guard !verbatim.takes(line.text) else { return [line] }
      let text = line.text.trimmed
      let blank = SourceLine("", line.number)
      if text.hasPrefix("<"), text.hasSuffix(">"),
        text.includes(" markdown>") || text.includes(" markdown ") || text.includes("markdown=\"")
      {
        depth += 1
        return [blank, line.with(text), blank]
      }
      if depth > 0, text.hasPrefix("</"), text.hasSuffix(">"), !text.dropFirst(2).contains("<") {
        depth -= 1
        return [blank, line.with(text), blank]
      }
      return [line]
    }
  }
}
