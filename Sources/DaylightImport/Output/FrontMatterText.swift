import DaylightSyntax

/// Writes the lines at the top of a page.
struct FrontMatterText {
  private(set) var lines: [String] = []

  mutating func add(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { lines.append("\(name): \(Self.scalar(value))") }
  }

  mutating func add(_ name: String, _ value: Int?) {
    if let value { lines.append("\(name): \(value)") }
  }

  mutating func add(_ name: String, plain value: String?) {
    if let value { lines.append("\(name): \(value)") }
  }

  mutating func add(_ name: String, _ values: [String]) {
    if !values.isEmpty {
      lines.append("\(name): [\(values.map { Self.item($0) }.joined(separator: ", "))]")
    }
  }

  var text: String { "---\n" + lines.map { $0 + "\n" }.joined() + "---\n" }

  /// A value as YAML reads it: in quotation marks unless it is plainly text.
  static func scalar(_ value: String) -> String {
    let value = UnseenCharacter.removed(from: value.singleSpaced)
    let isPlain =
      value.first.map { $0.isLetter } == true && !value.includes(": ") && !value.includes(" #")
      && !value.hasSuffix(":") && !value.includes("<!--")
      && !["true", "false", "yes", "no", "null", "on", "off"].contains(value.lowercased())
    return isPlain ? value : quoted(value)
  }

  private static func item(_ value: String) -> String {
    let value = UnseenCharacter.removed(from: value)
    let isPlain =
      value.first.map { $0.isLetter || $0 == "/" } == true
      && value.unicodeScalars.allSatisfy {
        !",[]{}:#\"'&*!|>%@`".unicodeScalars.contains($0)
      } && !["true", "false", "yes", "no", "null"].contains(value.lowercased())
    return isPlain ? value : quoted(value)
  }

  private static func quoted(_ value: String) -> String {
    "\"" + value.replacing("\\", by: "\\\\").replacing("\"", by: "\\\"") + "\""
  }
}
