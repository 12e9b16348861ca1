import DaylightModel
import DaylightSyntax

// Quotations, tables, and the marks that our own transforms leave in the text.
extension BlockReader {
  /// A quotation, or a callout if it begins with the marker of one.
  func quote(_ element: HTMLElement) -> [Block] {
    // Line ends become spaces, but the title of a callout ends at one.
    if let first = element.elements.first, case .text(let text)? = first.children.first,
      text.hasPrefix("[!")
    {
      first.markFirstLineEnd("\u{E002}")
    }
    let inner = blocks(of: element.children)
    guard case .paragraph(let first)? = inner.first, case .text(let text)? = first.first,
      text.hasPrefix("[!"), let end = text.firstIndex(of: "]")
    else { return inner.isEmpty ? [] : [.quote(inner)] }
    let name = text[text.index(text.startIndex, offsetBy: 2)..<end]
    var rest = text[text.index(after: end)...]
    if rest.hasPrefix("-") || rest.hasPrefix("+") { rest = rest.dropFirst() }
    let after = [.text(String(rest))] + first.dropFirst()
    let (title, body) = after.splitAtTitle()
    let paragraphs: [Block] =
      body.contains { !$0.isEmpty } ? [.paragraph(body.normalised())] : []
    return callout(
      String(name), title: title.normalised(), paragraphs + inner.dropFirst())
  }

  func callout(_ name: String, title: [Inline], _ body: [Block]) -> [Block] {
    let kind = CalloutNames.kind(of: name)
    let isUsual = title.allSatisfy(\.isEmpty) || title.plainText.skeleton == name.skeleton
    var inner: [Block] = isUsual ? [] : [.paragraph([.strong(title.withoutStrong)])]
    inner += body
    if !isUsual || name.lowercased() == kind.rawValue {
    } else if CalloutNames.isOwnWord(name) {
      notes.tell(.detail, "[!\(name)]")
    }
    return inner.isEmpty ? [] : [.callout(kind, inner.map(\.withoutHeadings))]
  }

  /// An element that a transform of ours has written into the text.
  func ours(_ kind: String, _ element: HTMLElement) -> [Block] {
    if let line = Int(element["data-line"] ?? "") { notes.line = line }
    switch kind {
    case "callout":
      let title = element["data-title"].map { inlineMarkdown($0) } ?? []
      return callout(
        element["data-kind"] ?? "note", title: title, blocks(of: element.children))
    case "details":
      let title = element["data-title"].map { inlineMarkdown($0) } ?? []
      let head: [Block] =
        title.contains { !$0.isEmpty }
        ? [.heading(Block.Heading(level: 7, text: title, ids: []))] : []
      return head + blocks(of: element.children)
    case "footnote":
      let inner = blocks(of: element.children)
      let text = MarkdownPrinter().print(inner).split(
        separator: "\n", omittingEmptySubsequences: false)
      let lines = text.enumerated().map { index, line in
        index == 0 || line.isEmpty ? String(line) : "    " + line
      }
      let name = element["data-name"] ?? ""
      return [.literal("[^\(name)]: " + lines.joined(separator: "\n").trimmed)]
    case "todo": return [.literal(toDo(element))]
    default: return blocks(of: element.children)
    }
  }

  /// The comment about what could not be turned, which is also put into the report.
  private func toDo(_ element: HTMLElement) -> String {
    notes.leave(
      ImportFinding.Kind(rawValue: element["data-kind"] ?? "") ?? .markup,
      element["data-text"] ?? "")
  }

  func oursInline(_ kind: String, _ element: HTMLElement) -> [Inline] {
    switch kind {
    case "todo": return [.literal(toDo(element))]
    case "break": return [.literal("\u{E002}")]
    default: return inlines(of: element.children)
    }
  }

  /// The words of a title, which may have marks of Markdown.
  private func inlineMarkdown(_ text: String) -> [Inline] {
    let html = MarkdownTree.withTree(parsing: Array(text.utf8), syntax: []) {
      $0.html(rawHTML: true).bytes
    }
    guard let parsed = HTMLParser.parse(html) else { return [.text(text)] }
    return inlines(
      of: parsed.children.flatMap { node -> [HTMLNode] in
        if case .element(let element) = node, element.name == "p" { return element.children }
        return [node]
      }
    ).normalised()
  }

