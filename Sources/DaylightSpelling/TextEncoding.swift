import Platform

/// The encoding of a dictionary: UTF-8, or one that the system’s `iconv` knows.
struct TextEncoding: Sendable {
  private let name: String
  private let isUTF8: Bool

  /// Nil if the system does not know the encoding.
  init?(_ name: String) {
    // Hunspell’s own name for Microsoft’s code page (hunspell(5)).
    self.name = name.hasPrefix("microsoft-") ? String(name.dropFirst("microsoft-".count)) : name
    isUTF8 = name.uppercased() == "UTF-8"
    guard isUTF8 || Self.convert([0], from: "UTF-8", to: self.name) != nil else { return nil }
  }

  /// The bytes of a text, ended by NUL; nil if it has a character that the encoding lacks.
  func encoded(_ text: String) -> [CChar]? {
    let bytes = Array(text.utf8CString)
    return isUTF8 ? bytes : Self.convert(bytes, from: "UTF-8", to: name)
  }

  func decoded(_ text: UnsafePointer<CChar>) -> String? {
    if isUTF8 { return String(validatingCString: text) }
    let bytes = Array(UnsafeBufferPointer(start: text, count: strlen(text) + 1))
    return Self.convert(bytes, from: name, to: "UTF-8").flatMap {
      $0.withUnsafeBufferPointer { $0.baseAddress.flatMap { String(validatingCString: $0) } }
    }
  }

  private static func convert(_ bytes: [CChar], from source: String, to target: String) -> [CChar]?
  {
    let converter = iconv_open(target, source)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes
    // No encoding of a dictionary needs more than four bytes for a character.
    var output = [CChar](repeating: 0, count: bytes.count * 4)
    let rest = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, fromCount) = (input.baseAddress, input.count)
        var (to, toCount) = (output.baseAddress, output.count)
        return iconv(converter, &from, &fromCount, &to, &toCount) == 0 ? toCount : nil
      }
    }
    return rest.map { Array(output.dropLast($0)) }
  }
}
