import DaylightModel
package import DaylightSyntax

/// Puts each table into a region of its own, which scrolls sideways and takes the keyboard, so that
/// the page itself never scrolls sideways (WCAG 1.4.10).
enum TablePass {
  static func run(_ outline: MarkdownOutline, _ assembly: inout Assembly) {
    guard !outline.tables.isEmpty else { return }
    let label = HTMLEscaper.escaped(assembly.index.strings.table)
    let opening = Array(
      "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"\(label)\">".utf8)
    let closing = Array("</div>".utf8)
    for table in outline.tables {
      if let row = table.firstChild, row.isHeaderRow, row.hasUnnamedColumn {
        assembly.add(.unnamedColumn(at: assembly.location(of: row)))
      }
      for cell in table.lostCells { assembly.add(.extraTableCell(cell, in: assembly.path)) }
      table.wrap(in: table.makeCustomBlock(enter: opening, exit: closing))
    }
  }
}

extension MarkdownNode {
  /// Whether a cell of a header row is empty. The first may be, above the names of rows.
  fileprivate var hasUnnamedColumn: Bool {
    let cells = Array(children)
    let empty = cells.filter { $0.firstChild == nil }
    return !empty.isEmpty && (cells.count == 1 || empty != [cells[0]])
  }
}

extension Rule {
  package static let unnamedColumn = Rule(
    "unnamed-column", .warning, "A table with a column that has no name.",
    why: "A screen reader says the name of the column before each cell. Without it, “two” could be "
      + "anything.",
    bad: "| | |\n|---|---|\n| Monday | two |",
    good: "| Day | Sessions |\n|---|---|\n| Monday | two |",
    fix: "Write what is in the column into the first row. If it is no table, make a list of it.")
  package static let extraTableCell = Rule(
    "extra-table-cell", .error, "A row with more cells than its table has columns.",
    why: "The cells that are too many would be left out of the page without a word.",
    bad: "| a | b |\n|---|---|\n| one | two | three |",
    good: "| a | b | c |\n|---|---|---|\n| one | two | three |",
    fix:
      "Give the heading a cell more, or take one out of the row. Write `\\|` for a line that is "
      + "part of the text, also in code.", formerIDs: ["lost-cell"])
}

extension Diagnostic {
  fileprivate static func unnamedColumn(at location: SourceLocation) -> Self {
    Diagnostic(
      .unnamedColumn, "a column of this table has no name", at: location,
      help: "write what is in it into the first row; if it is no table, make a list of it")
  }

  fileprivate static func extraTableCell(_ cell: LostCell, in path: String) -> Self {
    Diagnostic(
      .extraTableCell,
      "‘\(String(decoding: cell.text, as: UTF8.self))’ would not be shown: this row has more than the "
        + "\(cell.columns == 1 ? "one cell" : "\(cell.columns) cells") of the table’s heading",
      at: SourceLocation(path: path, start: cell.start, end: cell.end),
      help:
        "add a cell to the heading and to the line below it, or take a ‘|’ out of this row; write "
        + "‘\\|’ for one that is part of the text, also in code")
  }
}
