internal import CCMarkGFM
import DaylightModel
import DaylightSyntax
import Platform

/// Prints blocks as Markdown: they become nodes of cmark, and cmark’s own printer writes them.
///
/// Words are written by `MarkdownEscape` and handed to cmark as they are, because it would put a
/// backslash before every mark. So are tables, callouts and comments, which it does not know.
struct MarkdownPrinter {
  var footnotes: Set<String> = []

  /// - Returns: Markdown that ends with a line end, or nothing.
  func print(_ blocks: [Block]) -> String {
    guard let document = cmark_node_new(CMARK_NODE_DOCUMENT) else { return "" }
    defer { cmark_node_free(document) }
    append(blocks, to: document)
    return text(of: document)
  }

  private func text(of node: OpaquePointer) -> String {
    guard let printed = cmark_render_commonmark(node, CMARK_OPT_DEFAULT, 0) else { return "" }
    defer { free(printed) }
    return String(cString: printed)
  }

  private func append(_ blocks: [Block], to parent: OpaquePointer) {
    for block in blocks { append(block, to: parent) }
  }

  private func append(_ block: Block, to parent: OpaquePointer) {
    switch block {
    case .paragraph(let inlines):
      append(inlines, to: add(CMARK_NODE_PARAGRAPH, to: parent), isAtStart: true)
    case .heading(let heading):
      let node = add(CMARK_NODE_HEADING, to: parent)
      cmark_node_set_heading_level(node, Int32(min(6, heading.level)))
      append(heading.text.filter { if case .lineBreak = $0 { false } else { true } }, to: node)
    case .quote(let inner):
      append(inner, to: add(CMARK_NODE_BLOCK_QUOTE, to: parent))
    case .callout(let kind, let inner):
      let node = add(CMARK_NODE_BLOCK_QUOTE, to: parent)
      append(calloutBody(kind, inner), to: node)
    case .list(let start, let items): appendList(start, items, to: parent)
    case .code(let language, let text):
      let node = add(CMARK_NODE_CODE_BLOCK, to: parent)
      cmark_node_set_literal(node, text)
      // Without a name, cmark would indent the code.
      cmark_node_set_fence_info(node, language.isEmpty ? "text" : language)
    case .table(let table): literal(text(of: table), to: parent)
    case .definitions(let definitions):
      append(.list(start: nil, items: definitions.map(\.item)), to: parent)
    case .rule: _ = add(CMARK_NODE_THEMATIC_BREAK, to: parent)
    case .literal(let text): literal(text, to: parent)
    }
  }

  /// The marker is on a line of its own before a block that is no paragraph.
  private func calloutBody(_ kind: CalloutKind, _ inner: [Block]) -> [Block] {
    let marker = "[!\(kind.rawValue.uppercased())]"
    if case .paragraph(let first)? = inner.first {
      return [.paragraph([.literal(marker + "\n")] + first)] + inner.dropFirst()
    }
    let text = print(inner)
    return [.literal(text.isEmpty ? marker : marker + "\n" + text.withoutLastLineEnd)]
  }

  private func appendList(_ start: Int?, _ items: [[Block]], to parent: OpaquePointer) {
    let list = add(CMARK_NODE_LIST, to: parent)
    cmark_node_set_list_type(list, start == nil ? CMARK_BULLET_LIST : CMARK_ORDERED_LIST)
    if let start { cmark_node_set_list_start(list, Int32(clamping: min(start, 999_999))) }
    cmark_node_set_list_tight(list, items.allSatisfy(\.isTight) ? 1 : 0)
    for item in items { append(item, to: add(CMARK_NODE_ITEM, to: list)) }
  }

  /// In a paragraph: after a block of our own, cmark would end a quotation with an empty line.
  private func literal(_ text: String, to parent: OpaquePointer) {
    custom(text, to: add(CMARK_NODE_PARAGRAPH, to: parent))
  }

