import DaylightSyntax

/// A tag of a template language in a text: `{{< name "value" key="value" >}}`, `{% name … %}`,
/// `{{ value }}` or `<Name key="value">`.
struct ForeignTag {
  enum Style {
    /// `{{< … >}}` and `{{% … %}}`
    case hugo
    /// `{% … %}`
    case liquid
    /// `{{ … }}`
    case output
    /// `<Name …>`
    case component
    /// `[name …]`
    case bracket
  }

  let style: Style
  let name: String
  let isClosing: Bool
  /// Whether the tag says itself that nothing belongs to it.
  let isComplete: Bool
  let values: [String]
  let named: [(name: String, value: String)]
  /// As written.
  let text: String
  /// What is between the marks.
  let inside: String

  subscript(name: String) -> String? { named.first { $0.name.lowercased() == name }?.value }

  /// The first of some named values, or a value by its place.
  func value(_ names: [String], or place: Int? = nil) -> String? {
    for name in names {
      if let value = self[name] { return value }
    }
    if let place, values.indices.contains(place) { return values[place] }
    return nil
  }

  init?(style: Style, text: String, inside: String) {
    self.style = style
    self.text = text
    var inside = inside.trimmed
    if inside.hasPrefix("-") { inside = String(inside.dropFirst()).trimmed }
    if inside.hasSuffix("-"), style != .component { inside = String(inside.dropLast()).trimmed }
    var isClosing = false
    var isComplete = false
    if inside.hasPrefix("/") {
      isClosing = true
      inside = String(inside.dropFirst()).trimmed
    }
    if inside.hasSuffix("/") {
      isComplete = true
      inside = String(inside.dropLast()).trimmed
    }
    self.inside = inside
    if style == .output {
      name = ""
      values = []
      named = []
      self.isClosing = false
      self.isComplete = true
      return
    }
    var words = TagWords(inside)
    guard let first = words.next(), first.value == nil else { return nil }
    var name = first.text
    if style == .liquid, name.hasPrefix("end"), name.count > 3 {
      isClosing = true
      name = String(name.dropFirst(3))
    }
    self.name = name
    self.isClosing = isClosing
    self.isComplete = isComplete
    var values: [String] = []
    var named: [(name: String, value: String)] = []
    while let word = words.next() {
      if let value = word.value {
        named.append((word.text, value))
      } else {
        values.append(word.text)
      }
    }
    self.values = values
    self.named = named
  }
}

/// Splits what is inside a tag into words: `a`, `"b c"`, `key="d e"`, `key=f`.
private struct TagWords {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func next() -> (text: String, value: String?)? {
    while offset < bytes.count, bytes[offset] <= 0x20 || bytes[offset] == UInt8(ascii: ",") {
      offset += 1
    }
    guard offset < bytes.count else { return nil }
    if isQuote(bytes[offset]) { return (quoted(), nil) }
    if bytes[offset] == UInt8(ascii: "{") { return (braced(), nil) }
    let start = offset
    while offset < bytes.count, bytes[offset] > 0x20, bytes[offset] != UInt8(ascii: ","),
      bytes[offset] != UInt8(ascii: "="), bytes[offset] != UInt8(ascii: "{")
    {
      if isQuote(bytes[offset]) { break }
      offset += 1
    }
    if offset == start { offset += 1 }
    let name = String(decoding: bytes[start..<offset], as: UTF8.self)
    var after = offset
    while after < bytes.count, bytes[after] == 0x20 { after += 1 }
    guard after < bytes.count, bytes[after] == UInt8(ascii: "=") else { return (name, nil) }
    after += 1
    while after < bytes.count, bytes[after] <= 0x20 { after += 1 }
    offset = after
    guard offset < bytes.count else { return (name, "") }
    if isQuote(bytes[offset]) { return (name, quoted()) }
    if bytes[offset] == UInt8(ascii: "{") { return (name, braced()) }
    let value = offset
    while offset < bytes.count, bytes[offset] > 0x20, bytes[offset] != UInt8(ascii: ",") {
      offset += 1
    }
    return (name, String(decoding: bytes[value..<offset], as: UTF8.self))
  }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  private mutating func quoted() -> String {
    let mark = bytes[offset]
    offset += 1
    var text: [UInt8] = []
    while offset < bytes.count, bytes[offset] != mark {
      if bytes[offset] == UInt8(ascii: "\\"), offset + 1 < bytes.count,
        bytes[offset + 1] == mark || bytes[offset + 1] == UInt8(ascii: "\\")
      {
        offset += 1
      }
      text.append(bytes[offset])
      offset += 1
    }
    offset = min(offset + 1, bytes.count)
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func braced() -> String {
    var depth = 0
    let start = offset
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "{") { depth += 1 }
      if bytes[offset] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 {
          offset += 1
          break
        }
      }
      offset += 1
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self).dropFirst().dropLast()
    let inner = text.trimmed
    if let mark = inner.first, "\"'`".contains(mark), inner.last == mark, inner.count > 1 {
      return String(inner.dropFirst().dropLast())
    }
    return inner
  }
}
