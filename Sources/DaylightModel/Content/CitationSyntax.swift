import DaylightSyntax

/// Citations as authors write them: `[@key]`, `[@one; @two]`, `[see @key, p. 5]`.
package enum CitationSyntax {
  package struct Item {
    /// The words before the key: `see`.
    package var prefix: Range<Int>
    /// Without its `@`.
    package var key: Range<Int>
    /// The place within the work, such as a page.
    package var locator: Range<Int>
  }

  package struct Group {
    package let range: Range<Int>
    /// Nil if the bracket cites something that is not clear.
    package let items: [Item]?
  }

  /// Every bracket of a text that cites something.
  package static func groups(in bytes: [UInt8]) -> [Group] {
    var groups: [Group] = []
    var open: Int?
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "[") {
        open = index
      } else if byte == UInt8(ascii: "]"), let start = open {
        open = nil
        if let group = group(start..<index + 1, in: bytes) { groups.append(group) }
      }
    }
    return groups
  }

  /// Where an `@` outside these brackets was meant to cite: its key, and a bracket next to it.
  package static func strays(
    in bytes: [UInt8], besides groups: [Range<Int>], isKnown: (String) -> Bool
  ) -> [Range<Int>] {
    var rest = groups[...]
    // The first bracket or line feed at or after the last key.
    var mark = 0
    return bytes.indices.compactMap { index in
      guard bytes[index] == UInt8(ascii: "@"), beginsWord(index, in: bytes) else { return nil }
      rest = rest.drop { $0.upperBound <= index }
      if rest.first?.contains(index) == true { return nil }
      let end = keyEnd(from: index + 1, in: bytes)
      let before = bytes[..<index].last { !isBlank($0) }
      if before == UInt8(ascii: "[") {
        return (bytes[..<index].lastIndex(of: UInt8(ascii: "[")) ?? index)..<end
      }
      guard end > index + 1 else { return nil }
      if mark < end { mark = bytes[end...].firstIndex { $0.isOne(of: "[]\n") } ?? bytes.count }
      if mark < bytes.count, bytes[mark] == UInt8(ascii: "]") { return index..<end }
      let key = String(decoding: bytes[index + 1..<end], as: UTF8.self)
      let looksLikeKey = before == UInt8(ascii: "(") && endsInYear(key)
      return looksLikeKey || isKnown(key) ? index..<end : nil
    }
  }

  private static func group(_ range: Range<Int>, in bytes: [UInt8]) -> Group? {
    let inside = range.lowerBound + 1..<range.upperBound - 1
    let signs = inside.filter { bytes[$0] == UInt8(ascii: "@") && beginsWord($0, in: bytes) }
    // In `[meet @ five]` it means “at”.
    let cites = signs.contains { sign in
      keyEnd(from: sign + 1, in: bytes) > sign + 1
        || bytes[inside.lowerBound..<sign].allSatisfy(isBlank)
    }
    guard cites else { return nil }
    var items: [Item] = []
    var start = inside.lowerBound
    for end in inside.filter({ bytes[$0] == UInt8(ascii: ";") }) + [inside.upperBound] {
      guard let item = item(start..<end, in: bytes) else { return Group(range: range, items: nil) }
      items.append(item)
      start = end + 1
    }
    return Group(range: range, items: items)
  }

  private static func item(_ range: Range<Int>, in bytes: [UInt8]) -> Item? {
    guard let sign = range.first(where: { bytes[$0] == UInt8(ascii: "@") }),
      beginsWord(sign, in: bytes)
    else { return nil }
    let prefix = trimmed(range.lowerBound..<sign, in: bytes)
    let end = keyEnd(from: sign + 1, in: bytes)
    let rest = trimmed(end..<range.upperBound, in: bytes)
    guard end > sign + 1, bytes[prefix].last != UInt8(ascii: "-"),
      rest.isEmpty || rest.lowerBound > end || bytes[end] == UInt8(ascii: ","),
      !bytes[rest].contains(UInt8(ascii: "@"))
    else { return nil }
    let hasComma = !rest.isEmpty && bytes[rest.lowerBound] == UInt8(ascii: ",")
    let locator = hasComma ? trimmed(rest.lowerBound + 1..<rest.upperBound, in: bytes) : rest
    return Item(prefix: prefix, key: sign + 1..<end, locator: locator)
  }

  /// Not within a mail address or another word.
  private static func beginsWord(_ index: Int, in bytes: [UInt8]) -> Bool {
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    if before >= 0x80 {
      let start = bytes[..<index].lastIndex { $0 & 0xC0 != 0x80 } ?? 0
      let scalar = String(decoding: bytes[start..<index], as: UTF8.self).unicodeScalars.first
      return scalar.map { !$0.properties.isAlphabetic } ?? true
    }
    return !isKeyByte(before) && !before.isOne(of: "./+\\@:")
      || before == UInt8(ascii: "-") && index > 1 && bytes[index - 2].isOne(of: "[ ;\n")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }

  private static func keyEnd(from start: Int, in bytes: [UInt8]) -> Int {
    bytes[start...].firstIndex { !isKeyByte($0) } ?? bytes.count
  }

  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// `smith2001` or `smith2001b`, as keys mostly are.
  private static func endsInYear(_ key: String) -> Bool {
    var digits = key.utf8[...]
    if digits.last.map({ $0.isASCIISmallLetter }) == true { digits = digits.dropLast() }
    let year = digits.suffix(4)
    return year.count == 4 && year.allSatisfy { $0.isASCIIDigit } && digits.count > 5
      && (year.starts(with: "19".utf8) || year.starts(with: "20".utf8))
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
