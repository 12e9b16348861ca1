/// Writes JSON into bytes, in the order of the calls.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.member("name", "Gaslighting")
///       json.array("aliases") { json in
///         for alias in aliases { json.value(alias) }
///       }
///     }
///
/// Keys and text may contain anything; bytes that are not UTF-8 become U+FFFD.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8]

  private let isIndented: Bool
  private let isSafeInHTML: Bool
  private var depth = 0
  private var isFirst = true
  private var followsKey = false

  /// - Parameters:
  ///   - indented: one member or element per line, two spaces per level.
  ///   - safeInHTML: writes `<`, `>`, `&`, U+2028 and U+2029 as escapes, so that the result can be
  ///     put inside a `script` element.
  ///   - prefix: bytes that come before the JSON.
  package init(indented: Bool = false, safeInHTML: Bool = false, after prefix: [UInt8] = []) {
    bytes = prefix
    isIndented = indented
    isSafeInHTML = safeInHTML
  }

  package mutating func reserveCapacity(_ bytes: Int) { self.bytes.reserveCapacity(bytes) }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    nest(in: "{", "}", members)
  }

  package mutating func object(_ key: String, _ members: (inout JSONWriter) -> Void) {
    self.key(key)
    object(members)
  }

  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    nest(in: "[", "]", elements)
  }

  package mutating func array(_ key: String, _ elements: (inout JSONWriter) -> Void) {
    self.key(key)
    array(elements)
  }

  /// A member of an object. If the value is nil it is left out.
  package mutating func member(_ key: String, _ value: (some JSONValue)?) {
    guard let value else { return }
    self.key(key)
    value.write(to: &self)
  }

  /// The same for text, which is what most members are.
  package mutating func member(_ key: String, _ value: String?) {
    guard let value else { return }
    self.key(key)
    text(value)
  }

  /// A member that is text in UTF-8. If the value is nil it is left out.
  package mutating func member(_ key: String, _ utf8: [UInt8]?) {
    guard let utf8 else { return }
    self.key(key)
    value(utf8)
  }

  package mutating func value(_ value: some JSONValue) { value.write(to: &self) }

  /// Text in UTF-8.
  package mutating func value(_ utf8: [UInt8]) {
    begin()
    appendText(utf8.span)
  }

  /// Writes members or elements separately, to be inserted into several texts later.
  package static func fragment(
    safeInHTML: Bool = false, _ body: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var json = JSONWriter(safeInHTML: safeInHTML)
    json.depth = 1
    body(&json)
    return json.bytes
  }

  /// Appends members or elements that were written separately.
  package mutating func append(fragment: [UInt8]) {
    guard !fragment.isEmpty else { return }
    begin()
    bytes += fragment
  }

  /// Number, `true` or `false`, as JSON spells it.
  fileprivate mutating func literal(_ spelling: String) {
    begin()
    bytes += spelling.utf8
  }

  fileprivate mutating func text(_ string: String) {
    begin()
    string.withUTF8Span { appendText($0) }
  }

  private mutating func key(_ key: String) {
    text(key)
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  private mutating func nest(
    in open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    begin()
    bytes.append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { startLine() }
    bytes.append(close)
    isFirst = false
  }

  /// Writes the separator before the next key or element.
  private mutating func begin() {
    if followsKey {
      followsKey = false
    } else if depth > 0 {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      startLine()
    }
    isFirst = false
  }

  private mutating func startLine() {
    guard isIndented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }
}

/// A value that can be written as JSON.
package protocol JSONValue {
  func write(to json: inout JSONWriter)
}

extension String: JSONValue {
  package func write(to json: inout JSONWriter) { json.text(self) }
}

extension Int: JSONValue {
  package func write(to json: inout JSONWriter) { json.literal(String(self)) }
}

extension Double: JSONValue {
  /// The shortest text that reads back as the same number. JSON has no infinities: they are null.
  package func write(to json: inout JSONWriter) {
    json.literal(isFinite ? description : "null")
  }
}

extension Bool: JSONValue {
  package func write(to json: inout JSONWriter) { json.literal(self ? "true" : "false") }
}

extension Array: JSONValue where Element: JSONValue {
  package func write(to json: inout JSONWriter) {
    json.array { json in for element in self { element.write(to: &json) } }
  }
}

extension JSONWriter {
  /// A string with its quotation marks: runs of plain bytes are copied whole (RFC 8259, section 7).
  private mutating func appendText(_ text: Span<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if byte > UInt8(ascii: ">"), byte < 0x80, byte != UInt8(ascii: "\\") {
        offset += 1
        continue
      }
      var length = 1
      var replacement: String?
      switch byte {
      case UInt8(ascii: "\""): replacement = "\\\""
      case UInt8(ascii: "\\"): replacement = "\\\\"
      case UInt8(ascii: "\n"): replacement = "\\n"
      case UInt8(ascii: "\r"): replacement = "\\r"
      case UInt8(ascii: "\t"): replacement = "\\t"
      case ..<0x20: replacement = "\\u00" + hexadecimal(byte)
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
        if isSafeInHTML { replacement = "\\u00" + hexadecimal(byte) }
      case ..<0x80: break
      default:
        let scalar = text.scalar(at: offset)
        length = scalar.length
        if length == 1 {
          replacement = "\u{FFFD}"
        } else if isSafeInHTML, scalar.value == "\u{2028}" || scalar.value == "\u{2029}" {
          replacement = scalar.value == "\u{2028}" ? "\\u2028" : "\\u2029"
        }
      }
      if let replacement {
        bytes.append(copying: text.extracting(start..<offset))
        bytes += replacement.utf8
        start = offset + length
      }
      offset += length
    }
    bytes.append(copying: text.extracting(start..<text.count))
    bytes.append(UInt8(ascii: "\""))
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
