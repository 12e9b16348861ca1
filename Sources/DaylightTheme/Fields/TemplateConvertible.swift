import DaylightSyntax

/// A type whose values can be given to templates.
protocol TemplateConvertible: Sendable {
  static var templateShape: TemplateShape { get }
  var templateValue: TemplateValue { get }
}

extension String: TemplateConvertible {
  static var templateShape: TemplateShape { .text }
  var templateValue: TemplateValue { .text(self) }
}

extension HTML: TemplateConvertible {
  static var templateShape: TemplateShape { .html }
  var templateValue: TemplateValue { .html(self) }
}

extension Bool: TemplateConvertible {
  static var templateShape: TemplateShape { .flag }
  var templateValue: TemplateValue { .flag(self) }
}

extension Int: TemplateConvertible {
  static var templateShape: TemplateShape { .number }
  var templateValue: TemplateValue { .number(self) }
}

extension Optional: TemplateConvertible where Wrapped: TemplateConvertible {
  static var templateShape: TemplateShape { Wrapped.templateShape }
  var templateValue: TemplateValue { self?.templateValue ?? TemplateValue.none }
}

extension Array: TemplateConvertible where Element: TemplateConvertible {
  static var templateShape: TemplateShape { .list(Element.templateShape) }
  var templateValue: TemplateValue { .list(map { $0.templateValue }) }
}
