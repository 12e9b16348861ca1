package import DaylightSyntax

extension TemplateShape: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral fields: (String, TemplateShape)...) {
    self = .object(fields.map { Field(name: $0.0, shape: $0.1) })
  }
}
