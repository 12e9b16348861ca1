/// Finds duplicate names in a mapping.
struct YAMLNames {
  /// The index of each name. Only used for large mappings: few names are compared one by one.
  private var indices: [String: Int] = [:]

  /// The index of the field with a name. Between calls, fields may only be appended.
  mutating func index(of name: String, in fields: [YAMLNode.Field]) -> Int? {
    guard fields.count > 16 else { return fields.firstIndex { $0.key == name } }
    for index in indices.count..<fields.count { indices[fields[index].key] = index }
    return indices[name]
  }
}
