/// Reads CSS as the tokens that browsers read (CSS Syntax 3, section 4), with escapes read, so
/// that `\75rl(` is `url(`.
package struct StyleScanner {
  package enum Token: Equatable {
    /// Names are in lower case.
    case identifier(String)
    case function(String)
    case atKeyword(String)
    /// A name behind `#`.
    case hash(String)
    case string([UInt8])
    /// Without quotation marks; with them it is a function and a string.
    case url([UInt8])
    /// A number with its unit.
    case number(String)
    /// A `{`, `:` or other single byte.
    case mark(UInt8)
  }

  package struct Piece {
    package let token: Token
    package let range: Range<Int>
    /// White space, not only a comment, precedes it.
    package let isAfterBlank: Bool
  }

  /// The functions in which a string is an address.
  package static let addressFunctions: Set<String> = ["url", "image-set", "-webkit-image-set"]

  private let bytes: [UInt8]
  private var offset = 0
  /// Whether the style contains only what all browsers parse alike: no control characters, no names
  /// with signs that are not letters. Known at the end.
  package private(set) var isPlain: Bool
  /// Whether every string, address and comment ends, and nothing is in the marks of HTML comments.
  /// Known at the end.
  package private(set) var isWhole = true

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // The mark of UTF-8.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    isPlain = !bytes.contains { $0 < 0x20 && !Self.isBlank($0) || $0 == 0x7F }
  }

  /// The next token, or nil at the end. White space and comments are left out.
  package mutating func next() -> Piece? {
    let isAfterBlank = skipBlank()
    let start = offset
    guard let byte = byte(0) else { return nil }
    let token: Token
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): token = .string(string(in: byte))
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      offset += 1
      let name = name()
      if name.isEmpty {
        token = .mark(byte)
      } else {
        token = byte == UInt8(ascii: "@") ? .atKeyword(name) : .hash(name)
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"): token = .number(name())
    case _ where isName(byte) || byte == UInt8(ascii: "\\"): token = identifier()
    default:
      offset += 1
      token = .mark(byte)
    }
    // A lone backslash at a line end names nothing; it must still be passed.
    if offset == start {
      offset += 1
      isWhole = false
    }
    return Piece(token: token, range: start..<offset, isAfterBlank: isAfterBlank)
  }

  package static func pieces(of bytes: [UInt8]) -> [Piece] {
    var scanner = Self(bytes)
    var pieces: [Piece] = []
    while let piece = scanner.next() { pieces.append(piece) }
    return pieces
  }

  private mutating func identifier() -> Token {
    let name = name()
    guard byte(0) == UInt8(ascii: "("), !name.isEmpty else { return .identifier(name) }
    offset += 1
    guard name == "url" else { return .function(name) }
    while let next = byte(0), Self.isBlank(next) { offset += 1 }
    if byte(0) == UInt8(ascii: "\"") || byte(0) == UInt8(ascii: "'") { return .function(name) }
    var address: [UInt8] = []
    while let next = byte(0) {
      offset += 1
      if next == UInt8(ascii: ")") { return .url(address) }
      if next == UInt8(ascii: "\\") {
        appendEscape(to: &address)
      } else {
        address.append(next)
      }
    }
    isWhole = false
    return .url(address)
  }

  private mutating func name() -> String {
    var name: [UInt8] = []
    let start = offset
    while let next = byte(0) {
      if isName(next) {
        offset += 1
        name.append(next.asciiLowercased)
      } else if next == UInt8(ascii: "\\"), let after = byte(1), !isLineEnd(after) {
        offset += 1
        let start = name.count
        appendEscape(to: &name)
        for index in start..<name.count { name[index] = name[index].asciiLowercased }
      } else {
        break
      }
    }
    // Some browsers end a name before a character that is no letter, others go on.
    if bytes[start..<offset].contains(where: { $0 >= 0x80 }) {
      let text = String(decoding: bytes[start..<offset], as: UTF8.self)
      isPlain =
        isPlain && text.unicodeScalars.allSatisfy { $0.isASCII || $0.properties.isXIDContinue }
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// A string ends at its mark, or broken at the end of its line.
  private mutating func string(in mark: UInt8) -> [UInt8] {
    offset += 1
    var text: [UInt8] = []
    while let next = byte(0), !isLineEnd(next) {
      offset += 1
      if next == mark { return text }
      if next != UInt8(ascii: "\\") {
        text.append(next)
      } else if let after = byte(0), isLineEnd(after) {
        skipLineEnd()
      } else {
        appendEscape(to: &text)
      }
    }
    isWhole = false
    return text
  }

  /// What follows a backslash: up to six hexadecimal digits and a space, or one character.
  private mutating func appendEscape(to text: inout [UInt8]) {
    var value: UInt32 = 0
    var digits = 0
    while digits < 6, let digit = byte(0).flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) {
      value = value * 16 + UInt32(digit)
      digits += 1
      offset += 1
    }
    if digits == 0 {
      if let next = byte(0) {
        text.append(next)
        offset += 1
      }
      return
    }
    if let next = byte(0), Self.isBlank(next) { skipLineEnd() }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    text += String(Character(scalar ?? "\u{FFFD}")).utf8
  }

  /// Passes one byte, or two where they end one line together.
  private mutating func skipLineEnd() {
    let isPair = byte(0) == UInt8(ascii: "\r") && byte(1) == UInt8(ascii: "\n")
    offset += isPair ? 2 : 1
  }

  /// Skips white space, comments and the marks of HTML comments, as browsers do.
  ///
  /// - Returns: whether there was white space.
  private mutating func skipBlank() -> Bool {
    var isBlank = false
    while let next = byte(0) {
      if Self.isBlank(next) {
        offset += 1
        isBlank = true
      } else if next == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        offset += 2
        while offset < bytes.count,
          !(byte(0) == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/"))
        {
          offset += 1
        }
        isWhole = isWhole && offset < bytes.count
        offset = min(offset + 2, bytes.count)
      } else if isAt("<!--") {
        offset += 4
        isWhole = false
      } else if isAt("-->") {
        offset += 3
        isWhole = false
      } else {
        break
      }
    }
    return isBlank
  }

  private func isAt(_ mark: StaticString) -> Bool {
    mark.withUTF8Buffer { mark in mark.indices.allSatisfy { byte($0) == mark[$0] } }
  }

  private func byte(_ ahead: Int) -> UInt8? {
    offset + ahead < bytes.count ? bytes[offset + ahead] : nil
  }

  private func isName(_ byte: UInt8) -> Bool {
    byte.isWordByte || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r") || byte == 0x0C
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == 0x0C
  }
}
