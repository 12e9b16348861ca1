import DaylightSyntax

/// The findings in each of many inputs, by their numbers. Most have none.
struct FindingTable: Sendable {
  private var findings: [Int: [Diagnostic]] = [:]

  init(_ findings: [[Diagnostic]]) {
    for (number, found) in findings.enumerated() where !found.isEmpty {
      self.findings[number] = found
    }
  }

  subscript(number: Int) -> [Diagnostic] {
    get { findings[number] ?? [] }
    set { findings[number] = newValue.isEmpty ? nil : newValue }
  }

  /// In the order of the inputs.
  var all: [Diagnostic] { findings.keys.sorted().flatMap { findings[$0] ?? [] } }
}
