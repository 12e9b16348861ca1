import DaylightSyntax

// Emphasis, HTML, characters and words.
extension LeftoverReader {
  /// A run of `*`, `_` or `~` without effect.
  func emphasis(at offset: Int) -> Leftover? {
    let run = run(at: offset)
    let mark = bytes[offset]
    let before = byte(offset - 1)
    let after = byte(run.upperBound)
    let opens = isOpen(before: offset) && beginsWord(run.upperBound)
    let closes = !isSpace(before) && !isWord(after) && before != mark
    let kind = LeftoverKind.emphasis(String(decoding: bytes[run], as: UTF8.self))
    /// In a field that is plain text: up to the mark that would have closed it.
    func pairedUp() -> Leftover? {
      guard let end = find(Array(bytes[run]), from: run.upperBound + 1), !isSpace(byte(end - 1))
      else { return nil }
      return Leftover(kind, offset..<end + run.count)
    }
    switch (mark, run.count) {
    // `words`_ of reStructuredText.
    case (UInt8(ascii: "_"), 1...2) where before == LeftoverText.code && !isWord(after):
      return Leftover(.directive, run)
    case (UInt8(ascii: "~"), 2):
      return opens || closes && isWord(before) ? Leftover(kind, run) : nil
    case (UInt8(ascii: "~"), _): return nil
    case (_, 1):
      // An asterisk after a word may refer to a note; digits are multiplied.
      guard opens, !after.isASCIIDigit || mark == UInt8(ascii: "_") else { return nil }
      return isPlain ? pairedUp() : Leftover(kind, run)
    case (UInt8(ascii: "*"), 2), (UInt8(ascii: "_"), 2), (UInt8(ascii: "*"), 3):
      if opens { return isPlain ? pairedUp() : Leftover(kind, run) }
      // ‘f**’ and ‘f***’ are words that are not written out.
      if closes, run.count == 2, isWord(byte(offset - 2)) || !isWord(before) {
        return Leftover(kind, run)
      }
      let isLoose = isSpace(before) && isSpace(after)
      if isLoose, run.count == 2, mark == UInt8(ascii: "*"),
        find(Array(bytes[run]), from: run.upperBound + 1) != nil
      {
        return Leftover(kind, run)
      }
      return nil
    default: return nil
    }
  }

  /// A backtick that is close to a word.
  func tick(at offset: Int) -> Leftover? {
    let run = run(at: offset)
    if isSpace(byte(offset - 1)), isSpace(byte(run.upperBound)) { return nil }
    return Leftover(.backtick, run)
  }

  /// `<` that opens no tag, for cmark, and looks as if it should.
  func tag(at offset: Int) -> Leftover? {
    let reach = find([UInt8(ascii: ">")], from: offset + 1)
    if let end = reach, starts("www.", at: offset + 1) || end > 3 && starts(".md", at: end - 3) {
      return Leftover(.angles, offset..<end + 1)
    }
    if starts("<<", at: offset), byte(offset + 2).isASCIILetter,
      let end = find(Array(">>".utf8), from: offset)
    {
      return Leftover(.asciidoc, offset..<end + 2)
    }
    let isEnd = byte(offset + 1) == UInt8(ascii: "/")
    let start = offset + (isEnd ? 2 : 1)
    guard byte(start).isASCIILetter else { return nil }
    var nameEnd = start
    while byte(nameEnd).isASCIILetter || byte(nameEnd).isASCIIDigit { nameEnd += 1 }
    let name = String(decoding: bytes[start..<nameEnd], as: UTF8.self)
    let next = byte(nameEnd)
    let isKnown = ForeignForm.elements.contains(name.lowercased())
    let inside = bytes[nameEnd..<(reach ?? min(bytes.count, nameEnd + 80))]
    let hasAttribute = next == UInt8(ascii: " ") && inside.contains(UInt8(ascii: "="))
    if let end = reach,
      next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || hasAttribute || isEnd
        || isKnown && isSpace(next)
    {
      return Leftover(.html, offset..<end + 1)
    }
    guard isKnown, hasAttribute || isEnd || name.count > 1 && next == UInt8(ascii: "/") else {
      return nil
    }
    return Leftover(.html, offset..<nameEnd)
  }

