/// A piece of YAML and where it was written. Nothing is resolved: `true`, `12` and `2025-03-09` are
/// text until a ``FieldDecoder`` asks for something else.
package struct YAMLNode: Sendable, Hashable {
  package var content: Content
  /// From the first byte of the value. A scalar that stands on one line is covered whole; of longer
  /// values, the part on their first line.
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

    package var isQuoted: Bool { self == .singleQuoted || self == .doubleQuoted }
  }

  package init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }

  /// Nothing was written: `verified:` and no more.
  package var isEmpty: Bool {
    if case .scalar("", .plain) = content { true } else { false }
  }
}