  func table(_ element: HTMLElement) -> [Block] {
    var rows: [[HTMLElement]] = []
    var after: [Block] = []
    var hasHead = false
    func collect(_ parent: HTMLElement) {
      for child in parent.elements {
        switch child.name {
        case "tr":
          let cells = child.elements.filter { $0.name == "td" || $0.name == "th" }
          if rows.isEmpty { hasHead = cells.allSatisfy { $0.name == "th" } }
          if !cells.isEmpty { rows.append(cells) }
        case "caption":
          after.append(.paragraph([.emphasis(inlines(of: child.children))].normalised()))
        case "thead", "tbody", "tfoot": collect(child)
        default: break
        }
      }
    }
    collect(element)
    let columns = rows.map { $0.reduce(0) { $0 + $1.columns } }.max() ?? 0
    guard columns > 0 else { return after }
    // One column is a frame around something else, and Markdown has no room for more than text.
    if columns == 1 || !hasHead && rows.flatMap(\.self).contains(where: hasBlocks) {
      return rows.flatMap { $0 }.flatMap { blocks(of: $0.children) } + after
    }
    var comments: [Block] = []
    let cells = rows.map { row in
      row.flatMap { cell -> [[Inline]] in
        go(to: cell)
        var inner = cellInlines(of: cell).normalised()
        for case .literal(let text) in inner where text.hasPrefix("<!--") {
          comments.append(.literal(text))
        }
        inner = inner.withoutComments
        return [inner] + Array(repeating: [], count: cell.columns - 1)
      }
    }
    let alignments = (rows.first ?? []).map { ($0["align"] ?? "").lowercased().first }
    let header = hasHead ? cells[0] : Array(repeating: [], count: columns)
    let padded = header + Array(repeating: [], count: max(0, columns - header.count))
    let body = hasHead ? Array(cells.dropFirst()) : cells
    return [.table(Block.Table(header: padded, rows: body, alignments: alignments))] + comments
      + after
  }

  /// Lists and paragraphs in a cell become one line.
  private func cellInlines(of cell: HTMLElement) -> [Inline] {
    blocks(of: cell.children).flatMap { $0.inlines + [.text(" ")] }
  }

  private func hasBlocks(_ cell: HTMLElement) -> Bool {
    cell.elements.contains {
      ["ul", "ol", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "div", "figure"].contains(
        $0.name)
    }
  }
}

extension HTMLElement {
  fileprivate var columns: Int { min(50, max(1, Int(self["colspan"] ?? "") ?? 1)) }
}

extension Block {
  /// Everything in it as one line.
  fileprivate var inlines: [Inline] {
    switch self {
    case .paragraph(let inner): inner
    case .heading(let heading): [.strong(heading.text)]
    case .quote(let inner), .callout(_, let inner):
      inner.flatMap { $0.inlines + [.text(" ")] }
    case .list(let start, let items):
      items.enumerated().flatMap { index, item -> [Inline] in
        let mark = start.map { "\($0 + index). " } ?? (index == 0 ? "" : "• ")
        return [.text(mark)] + item.flatMap { $0.inlines + [.text(" ")] }
      }
    case .code(_, let text): [.code(text.singleSpaced)]
    case .table(let table):
      ([table.header] + table.rows).flatMap(\.self).flatMap { $0 + [.text(" ")] }
    case .definitions(let list):
      list.flatMap { $0.word + [.text(": ")] + $0.meaning.flatMap(\.inlines) + [.text(" ")] }
    case .rule: []
    case .literal(let text): [.literal(text)]
    }
  }

  /// Headings in a callout or a list are no part of the outline of a page.
  var withoutHeadings: Block {
    switch self {
    case .heading(let heading):
      .paragraph([.strong(heading.text.withoutStrong)] + heading.ids.map { .anchor($0) })
    case .quote(let inner): .quote(inner.map(\.withoutHeadings))
    case .callout(let kind, let inner): .callout(kind, inner.map(\.withoutHeadings))
    case .list(let start, let items):
      .list(start: start, items: items.map { $0.map(\.withoutHeadings) })
    case .definitions(let list):
      .definitions(
        list.map {
          Definition(word: $0.word, meaning: $0.meaning.map(\.withoutHeadings), ids: $0.ids)
        })
    default: self
    }
  }
}

extension [Inline] {
  var withoutStrong: [Inline] {
    flatMap { inline -> [Inline] in
      if case .strong(let inner) = inline { inner.withoutStrong } else { [inline] }
    }
  }

  /// A table must not have comments.
  fileprivate var withoutComments: [Inline] {
    compactMap { inline -> Inline? in
      switch inline {
      case .literal(let text) where text.hasPrefix("<!--"): nil
      case .strong(let inner): .strong(inner.withoutComments)
      case .emphasis(let inner): .emphasis(inner.withoutComments)
      case .link(let address, let title, let inner):
        .link(address: address, title: title, inner.withoutComments)
      default: inline
      }
    }
  }

  /// The words up to the first line end of the source, and the rest.
  fileprivate func splitAtTitle() -> (title: [Inline], body: [Inline]) {
    for (index, inline) in enumerated() {
      if case .lineBreak = inline {
        return (Array(self[..<index]), Array(self[(index + 1)...]))
      }
      guard case .text(let text) = inline,
        let end = text.unicodeScalars.firstIndex(of: "\u{E002}")
      else { continue }
      return (
        Array(self[..<index]) + [.text(String(text[..<end]))],
        [.text(String(text[text.unicodeScalars.index(after: end)...]))] + self[(index + 1)...]
      )
    }
    return (self, [])
  }
}
