package import DaylightSyntax

/// A result of a stage, and whether it was reused from the previous build.
package struct StageOutput<Value: Sendable>: Sendable {
  package let result: Diagnosed<Value>
  package let isReused: Bool

  package var value: Value { result.value }

  static func computed(_ result: Diagnosed<Value>) -> Self { Self(result: result, isReused: false) }
}
