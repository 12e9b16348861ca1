import Platform

/// The encoding of a dictionary: UTF-8, or one that has one byte for a character.
struct TextEncoding: Sendable {
  /// The characters of the bytes 0 to 255, and the bytes of the characters; nil for UTF-8.
  private let characters: [Unicode.Scalar]?
  private let bytes: [Unicode.Scalar: UInt8]

  /// Nil if the encoding is not known.
  init?(_ name: String) {
    // Hunspell’s own name for Microsoft’s code page (hunspell(5)).
    let prefix = "microsoft-"
    var name = name.lowercased()
    if name.hasPrefix(prefix) { name = String(name.dropFirst(prefix.count)) }
    if name.hasPrefix("iso-") { name = "iso" + name.dropFirst("iso-".count) }
    if name == "utf-8" {
      (characters, bytes) = (nil, [:])
      return
    }
    guard let upper = SingleByteEncodings.tables[name]?.unicodeScalars else { return nil }
    let lower = (0..<UInt8(256 - upper.count)).map { Unicode.Scalar($0) }
    characters = lower + upper
    bytes = Dictionary(
      zip(lower + upper, UInt8.min...UInt8.max).filter { $0.0 != "\u{FFFD}" },
      uniquingKeysWith: { first, _ in first })
  }

  /// The bytes of a text, ended by NUL; nil if it has a character that the encoding lacks.
  func encoded(_ text: String) -> [CChar]? {
    guard characters != nil else { return Array(text.utf8CString) }
    var result: [CChar] = []
    for scalar in text.unicodeScalars {
      guard let byte = bytes[scalar] else { return nil }
      result.append(CChar(bitPattern: byte))
    }
    return result + [0]
  }

  /// The text of bytes that are ended by NUL; nil if one of them means nothing.
  func decoded(_ text: UnsafePointer<CChar>) -> String? {
    guard let characters else { return String(validatingCString: text) }
    var result = String.UnicodeScalarView()
    for byte in UnsafeBufferPointer(start: text, count: strlen(text)) {
      let character = characters[Int(UInt8(bitPattern: byte))]
      guard character != "\u{FFFD}" else { return nil }
      result.append(character)
    }
    return String(result)
  }
}