  /// `{width=50%}` and `{target="_blank"}`
  func attribute(at offset: Int) -> Leftover? {
    guard let end = find([UInt8(ascii: "}")], from: offset) else { return nil }
    let inside = bytes[offset + 1..<end]
    let name = inside.prefix { $0.isASCIILetter || $0 == UInt8(ascii: "-") }
    if !name.isEmpty, byte(name.endIndex) == UInt8(ascii: "=") {
      return Leftover(.attributes, offset..<end + 1)
    }
    // `{props.name}`
    let path = inside.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard path.count > 1, path.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIILetter) }) else {
      return nil
    }
    return Leftover(.expression, offset..<end + 1)
  }

  /// `x^2^`
  func superscript(at offset: Int) -> Leftover? {
    guard byte(offset - 1).isASCIILetter || byte(offset - 1).isASCIIDigit else { return nil }
    var end = offset + 1
    while byte(end).isASCIILetter || byte(end).isASCIIDigit { end += 1 }
    guard end > offset + 1, byte(end) == UInt8(ascii: "^") else { return nil }
    return Leftover(.superscript, offset..<end + 1)
  }

  /// `:name:`: a role before a word in code, otherwise the short name of a picture.
  func role(at offset: Int) -> Leftover? {
    guard isOpen(before: offset) else { return nil }
    var end = offset + 1
    while byte(end).isASCIILetter && byte(end) >= 0x61 || byte(end).isASCIIDigit
      || byte(end).isOne(of: "_-+")
    {
      end += 1
    }
    guard end > offset + 2, byte(offset + 1).isASCIILetter, byte(end) == UInt8(ascii: ":"),
      !isWord(byte(end + 1)) || byte(end + 1) == LeftoverText.code
    else { return nil }
    return Leftover(.role, offset..<end + 1)
  }

  /// `\emph{…}`, and a backslash that ends a text.
  func command(at offset: Int) -> Leftover? {
    if offset + 1 == bytes.count, !isPlain {
      return Leftover(.endingBackslash, offset..<offset + 1)
    }
    var end = offset + 1
    while byte(end).isASCIILetter { end += 1 }
    if end > offset + 2, byte(end) == UInt8(ascii: "{") {
      return Leftover(.latex, offset..<end + 1)
    }
    let word = String(decoding: bytes[offset + 1..<end], as: UTF8.self)
    guard ["newpage", "pagebreak", "newline", "noindent", "item", "hline"].contains(word) else {
      return nil
    }
    return Leftover(.latex, offset..<end)
  }

  /// `&nbsp;` as a reader would see it.
  func entity(at offset: Int) -> Leftover? {
    var end = offset + 1
    if byte(end) == UInt8(ascii: "#") { end += 1 }
    let start = end
    while byte(end).isASCIILetter || byte(end).isASCIIDigit, end < offset + 34 { end += 1 }
    guard end > start else { return nil }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    if byte(end) == UInt8(ascii: ";") {
      let written = Array(bytes[offset...end])
      let isKnown = HTMLCharacterReference.decode(written.span, inAttribute: false) != written
      let isMisspelt = name.count > 2 && name == name.lowercased()
      return isKnown || isMisspelt ? Leftover(.entity, offset..<end + 1) : nil
    }
    let isCut = start > offset + 1 ? name.allSatisfy(\.isNumber) : Self.cutEntities.contains(name)
    return isCut ? Leftover(.entity, offset..<end) : nil
  }

  private static let cutEntities: Set<String> = [
    "nbsp", "amp", "lt", "gt", "quot", "copy", "mdash", "ndash", "hellip", "rsquo", "lsquo",
    "ldquo", "rdquo",
  ]

  /// UTF-8 that was read as Windows-1252: `â€™`, `Ã©`.
  func garbled(at offset: Int) -> Leftover? {
    func found(_ length: Int) -> Leftover? {
      var end = min(bytes.count, offset + length)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      return Leftover(.garbled, offset..<end)
    }
    switch (bytes[offset], byte(offset + 1), byte(offset + 2)) {
    case (0xC3, 0xA2, 0xE2) where starts("â€", at: offset): return found(6)
    // ‘Ã’ and ‘Â’ before a sign or half a letter; in capitals they are letters of Portuguese.
    case (0xC3, 0x82...0x83, 0xC2)
    where 0xA0...0xBF ~= byte(offset + 3) && !isCapital(before: offset):
      return found(4)
    case (0xC3, 0x83, 0xC5), (0xC3, 0x83, 0xE2):
      return isCapital(before: offset) ? nil : found(4)
    case (0xC3, 0x90...0x91, 0xC2)
    where byte(offset + 4) == 0xC3 && 0x90...0x91 ~= byte(offset + 5):
      return found(6)
    case (0xC3, 0xAF, 0xC2) where byte(offset + 3) >= 0xBB: return found(6)
    case (0xEF, 0xBF, 0xBD): return found(3)
    default: return nil
    }
  }

  private func isCapital(before offset: Int) -> Bool {
    let last = byte(offset - 1)
    return last.isASCIICapital || byte(offset - 2) == 0xC3 && 0x80...0x9E ~= last
  }

  /// Words that authors leave for themselves.
  func placeholder(at offset: Int) -> Leftover? {
    guard !isWord(byte(offset - 1)) else { return nil }
    var end = offset
    while byte(end).isASCIILetter, end < offset + 12 { end += 1 }
    guard !isWord(byte(end)) else { return nil }
    let word = String(decoding: bytes[offset..<end], as: UTF8.self)
    let isOne =
      ["TODO", "FIXME", "TBC", "TBD", "TK", "TKTK", "TKTKTK"].contains(word)
      || word.count > 2 && word.allSatisfy { $0 == "X" }
      || word.lowercased() == "lorem" && starts(" ipsum", at: end)
    if word.lowercased() == "lorem", isOne { end += 6 }
    return isOne ? Leftover(.placeholder, offset..<end) : nil
  }

  func bracketedPlaceholder(at open: Int) -> Leftover? {
    guard byte(open + 1).isASCIILetter, let end = find([UInt8(ascii: "]")], from: open) else {
      return nil
    }
    let inside = String(decoding: bytes[open + 1..<end], as: UTF8.self).lowercased()
    guard Self.placeholders.contains(where: { inside.hasPrefix($0) }) else { return nil }
    return Leftover(.placeholder, open..<end + 1)
  }

  private static let placeholders = [
    "insert ", "todo", "tbc", "tbd", "xxx", "your name", "your practice", "your clinic",
    "your address", "your phone", "your email", "your number", "practice name", "clinic name",
    "name of practice", "name of clinic", "phone number", "link here", "link to come",
    "citation needed", "source needed", "to be confirmed", "to be added", "to be written",
    "placeholder", "add link", "add text", "add name", "add date", "add photo", "add picture",
    "add image", "add source", "add number", "add reference",
  ]
}
