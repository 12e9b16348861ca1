import DaylightSyntax

/// One named value of a model: its name, its meaning and how to compute it.
///
/// The kind follows from the type that the closure returns, so that the two cannot disagree: a
/// `String` is text, `HTML` is HTML, and only the latter may be printed unescaped.
///
///     struct Link: TemplateModel {
///       let title: String
///       let path: String
///
///       static let fields = [
///         Field("title", "the title of the page") { $0.title },
///         Field("path", "its path from the root of the site") { $0.path },
///       ]
///     }
struct TemplateField<Model>: Sendable {
  let name: TemplateName
  /// Its part of the shape that templates are checked against.
  let declaration: TemplateShape.Field
  let value: @Sendable (Model) -> TemplateValue

  /// - Parameter meaning: what the value is, in a few words, for the documentation.
  init<Value: TemplateConvertible>(
    _ name: TemplateName, _ meaning: String, _ value: @escaping @Sendable (Model) -> Value
  ) {
    self.init(name, meaning, shape: Value.templateShape) { value($0).templateValue }
  }

  /// An object with the given fields.
  init<Part>(
    _ name: TemplateName, _ meaning: String, object fields: [TemplateField<Part>],
    _ part: @escaping @Sendable (Model) -> Part?
  ) {
    self.init(name, meaning, shape: TemplateShape(fields)) { model in
      part(model).map { .object(TemplateObject(fields, of: $0)) } ?? .none
    }
  }

  /// A list of objects with the given fields.
  init<Part>(
    _ name: TemplateName, _ meaning: String, list fields: [TemplateField<Part>],
    _ parts: @escaping @Sendable (Model) -> [Part]
  ) {
    self.init(name, meaning, shape: .list(TemplateShape(fields))) { model in
      .list(parts(model).map { .object(TemplateObject(fields, of: $0)) })
    }
  }

  private init(
    _ name: TemplateName, _ meaning: String, shape: TemplateShape,
    _ value: @escaping @Sendable (Model) -> TemplateValue
  ) {
    self.name = name
    declaration = TemplateShape.Field(name: name.spelling, shape: shape, meaning: meaning)
    self.value = value
  }

  /// The same declaration for another model.
  func moved<Other>(
    to _: Other.Type, _ value: @escaping @Sendable (Other) -> TemplateValue
  ) -> TemplateField<Other> {
    TemplateField<Other>(name, declaration.meaning, shape: declaration.shape, value)
  }

  /// The same declaration for a model that never has the value.
  func absent<Other>(in model: Other.Type) -> TemplateField<Other> {
    moved(to: model) { _ in .none }
  }
}

extension TemplateShape {
  init<Model>(_ fields: [TemplateField<Model>]) {
    self = .object(fields.map(\.declaration))
  }
}

extension TemplateObject {
  init<Model>(_ fields: [TemplateField<Model>], of model: Model) {
    self.init(minimumCapacity: fields.count)
    // A span avoids retaining and releasing each closure, which all threads share.
    let fields = fields.span
    for index in fields.indices { add(fields[index].name, fields[index].value(model)) }
  }
}
