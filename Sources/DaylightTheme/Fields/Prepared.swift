import DaylightSyntax

/// A value that was converted once, to be given to many templates.
struct Prepared<Value: TemplateConvertible>: TemplateConvertible {
  let templateValue: TemplateValue

  init(_ value: Value) { templateValue = value.templateValue }

  static var templateShape: TemplateShape { Value.templateShape }
}

extension Prepared where Value: TemplateModel {
  var object: TemplateObject {
    if case .object(let object) = templateValue { object } else { TemplateObject() }
  }

  /// The same fields for a model that has such a value as a part.
  static func fields<Whole>(
    of part: @escaping @Sendable (Whole) -> Self
  ) -> [TemplateField<Whole>] {
    Value.fields.map { field in
      field.moved(to: Whole.self) { part($0).object[field.name] ?? .none }
    }
  }
}
