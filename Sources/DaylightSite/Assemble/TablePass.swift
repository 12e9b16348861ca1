import DaylightSyntax

/// Puts each table into a region of its own, which scrolls sideways and takes the keyboard, so that
/// the page itself never scrolls sideways (WCAG 1.4.10).
enum TablePass {
  static func run(_ tree: borrowing MarkdownTree, _ assembly: borrowing Assembly) {
    var tables: [MarkdownNode] = []
    for case .enter(let node) in tree.events() where node.kind == .table { tables.append(node) }
    let label = HTMLEscaper.escaped(assembly.index.words.table)
    for table in tables {
      let region = table.makeCustomBlock(
        enter: "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"\(label)\">".utf8,
        exit: "</div>".utf8)
      table.wrap(in: region)
    }
  }
}
