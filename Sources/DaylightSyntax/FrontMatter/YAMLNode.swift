/// A YAML node with its location. Nothing is resolved: `true`, `12` and `2025-03-09` are text until
/// a ``FieldDecoder`` decodes them.
package struct YAMLNode: Sendable, Hashable {
  package var content: Content
  /// Begins at the first byte of the value. Covers a single-line scalar completely, and of longer
  /// values the part on their first line.
  package var location: SourceLocation

  package indirect enum Content: Sendable, Hashable {
    case scalar(String, Style)
    case sequence([YAMLNode])
    /// In the order written; no key occurs twice.
    case mapping([Field])
  }

  package struct Field: Sendable, Hashable {
    package var key: String
    package var keyLocation: SourceLocation
    package var value: YAMLNode

    package init(key: String, keyLocation: SourceLocation, value: YAMLNode) {
      self.key = key
      self.keyLocation = keyLocation
      self.value = value
    }
  }

  package enum Style: Sendable, Hashable {
    case plain, singleQuoted, doubleQuoted, literal, folded

    /// Whether the text is on the lines below its `|` or `>`.
    var isBlock: Bool { self == .literal || self == .folded }
  }

  package init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }

  /// Whether there is no value, as in `verified:` alone.
  package var isEmpty: Bool {
    if case .scalar("", .plain) = content { true } else { false }
  }

  /// What was probably meant by a line such as `title:Fear` or `title = "Fear"`: the name, a colon,
  /// a space and the value. Nil for any other text.
  package static func nameAndValue(in text: String) -> String? {
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    let rest = text[name.endIndex...].drop { $0 == " " }
    guard name.first?.isLetter == true, let mark = rest.first, mark == ":" || mark == "=" else {
      return nil
    }
    let value = rest.dropFirst().drop { $0 == " " }
    // An address such as `https://…`, and `a == b`.
    guard value.first != "/", value.first != "=" else { return nil }
    // YAML joined several lines to one text, so the first line is not known any more.
    return "\(name): \(value.isEmpty || value.contains(" = ") ? "…" : value)"
  }
}
