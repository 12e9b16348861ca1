package import DaylightSyntax

/// A result of a stage, and whether this build made it or took it over from the one before.
package struct Made<Value: Sendable>: Sendable {
  package let result: Diagnosed<Value>
  package let isNew: Bool

  package var value: Value { result.value }

  static func new(_ result: Diagnosed<Value>) -> Self { Self(result: result, isNew: true) }

  /// The same result, made earlier.
  var kept: Self { Self(result: result, isNew: false) }
}
