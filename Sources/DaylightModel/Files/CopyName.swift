import DaylightSyntax

/// What programs and people call the copy of a file: `partners - Copy`, `partners (1)`,
/// `Kopie von partners`.
package struct CopyName {
  /// What the file that was copied would be called, without its ending.
  package let original: String
  package let certainty: Certainty

  package enum Certainty {
    /// Nobody calls a page so.
    case sure
    /// It is a copy if there is a page of the other name.
    case withOriginal
    /// It is a copy if the page of the other name has the same title, too: `growing-old` is not one
    /// of `growing`.
    case withSameTitle
  }

  /// Nil if a name, without its extension, is not that of a copy.
  package init?(_ name: String) {
    guard Self.mayBeCopy(name) else { return nil }
    let lower = name.lowercased()
    guard lower.count == name.count, let found = Self.cut(lower) else { return nil }
    let kept = found.prefix + found.suffix
    guard kept < name.count else { return nil }
    original = String(name.dropFirst(found.prefix).dropLast(found.suffix))
    certainty = found.certainty
  }

  /// Whether a name has any of the marks of a copy; false for nearly all, without looking for each.
  private static func mayBeCopy(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { name in
      // “copy” and “kopie” in any language, “conflict” and “konflikt”; an accent is one of two bytes.
      for (start, letter) in name.enumerated()
      where letter | 0x20 == UInt8(ascii: "c") || letter | 0x20 == UInt8(ascii: "k") {
        let next = start + 1 < name.count ? name[start + 1] : 0
        if next | 0x20 == UInt8(ascii: "o") || next > 0x7F { return true }
      }
      var rest = name[...]
      while let last = rest.last, last.isASCIIDigit { rest.removeLast() }
      if rest.last == UInt8(ascii: ")") { return true }
      if rest.count < name.count {
        // ` 2`, `-v2`
        return rest.last == UInt8(ascii: " ") || (rest.last ?? 0) | 0x20 == UInt8(ascii: "v")
      }
      return olds.contains { word in
        rest.count > word.utf8.count
          && rest.suffix(word.utf8.count).elementsEqual(word.utf8) { $0 | 0x20 == $1 }
      }
    }
  }

  /// The number of characters at the beginning and at the end of a name in lower case that mark it
  /// as a copy.
  private static func cut(
    _ name: String
  ) -> (prefix: Int, suffix: Int, certainty: Certainty)? {
    for start in prefixes where name.hasPrefix(start) { return (start.count, 0, .sure) }
    let bytes = Array(name.utf8)
    for mark in conflicts {
      guard let offset = bytes.offset(of: mark.utf8) else { continue }
      let place = name.utf8.index(name.startIndex, offsetBy: offset)
      let open = name[..<place].lastIndex(of: "(") ?? place
      let kept = trimmed(name[..<open])
      return kept.isEmpty ? nil : (0, name.count - kept.count, .sure)
    }
    // `… (copy)`, `… (3rd copy)`, `… (copy 2)`
    if name.hasSuffix(")"), let open = name.lastIndex(of: "(") {
      let inner = withoutNumber(String(name[open...].dropFirst().dropLast())).0
      if words.contains(where: { inner == $0 || inner.hasSuffix(" " + $0) }) {
        return (0, name.count - trimmed(name[..<open]).count, .sure)
      }
    }
    // `… - Copy (2)`, `… copy 2`
    let (bare, isNumbered) = withoutNumber(name)
    for word in words {
      for (end, certainty): (String, Certainty) in [
        (" - " + word, .sure), (" – " + word, .sure), (" " + word, .withOriginal),
        ("-" + word, .withOriginal), ("_" + word, .withOriginal),
      ] where bare.hasSuffix(end) {
        return (0, name.count - bare.count + end.count, certainty)
      }
    }
    if isNumbered { return (0, name.count - bare.count, .withOriginal) }
    for word in olds where name.hasSuffix(word) {
      guard let mark = name.dropLast(word.count).last, " -_.".contains(mark) else { continue }
      return (0, word.count + 1, mark == "-" ? .withSameTitle : .withOriginal)
    }
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let head = name.dropLast(digits)
    if digits > 0, ["-v", "_v", " v", ".v"].contains(where: head.hasSuffix) {
      return (0, digits + 2, .withOriginal)
    }
    return nil
  }

  /// Without ` (2)` or ` 2` at its end.
  private static func withoutNumber(_ name: String) -> (String, Bool) {
    var rest = name[...]
    let isInBrackets = rest.hasSuffix(")")
    if isInBrackets { rest = rest.dropLast() }
    let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }.count
    rest = rest.dropLast(digits)
    guard (1...3).contains(digits), !isInBrackets || rest.hasSuffix("(") else {
      return (name, false)
    }
    if isInBrackets { rest = rest.dropLast() }
    return rest.hasSuffix(" ") ? (String(rest.dropLast()), true) : (name, false)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let last = text.last, " -_.".contains(last) { text = text.dropLast() }
    return text
  }

  /// English, German, Dutch, French, Spanish, Portuguese, Italian, Polish, Danish, Swedish.
  private static let words = [
    "copy", "kopie", "copie", "copia", "cópia", "kopia", "kopi", "kopiera",
  ]
  private static let prefixes = [
    "copy of ", "kopie von ", "kopie van ", "copie de ", "copia de ", "cópia de ", "copia di ",
    "kopia ", "kopi af ", "kopi av ",
  ]
  /// Dropbox, Nextcloud, Syncthing, Google Drive, OneDrive.
  private static let conflicts = [
    "conflicted copy", "case conflict", "konfliktkopie", "in konflikt stehende", "copie en conflit",
    "copia en conflicto", "copia in conflitto", "sync-conflict", "(conflict", "_conflict-",
    "'s conflict", "’s conflict",
  ]
  private static let olds = [
    "old", "backup", "bak", "new", "orig", "original", "final", "draft", "alt", "neu",
  ]
}
