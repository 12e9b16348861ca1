import DaylightModel
import DaylightSyntax

/// The findings in each of many inputs. Most have none.
struct FindingTable<ID: ListID>: Sendable {
  private var findings: [ID: [Diagnostic]] = [:]

  init(_ findings: [[Diagnostic]]) {
    for (number, found) in findings.enumerated() where !found.isEmpty {
      self.findings[ID(number)] = found
    }
  }

  subscript(id: ID) -> [Diagnostic] {
    get { findings[id] ?? [] }
    set { findings[id] = newValue.isEmpty ? nil : newValue }
  }

  /// In the order of the inputs.
  var all: [Diagnostic] { findings.keys.sorted().flatMap { findings[$0] ?? [] } }
}
