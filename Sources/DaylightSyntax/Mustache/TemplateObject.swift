/// Named values. Names should be unique; of repeated ones only the first is found.
package struct TemplateObject: Sendable {
  package typealias Field = (TemplateName, TemplateValue)

  private var fields: [Field]

  package init(_ fields: [Field] = []) { self.fields = fields }

  package init(minimumCapacity: Int) {
    fields = []
    fields.reserveCapacity(minimumCapacity)
  }

  /// Adds a value under a name that the object must not have yet; this is not checked.
  package mutating func add(_ name: TemplateName, _ value: TemplateValue) {
    fields.append((name, value))
  }

  /// A linear search: objects have tens of names, for which comparing small numbers beats hashing.
  package subscript(name: TemplateName) -> TemplateValue? {
    get {
      fields.withUnsafeBufferPointer { fields in
        for index in fields.indices where fields[index].0 == name { return fields[index].1 }
        return nil
      }
    }
    set {
      if let index = fields.firstIndex(where: { $0.0 == name }) {
        if let newValue {
          fields[index].1 = newValue
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
  package init(dictionaryLiteral fields: Field...) { self.init(fields) }
}

extension TemplateObject: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.fields.elementsEqual(right.fields) { $0.0 == $1.0 && $0.1 == $1.1 }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(fields.count)
    for field in fields {
      hasher.combine(field.0)
      hasher.combine(field.1)
    }
  }
}
