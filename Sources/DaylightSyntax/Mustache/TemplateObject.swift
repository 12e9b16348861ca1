/// Named values, in the order they were given.
package struct TemplateObject: Sendable {
  private var names: [TemplateName]
  private var values: [TemplateValue]

  package init(_ fields: [(TemplateName, TemplateValue)] = []) {
    names = fields.map(\.0)
    values = fields.map(\.1)
  }

  /// A linear search: objects have tens of names, and comparing small numbers beats hashing there.
  package subscript(name: TemplateName) -> TemplateValue? {
    get {
      guard let index = names.firstIndex(of: name) else { return nil }
      return values[index]
    }
    set {
      if let index = names.firstIndex(of: name) {
        if let newValue {
          values[index] = newValue
        } else {
          names.remove(at: index)
          values.remove(at: index)
        }
      } else if let newValue {
        names.append(name)
        values.append(newValue)
      }
    }
  }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral fields: (TemplateName, TemplateValue)...) { self.init(fields) }
}
