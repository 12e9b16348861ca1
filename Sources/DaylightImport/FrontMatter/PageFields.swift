internal import CTOML
import DaylightSyntax
import Platform

/// The details at the top of a page of another tool, in whatever form they are written.
struct PageFields {
  struct Field {
    let name: String
    let value: YAMLNode
    let line: Int
  }

  var all: [Field] = []
  /// The text below them, and the line on which it begins.
  var body: String
  var bodyLine: Int

  /// The text of a file, whatever its encoding: what is not UTF-8 is read as Windows-1252.
  static func text(of bytes: [UInt8]) -> String {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let text = String(validating: bytes, as: UTF8.self) ?? WindowsText.decoded(bytes)
    guard text.unicodeScalars.contains(where: { $0.isReserved }) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.isReserved ? "\u{FFFD}" : $0 }))
  }

  init(_ text: String, notes: PageNotes) {
    let text = text.replacing("\r\n", by: "\n").replacing("\r", by: "\n")
    body = text
    bodyLine = 1
    let first = text.prefix { $0 != "\n" }
    let mark = first.trimmed
    if mark == "---" || mark == "---json" || mark == "---yaml" || mark == "---toml"
      || mark == "---js"
    {
      read(
        text, until: "---", as: mark == "---json" ? .json : mark == "---toml" ? .toml : .yaml, notes
      )
    } else if mark == "+++" {
      read(text, until: "+++", as: .toml, notes)
    } else if mark.hasPrefix("{"), !mark.hasPrefix("{{"), !mark.hasPrefix("{%"),
      !mark.hasPrefix("{:")
    {
      readJSON(text, notes)
    }
  }

  private enum Form {
    case yaml, toml, json
  }

  private mutating func read(_ text: String, until fence: String, as form: Form, _ notes: PageNotes)
  {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let end = lines.dropFirst().firstIndex(where: { $0.trimmed == fence }) else { return }
    let inside = lines[1..<end].joined(separator: "\n")
    let after = lines[(end + 1)...].joined(separator: "\n")
    switch form {
    case .yaml, .json: all = Self.yaml(inside, firstLine: 2, notes)
    case .toml: all = Self.toml(inside, firstLine: 2, notes)
    }
    body = after
    bodyLine = end + 2
  }

  private mutating func readJSON(_ text: String, _ notes: PageNotes) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard
      let end = lines.firstIndex(where: { $0 == "}" })
        ?? (lines[0].trimmed.hasSuffix("}") ? 0 : nil)
    else { return }
    let found = Self.yaml(lines[...end].joined(separator: "\n"), firstLine: 1, notes)
    guard !found.isEmpty else { return }
    all = found
    body = lines[(end + 1)...].joined(separator: "\n")
    bodyLine = end + 2
  }

  /// YAML as other tools accept it. What our strict reader refuses is read line by line.
  static func yaml(_ text: String, firstLine: Int, _ notes: PageNotes) -> [Field] {
    let file = SourceFile(path: notes.path, text: text + "\n")
    if let node = YAMLNode.parse(file).value, case .mapping(let fields) = node.content {
      return fields.map {
        Field(name: $0.key, value: $0.value, line: $0.keyLocation.start.line + firstLine - 1)
      }
    }
    return lenient(text, firstLine: firstLine, notes)
  }

  private static func lenient(_ text: String, firstLine: Int, _ notes: PageNotes) -> [Field] {
    var fields: [Field] = []
    for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let number = offset + firstLine
      let place = SourceLocation(path: notes.path, start: SourcePosition(line: number, column: 1))
      if line.isBlank || line.trimmed.hasPrefix("#") { continue }
      let name = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      let rest = line.dropFirst(name.count)
      if !name.isEmpty, rest.first == ":", rest.dropFirst().first.map({ $0 == " " }) ?? true {
        let single = yamlLine(String(line), notes.path)
        let value = single ?? YAMLNode(.scalar(rest.dropFirst().unquoted, .plain), at: place)
        fields.append(Field(name: String(name), value: value, line: number))
      } else if let last = fields.last, line.trimmed.hasPrefix("- ") {
        var items: [YAMLNode] = []
        if case .sequence(let before) = last.value.content { items = before }
        items.append(YAMLNode(.scalar(line.trimmed.dropFirst(2).unquoted, .plain), at: place))
        fields[fields.count - 1] = Field(
          name: last.name, value: YAMLNode(.sequence(items), at: place), line: last.line)
      } else if let last = fields.last, case .scalar(let before, let style) = last.value.content {
        let joined = (["|", ">", "|-", ">-"].contains(before) ? "" : before + " ") + line.trimmed
        fields[fields.count - 1] = Field(
          name: last.name, value: YAMLNode(.scalar(joined.trimmed, style), at: place),
          line: last.line)
      } else {
        notes.tell(.field, String(line), line: number)
      }
    }
    return fields
  }

  private static func yamlLine(_ line: String, _ path: String) -> YAMLNode? {
    let file = SourceFile(path: path, text: line + "\n")
    guard let node = YAMLNode.parse(file).value, case .mapping(let fields) = node.content else {
      return nil
    }
    return fields.first?.value
  }

  /// TOML becomes JSON, which is YAML too.
  static func toml(_ text: String, firstLine: Int, _ notes: PageNotes) -> [Field] {
    let result = Array(text.utf8).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { daylight_toml_read($0.baseAddress, $0.count) }
    }
    defer { daylight_toml_free(result) }
    guard let json = result.json else {
      let problem = result.problem.map { String(cString: $0) } ?? ""
      notes.tell(
        .field, "not TOML, so it was read line by line: \(problem)",
        line: firstLine + Int(result.line) - 1)
      return lenient(text.replacing(" = ", by: ": "), firstLine: firstLine, notes)
    }
    let fields = yaml(String(cString: json).replacing("\t", by: "  "), firstLine: firstLine, notes)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return fields.map { field in
      let place = lines.firstIndex { $0.trimmed.hasPrefix(field.name) }
      return Field(name: field.name, value: field.value, line: (place ?? 0) + firstLine)
    }
  }

  /// The value of a field, by its name in small letters; dots lead into groups.
  subscript(path: String) -> YAMLNode? {
    let parts = path.split(separator: ".")
    guard var node = all.first(where: { $0.name.lowercased() == parts[0] })?.value else {
      return nil
    }
    for part in parts.dropFirst() {
      guard case .mapping(let fields) = node.content,
        let next = fields.first(where: { $0.key.lowercased() == part })
      else { return nil }
      node = next.value
    }
    return node
  }

  func text(_ path: String) -> String? { self[path]?.text }
}

