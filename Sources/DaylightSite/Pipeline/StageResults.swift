package import DaylightModel
import DaylightSyntax

/// The results of a stage for each of its inputs, in their order, and which of them this build
/// computed.
package struct StageResults<Value: Sendable>: Sendable {
  package private(set) var values: PersistentArray<Value>
  private(set) var findings: FindingTable
  /// The numbers of the results that this build computed, ascending. The others were reused.
  package private(set) var computed: [Int]

  init(_ results: [StageOutput<Value>]) {
    values = PersistentArray(results.map(\.value))
    findings = FindingTable(results.map(\.result.diagnostics))
    computed = results.indices.filter { !results[$0].isReused }
  }

  package var count: Int { values.count }

  /// Everything that was found, in the order of the inputs.
  var diagnostics: [Diagnostic] { findings.all }

  /// The same results for the next build, with some replaced, in ascending order.
  func replacing(_ made: [(number: Int, result: Diagnosed<Value>)]) -> Self {
    var results = self
    results.computed = made.map(\.number)
    for (number, result) in made {
      results.values[number] = result.value
      results.findings[number] = result.diagnostics
    }
    return results
  }

  /// A result for a build that reuses it.
  func reused(_ number: Int) -> StageOutput<Value> {
    StageOutput(result: Diagnosed(values[number], findings[number]), isReused: true)
  }
}
