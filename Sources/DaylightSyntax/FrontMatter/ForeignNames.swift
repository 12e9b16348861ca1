/// The names that other programs use for fields of front matter and data, so that authors who come
/// from them are told ours.
package struct ForeignNames: Sendable, ExpressibleByDictionaryLiteral {
  package enum Meaning: Sendable, Hashable {
    /// Our names; the first one that is valid in that place is suggested.
    case ours([String])
    /// There is no such field; what to do instead.
    case none(String)

    package static func ours(_ names: String...) -> Self { .ours(names) }
  }

  private let meanings: [String: Meaning]

  /// The names are in lower case, without hyphens and underscores; any spelling of them matches.
  package init(dictionaryLiteral elements: (String, Meaning)...) {
    meanings = Dictionary(elements, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameters:
  ///   - known: the names that have a meaning here.
  ///   - isWritten: whether a name already has a value here.
  func help(
    for field: YAMLNode.Field, known: [String], isWritten: (String) -> Bool
  ) -> String? {
    let name = String(field.key.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " })
    switch meanings[name] {
    case .none(let advice)?: return advice
    case .ours(let names)?:
      guard let ours = names.first(where: known.contains) else { return nil }
      if isWritten(ours) {
        return "Daylight calls it ‘\(ours)’, which is already written: leave this out"
      }
      return "Daylight calls it ‘\(ours)’"
    case nil: return nil
    }
  }
}
