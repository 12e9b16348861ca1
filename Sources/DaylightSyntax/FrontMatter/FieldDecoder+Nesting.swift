extension FieldDecoder {
  /// A list of mappings, each decoded in turn.
  package mutating func list<Value>(
    _ name: String, of subject: String, about: String? = nil, foreignNames: ForeignNames = [:],
    _ body: (inout FieldDecoder) -> Value?
  ) -> [Value] {
    noteGroup(name, about, of: subject, inList: true, body)
    var values: [Value] = []
    for element in elements(name, example: "each item on a line of its own after ‘- ’") {
      let value = decode(element, of: subject, foreignNames: foreignNames, body)
      if let value { values.append(value) }
    }
    return values
  }

  /// A document that is a list of mappings, each decoded in turn.
  package static func list<Value>(
    _ node: YAMLNode?, of subject: String, foreignNames: ForeignNames = [:],
    _ body: (inout FieldDecoder) -> Value?
  ) -> Diagnosed<[Value]> {
    guard let node, !node.isEmpty else { return Diagnosed([]) }
    guard case .sequence(let elements) = node.content else {
      return Diagnosed(
        [],
        [
          .wrongType(
            "this file", "a list", node.content, at: node.location,
            help: "begin each \(subject) with ‘- ’ at the start of a line")
        ])
    }
    var result = Diagnosed<[Value]>([])
    for element in elements {
      var decoder = FieldDecoder(
        element, of: subject, at: element.location, foreignNames: foreignNames)
      if let value = body(&decoder) { result.value.append(value) }
      result.diagnostics += decoder.finish()
    }
    return result
  }

  /// A mapping inside this one.
  package mutating func nested<Value>(
    _ name: String, of subject: String, about: String? = nil, foreignNames: ForeignNames = [:],
    _ body: (inout FieldDecoder) -> Value
  ) -> Value? {
    noteGroup(name, about, of: subject, body)
    guard let field = filledField(name) else { return nil }
    return decode(
      field.value, of: subject, at: field.keyLocation, foreignNames: foreignNames, body)
  }

  /// A mapping whose names the author chooses, undecoded.
  package mutating func openMap(_ name: String, about: String? = nil) -> [YAMLNode.Field] {
    note(name, about, .anyNames)
    return mapping(name)
  }

  /// The levels of rules, by the names of the rules, which the caller looks up.
  package mutating func ruleLevels(_ name: String, about: String? = nil) -> [RuleLevels.Entry] {
    note(name, about, .ruleLevels)
    return mapping(name).compactMap { entry in
      let level: Located<Rule.Level>? = word(of: entry.value, named: entry.key)
      return level.map { .init(entry.key, $0.value, at: entry.keyLocation) }
    }
  }

  private mutating func mapping(_ name: String) -> [YAMLNode.Field] {
    guard let field = filledField(name) else { return [] }
    if case .mapping(let fields) = field.value.content { return fields }
    report(
      .wrongType(
        "‘\(field.key)’", "names with values", field.value.content, at: field.value.location,
        help: "write ‘name: value’ lines below it, each indented"))
    return []
  }

  mutating func elements(_ name: String, example: String) -> [YAMLNode] {
    filledField(name).map { elements(of: $0, example: example) } ?? []
  }

  mutating func elements(of field: YAMLNode.Field, example: String) -> [YAMLNode] {
    if case .sequence(let elements) = field.value.content { return elements }
    report(
      .wrongType(
        "‘\(field.key)’", "a list", field.value.content, at: field.value.location,
        help: "write it as a list: \(example)"))
    return []
  }
}
