import DaylightSyntax

/// Reads the references of a style sheet to other files, in any spelling that CSS allows: escapes,
/// comments, upper case and line breaks make no difference.
struct StyleReferences {
  enum Reference {
    /// The path of a file beside the sheet, and the bytes that spell it.
    case file(path: String, Range<Int>)
    case `import`(Range<Int>)
  }

  private let bytes: [UInt8]
  private var scanner: StyleScanner
  /// The functions around the next token, from the outside in.
  private var functions: [String] = []
  /// Whether the next token is in a statement whose addresses are not loaded, or are reported whole.
  private var isPassedOver = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scanner = StyleScanner(bytes)
  }

  mutating func next() -> Reference? {
    while let piece = scanner.next() {
      switch piece.token {
      case .atKeyword(let name):
        isPassedOver = ["charset", "import", "namespace", "supports"].contains(name)
        if name == "import" { return .import(piece.range) }
      case .mark(UInt8(ascii: ";")) where functions.isEmpty: isPassedOver = false
      case .function(let name): functions.append(name)
      case .mark(UInt8(ascii: "(")): functions.append("")
      case .mark(UInt8(ascii: ")")): _ = functions.popLast()
      case .mark(UInt8(ascii: "{")), .mark(UInt8(ascii: "}")):
        functions.removeAll()
        isPassedOver = false
      case .url(let text):
        if let file = file(text, inUnquoted: piece.range) { return file }
      case .string(let text):
        guard let function = functions.last, StyleScanner.addressFunctions.contains(function),
          let file = file(text, inQuoted: piece.range)
        else { continue }
        return file
      default: break
      }
    }
    return nil
  }

  private func file(_ text: [UInt8], inQuoted range: Range<Int>) -> Reference? {
    let isClosed = range.count > 1 && bytes[range.upperBound - 1] == bytes[range.lowerBound]
    return file(text, range.lowerBound + 1..<range.upperBound - (isClosed ? 1 : 0))
  }

  private func file(_ text: [UInt8], inUnquoted range: Range<Int>) -> Reference? {
    let open = bytes[range].firstIndex(of: UInt8(ascii: "(")) ?? range.lowerBound
    let isClosed = bytes[range.upperBound - 1] == UInt8(ascii: ")")
    return file(text, open + 1..<range.upperBound - (isClosed ? 1 : 0))
  }

  /// Nil for what is not a file, such as a part of the page (`#`) or an address with a scheme.
  private func file(_ text: [UInt8], _ range: Range<Int>) -> Reference? {
    var range = range
    while let first = range.first, bytes[first] <= 0x20 { range.removeFirst() }
    while let last = range.last, bytes[last] <= 0x20 { range.removeLast() }
    let path = String(decoding: text, as: UTF8.self).trimmingSpaces
    guard !isPassedOver, !path.isEmpty, !path.hasPrefix("#"), !path.hasPrefix("//"),
      !path.contains(":")
    else { return nil }
    return .file(path: path, range)
  }
}

extension String {
  /// Browsers ignore spaces and control characters at both ends of an address.
  fileprivate var trimmingSpaces: String {
    let isPadding = { (scalar: Unicode.Scalar) in scalar.value <= 0x20 }
    guard let first = unicodeScalars.firstIndex(where: { !isPadding($0) }),
      let last = unicodeScalars.lastIndex(where: { !isPadding($0) })
    else { return "" }
    return String(unicodeScalars[first...last])
  }
}
