import DaylightSyntax

/// Reads the values of a PDF from its bytes, which may be wrong in any way (ISO 32000-1, 7.2 and
/// 7.3).
struct PDFReader {
  let bytes: [UInt8]
  var offset: Int

  init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  enum Token {
    case value(PDFValue)
    /// A whole number, which may begin a reference or an object.
    case number(Int)
    case keyword(String)
    case openArray, closeArray, openDictionary, closeDictionary
  }

  /// The next value; nil where there is none. `depth` protects from endless nesting.
  mutating func value(depth: Int = 0) -> PDFValue? {
    guard let token = next() else { return nil }
    return value(token, depth)
  }

  private mutating func value(_ token: Token, _ depth: Int) -> PDFValue? {
    guard depth < 64 else { return nil }
    switch token {
    case .value(let value): return value
    case .keyword: return .other
    case .number(let number): return reference(number) ?? .number(number)
    case .openArray:
      var values: [PDFValue] = []
      while let token = next() {
        if case .closeArray = token { break }
        guard let value = value(token, depth + 1) else { return nil }
        values.append(value)
      }
      return .array(values)
    case .openDictionary:
      var entries: [String: PDFValue] = [:]
      while let token = next() {
        if case .closeDictionary = token { break }
        guard case .value(.name(let key)) = token else { continue }
        guard let value = value(depth: depth + 1) else { return nil }
        entries[key] = value
      }
      return .dictionary(entries)
    case .closeArray, .closeDictionary: return nil
    }
  }

  /// `12 0 R`, of which the first number was read.
  private mutating func reference(_ number: Int) -> PDFValue? {
    let start = offset
    if case .number? = next(), case .keyword("R")? = next() { return .reference(number) }
    offset = start
    return nil
  }

  mutating func next() -> Token? {
    skipBlanks()
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "/"): return .value(.name(name()))
    case UInt8(ascii: "("): return .value(.string(literal()))
    case UInt8(ascii: "["): return take(1, .openArray)
    case UInt8(ascii: "]"): return take(1, .closeArray)
    case UInt8(ascii: "<"):
      return has("<<") ? take(2, .openDictionary) : .value(.string(hexadecimal()))
    case UInt8(ascii: ">"): return has(">>") ? take(2, .closeDictionary) : take(1, .keyword(">"))
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"): return take(1, .keyword(""))
    default: return word()
    }
  }

  private mutating func take(_ count: Int, _ token: Token) -> Token {
    offset += count
    return token
  }

  func has(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      offset + text.count <= bytes.count && bytes[offset..<offset + text.count].elementsEqual(text)
    }
  }

  private mutating func skipBlanks() {
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "%") {
        while offset < bytes.count, bytes[offset] != 10, bytes[offset] != 13 { offset += 1 }
      } else if !bytes[offset].isPDFBlank {
        return
      } else {
        offset += 1
      }
    }
  }

  /// A name may hide letters behind numbers: `/J#61vaScript`.
  private mutating func name() -> String {
    offset += 1
    var name: [UInt8] = []
    while offset < bytes.count, !bytes[offset].isPDFBlank, !bytes[offset].isPDFDelimiter {
      if bytes[offset] == UInt8(ascii: "#"), offset + 2 < bytes.count,
        let high = bytes[offset + 1].hexadecimalDigit, let low = bytes[offset + 2].hexadecimalDigit
      {
        name.append(high << 4 | low)
        offset += 3
      } else {
        name.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func literal() -> [UInt8] {
    offset += 1
    var text: [UInt8] = []
    var depth = 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return text }
      case UInt8(ascii: "\\"):
        escape(&text)
        continue
      default: break
      }
      text.append(byte)
    }
    return text
  }

  private mutating func escape(_ text: inout [UInt8]) {
    guard offset < bytes.count else { return }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"),
      UInt8(ascii: "f"):
      text.append(UInt8(ascii: " "))
    case 10, 13: break
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(byte - UInt8(ascii: "0"))
      for _ in 0..<2 where offset < bytes.count && (48...55).contains(bytes[offset]) {
        value = value << 3 | Int(bytes[offset] - 48)
        offset += 1
      }
      text.append(UInt8(truncatingIfNeeded: value))
    default: text.append(byte)
    }
  }

  private mutating func hexadecimal() -> [UInt8] {
    offset += 1
    var digits: [UInt8] = []
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
      if let digit = bytes[offset].hexadecimalDigit { digits.append(digit) }
      offset += 1
    }
    offset += 1
    return stride(from: 0, to: digits.count, by: 2).map {
      digits[$0] << 4 | ($0 + 1 < digits.count ? digits[$0 + 1] : 0)
    }
  }

  private mutating func word() -> Token {
    let start = offset
    while offset < bytes.count, !bytes[offset].isPDFBlank, !bytes[offset].isPDFDelimiter {
      offset += 1
    }
    let word = String(decoding: bytes[start..<offset], as: UTF8.self)
    return Int(word).map(Token.number) ?? .keyword(word)
  }
}

extension UInt8 {
  fileprivate var isPDFBlank: Bool { [0, 9, 10, 12, 13, 32].contains(self) }

  fileprivate var isPDFDelimiter: Bool { isOne(of: "()<>[]{}/%") }

  fileprivate var hexadecimalDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
