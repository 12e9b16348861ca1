import DaylightSyntax

/// A type that templates see as an object. Its fields are the only declaration of the object: its
/// shape, its values and its documentation are derived from them.
protocol TemplateModel: TemplateConvertible {
  static var fields: [TemplateField<Self>] { get }
}

extension TemplateModel {
  typealias Field = TemplateField<Self>

  static var templateShape: TemplateShape { TemplateShape(fields) }
  var templateValue: TemplateValue { .object(TemplateObject(Self.fields, of: self)) }

  /// The same fields for a model that has such a value as a part.
  static func fields<Whole>(
    of part: @escaping @Sendable (Whole) -> Self
  ) -> [TemplateField<Whole>] {
    fields.map { field in field.moved(to: Whole.self) { field.value(part($0)) } }
  }
}