  /// A new last child.
  private func add(_ type: cmark_node_type, to parent: OpaquePointer) -> OpaquePointer {
    guard let node = cmark_node_new(type) else { return parent }
    let isAllowed = cmark_node_append_child(parent, node)
    precondition(isAllowed == 1, "cmark refused a node that we made")
    return node
  }

  // MARK: Words

  private func append(
    _ inlines: [Inline], to parent: OpaquePointer, isAtStart: Bool = false, isInTable: Bool = false
  ) {
    var isAtStart = isAtStart
    let escape = MarkdownEscape(isInTable: isInTable, footnotes: footnotes)
    for inline in inlines {
      switch inline {
      case .text(let text):
        custom(escape.escaped(text, isAtStart: isAtStart), to: parent)
      case .code(let text):
        let text = isInTable ? text.replacing("|", by: "\\|") : text
        cmark_node_set_literal(add(CMARK_NODE_CODE, to: parent), text)
      case .strong(let inner):
        append(inner, to: add(CMARK_NODE_STRONG, to: parent), isInTable: isInTable)
      case .emphasis(let inner):
        append(inner, to: add(CMARK_NODE_EMPH, to: parent), isInTable: isInTable)
      case .struck(let inner):
        custom("~~", to: parent)
        append(inner, to: parent, isInTable: isInTable)
        custom("~~", to: parent)
      case .link(let address, let title, let inner):
        let node = add(CMARK_NODE_LINK, to: parent)
        cmark_node_set_url(node, address)
        cmark_node_set_title(node, title)
        append(inner, to: node, isInTable: isInTable)
      case .picture(let address, let words, let title):
        let node = add(CMARK_NODE_IMAGE, to: parent)
        cmark_node_set_url(node, address)
        cmark_node_set_title(node, title)
        if !words.isEmpty { custom(escape.escaped(words, isAtStart: false), to: node) }
      case .lineBreak:
        if isInTable {
          custom(" ", to: parent)
        } else {
          custom("\\\n", to: parent)
          isAtStart = true
          continue
        }
      case .literal(let text): custom(text, to: parent)
      case .anchor: continue
      }
      isAtStart = false
    }
  }

  private func custom(_ text: String, to parent: OpaquePointer) {
    cmark_node_set_on_enter(add(CMARK_NODE_CUSTOM_INLINE, to: parent), text)
  }

  // MARK: Tables

  private func text(of table: Block.Table) -> String {
    let columns = max(1, table.header.count)
    var lines = [row(table.header, columns)]
    let rules = (0..<columns).map { column -> String in
      switch column < table.alignments.count ? table.alignments[column] : nil {
      case "l": ":--"
      case "c": ":-:"
      case "r": "--:"
      default: "---"
      }
    }
    lines.append("| " + rules.joined(separator: " | ") + " |")
    lines += table.rows.map { row($0, columns) }
    return lines.joined(separator: "\n")
  }

  private func row(_ cells: [[Inline]], _ columns: Int) -> String {
    let texts = (0..<columns).map { $0 < cells.count ? cell(cells[$0]) : "" }
    return "| " + texts.joined(separator: " | ") + " |"
  }

  private func cell(_ inlines: [Inline]) -> String {
    guard let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) else { return "" }
    defer { cmark_node_free(paragraph) }
    append(inlines, to: paragraph, isInTable: true)
    return text(of: paragraph).singleSpaced
  }
}

extension String {
  fileprivate var withoutLastLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}

extension Block.Definition {
  /// As an item of a list, for words that are no entries of a glossary.
  fileprivate var item: [Block] {
    if case .paragraph(let first)? = meaning.first {
      return [.paragraph([.strong(word), .text(": ")] + first)] + meaning.dropFirst()
    }
    return [.paragraph([.strong(word)])] + meaning
  }
}

extension [Block] {
  /// Whether an item of a list has no paragraph that needs a blank line before it.
  fileprivate var isTight: Bool {
    let paragraphs = count { if case .paragraph = $0 { true } else { false } }
    return paragraphs <= 1
      && allSatisfy {
        switch $0 {
        case .paragraph, .list: true
        default: false
        }
      }
  }
}
