/// A value together with the findings made while computing it.
///
/// The findings stay with the value, so that a cached result reports them again.
package struct Diagnosed<Value: Sendable>: Sendable {
  package var value: Value
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  package func map<Other>(_ transform: (Value) -> Other) -> Diagnosed<Other> {
    Diagnosed<Other>(transform(value), diagnostics)
  }
}
