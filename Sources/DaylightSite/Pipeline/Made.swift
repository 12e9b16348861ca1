package import DaylightSyntax

/// One of the results of a stage, and whether this build made it or took it over from the one before.
package struct Made<Value: Sendable>: Sendable {
  package let result: Diagnosed<Value>
  package let isNew: Bool

  package var value: Value { result.value }

  static func new(_ result: Diagnosed<Value>) -> Self { Self(result: result, isNew: true) }
}
