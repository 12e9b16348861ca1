import DaylightModel
import DaylightSyntax

/// The findings in each of many inputs. Most have none.
struct FindingTable<ID: ListID>: Sendable {
  /// By the number of the input.
  private(set) var rows: PersistentArray<Int, [Diagnostic]>

  init(_ findings: [[Diagnostic]]) { rows = PersistentArray(findings) }

  subscript(id: ID) -> [Diagnostic] {
    get { rows[id.number] }
    set { rows[id.number] = newValue }
  }
}
