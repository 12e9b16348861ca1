/// Named values. A name is given once; of a repeated one only the first is found.
package struct TemplateObject: Sendable {
  private var fields: [(name: TemplateName, value: TemplateValue)]

  package init(_ fields: [(TemplateName, TemplateValue)] = []) { self.fields = fields }

  /// A linear search: objects have tens of names, and comparing small numbers beats hashing there.
  package subscript(name: TemplateName) -> TemplateValue? {
    get {
      fields.withUnsafeBufferPointer { fields in
        for index in fields.indices where fields[index].name == name {
          return fields[index].value
        }
        return nil
      }
    }
    set {
      if let index = fields.firstIndex(where: { $0.name == name }) {
        if let newValue {
          fields[index].value = newValue
        } else {
          fields.remove(at: index)
        }
      } else if let newValue {
        fields.append((name, newValue))
      }
    }
  }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral fields: (TemplateName, TemplateValue)...) { self.init(fields) }
}

extension TemplateObject: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.fields.elementsEqual(right.fields) { $0.name == $1.name && $0.value == $1.value }
  }

  package func hash(into hasher: inout Hasher) {
    for field in fields {
      hasher.combine(field.name)
      hasher.combine(field.value)
    }
  }
}
