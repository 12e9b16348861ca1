import DaylightSyntax

/// The values that a practice wrote under `extra`, for its own templates.
struct ExtraContext: TemplateConvertible {
  let fields: [YAMLNode.Field]

  static var templateShape: TemplateShape { .anything }
  var templateValue: TemplateValue { Self.object(fields) }

  private static func object(_ fields: [YAMLNode.Field]) -> TemplateValue {
    .object(TemplateObject(fields.map { (TemplateName($0.key), value(of: $0.value)) }))
  }

  private static func value(of node: YAMLNode) -> TemplateValue {
    switch node.content {
    case .scalar("true", .plain): .flag(true)
    case .scalar("false", .plain): .flag(false)
    case .scalar(let text, _): .text(text)
    case .sequence(let nodes): .list(nodes.map(value))
    case .mapping(let fields): object(fields)
    }
  }
}