extension YAMLNode {
  /// The text of a scalar; nil for anything else, and for nothing.
  var text: String? {
    guard case .scalar(let text, let style) = content else { return nil }
    if style == .plain, text.isEmpty || text == "~" || text.lowercased() == "null" { return nil }
    return text
  }

  /// Several texts, or one; a list in one text is split at commas.
  var texts: [String] {
    switch content {
    case .scalar: text.map { [$0] } ?? []
    case .sequence(let items): items.flatMap(\.texts)
    case .mapping(let fields):
      fields.first { ["name", "title", "label", "text"].contains($0.key.lowercased()) }?.value.texts
        ?? []
    }
  }

  var isTrue: Bool { ["true", "yes", "on", "1"].contains(text?.lowercased() ?? "") }
  var isFalse: Bool { ["false", "no", "off", "0"].contains(text?.lowercased() ?? "") }

  /// All of it on one line, for the report.
  var summary: String {
    switch content {
    case .scalar(let text, _): text.singleSpaced
    case .sequence(let items): "[" + items.map(\.summary).joined(separator: ", ") + "]"
    case .mapping(let fields):
      "{" + fields.map { "\($0.key): \($0.value.summary)" }.joined(separator: ", ") + "}"
    }
  }
}

extension StringProtocol {
  fileprivate var unquoted: String {
    let text = trimmed
    guard let mark = text.first, mark == "\"" || mark == "'", text.count > 1, text.last == mark
    else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }
}

extension Unicode.Scalar {
  /// Whether it is one of the marks that the importer puts into texts itself, or a NUL.
  fileprivate var isReserved: Bool { value == 0 || 0xE000...0xE002 ~= value }
}

/// The encoding that old Windows computers saved texts in.
enum WindowsText {
  static func decoded(_ bytes: some Collection<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(0x80...0x9F ~= byte ? high[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(text)
  }

  private static let high = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}
