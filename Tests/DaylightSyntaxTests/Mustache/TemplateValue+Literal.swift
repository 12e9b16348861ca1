package import DaylightSyntax

extension TemplateValue: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral fields: (TemplateName, TemplateValue)...) {
    self = .object(TemplateObject(fields))
  }
}
