import DaylightModel
import DaylightSyntax

/// The findings in each of many inputs, at the levels that the site sets.
///
/// The next build looks only at the rows that are different: on a large site there are fifty
/// thousand notes, and an edit changes those of one page.
struct LevelledTable: Sendable {
  /// What was found, before levels.
  private var found: PersistentArray<Int, [Diagnostic]>
  private var rows: PersistentArray<Int, LevelledFindings>
  /// The errors and warnings of the rows that have any.
  private var seriousByRow: [Int: [Diagnostic]] = [:]
  private var rowsInError: Set<Int> = []
  private(set) var noteCounts = NoteCounts()

  init<ID>(_ table: FindingTable<ID>, _ levels: RuleLevels) {
    found = table.rows
    rows = PersistentArray(found.map { LevelledFindings($0, levels) })
    for (number, row) in rows.enumerated() { note(row, number) }
  }

  /// The table of the next build at the same levels.
  func following<ID>(_ table: FindingTable<ID>, _ levels: RuleLevels) -> Self {
    guard table.rows.count == found.count else { return Self(table, levels) }
    var next = self
    next.found = table.rows
    for number in table.rows.changes(since: found, where: { !$0.isShared(with: $1) }) {
      next.replace(number, with: LevelledFindings(table.rows[number], levels))
    }
    return next
  }

  var serious: [Diagnostic] { seriousByRow.sorted { $0.key < $1.key }.flatMap(\.value) }
  var hasErrors: Bool { !rowsInError.isEmpty }
  var notes: [Diagnostic] { rows.flatMap(\.notes) }

  /// Leaves out what overrides allow.
  ///
  /// - Parameter paths: of the files with overrides.
  func filter(in paths: Set<String>, _ isLeft: (Diagnostic) -> Bool) -> Self {
    guard !paths.isEmpty else { return self }
    var left = self
    for (number, row) in rows.enumerated() where !row.isEmpty {
      if let path = row.path, !paths.contains(path) { continue }
      left.replace(number, with: row.filter(isLeft))
    }
    return left
  }

  private mutating func replace(_ number: Int, with row: LevelledFindings) {
    noteCounts.remove(rows[number].notes)
    rows[number] = row
    note(row, number)
  }

  private mutating func note(_ row: LevelledFindings, _ number: Int) {
    noteCounts.add(row.notes)
    seriousByRow[number] = row.serious.isEmpty ? nil : row.serious
    if row.serious.contains(where: { $0.severity == .error }) {
      rowsInError.insert(number)
    } else {
      rowsInError.remove(number)
    }
  }
}

extension [Diagnostic] {
  /// Whether both are copies of one list, which is quicker to tell than whether they are equal.
  fileprivate func isShared(with other: Self) -> Bool {
    count == other.count
      && withUnsafeBufferPointer { own in
        other.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress }
      }
  }
}
