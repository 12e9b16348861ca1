import DaylightSyntax

/// Puts each table into a region of its own, which scrolls sideways and takes the keyboard, so that
/// the page itself never scrolls sideways (WCAG 1.4.10).
enum TablePass {
  static func run(_ outline: MarkdownOutline, _ assembly: borrowing Assembly) {
    guard !outline.tables.isEmpty else { return }
    let label = HTMLEscaper.escaped(assembly.index.words.table)
    let opening = Array(
      "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"\(label)\">".utf8)
    let closing = Array("</div>".utf8)
    for table in outline.tables {
      table.wrap(in: table.makeCustomBlock(enter: opening, exit: closing))
    }
  }
}
