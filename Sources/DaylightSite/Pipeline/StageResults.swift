package import DaylightModel
import DaylightSyntax

/// The results of a stage for each of its inputs, in their order, and which of them this build
/// computed.
package struct StageResults<ID: ListID, Value: Sendable>: Sendable {
  package private(set) var values: PersistentArray<ID, Value>
  private(set) var findings: FindingTable<ID>
  /// The results that this build computed, ascending. The others were reused.
  package private(set) var computed: [ID]

  init(_ results: [StageOutput<Value>]) {
    values = PersistentArray(results.map(\.value))
    findings = FindingTable(results.map(\.result.diagnostics))
    computed = values.indices.filter { !results[$0.number].isReused }
  }

  package var count: Int { values.count }

  /// The same results for the next build, with some replaced, in ascending order.
  func replacing(_ made: [(id: ID, result: Diagnosed<Value>)]) -> Self {
    var results = self
    results.computed = made.map(\.id)
    for (id, result) in made {
      results.values[id] = result.value
      results.findings[id] = result.diagnostics
    }
    return results
  }

  /// A result for a build that reuses it.
  func reused(_ id: ID) -> StageOutput<Value> {
    StageOutput(result: Diagnosed(values[id], findings[id]), isReused: true)
  }
}
