import DaylightSyntax

// Links, pictures and other syntax of other tools in square brackets.
extension LeftoverReader {
  /// What begins at `[`.
  func bracket(at open: Int) -> Leftover? {
    let next = byte(open + 1)
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "@") || next == UInt8(ascii: "^") {
      // These have passes of their own, except in plain text.
      guard isPlain, byte(open + 2).isASCIILetter || byte(open + 2).isASCIIDigit,
        let end = find([UInt8(ascii: "]")], from: open)
      else { return nil }
      return Leftover(.link(false, ""), open..<end + 1)
    }
    if let placeholder = bracketedPlaceholder(at: open) { return placeholder }
    if next == UInt8(ascii: "/"), byte(open + 2).isASCIILetter, let end = wordEnd(open + 2),
      byte(end) == UInt8(ascii: "]")
    {
      return Leftover(.bulletinCode, open..<end + 1)
    }
    guard let close = closing(of: open) else { return nil }
    if isShortcode(open, close) { return Leftover(.shortcode, open..<close + 1) }
    if isAddress(at: open + 1, upTo: close, mayHaveWords: true) {
      return Leftover(.bracketAddress, open..<close + 1)
    }
    let isImage = byte(open - 1) == UInt8(ascii: "!") && isOpen(before: open - 1)
    let start = isImage ? open - 1 : open
    switch byte(close + 1) {
    case UInt8(ascii: "("): return link(from: start, closing: close)
    case UInt8(ascii: "["):
      guard let end = find([UInt8(ascii: "]")], from: close + 2) else { return nil }
      return Leftover(.reference, start..<end + 1, sign: close)
    case UInt8(ascii: ":"):
      guard isSpace(byte(close + 2)), isSpace(byte(open - 1)),
        isAddress(at: close + 3, upTo: lineEnd(from: close), mayHaveWords: true)
      else { return nil }
      return Leftover(.definition, open..<lineEnd(from: close), sign: close)
    case UInt8(ascii: "{"):
      guard let end = find([UInt8(ascii: "}")], from: close + 1) else { return nil }
      return Leftover(.attributes, (close + 1)..<(end + 1))
    case UInt8(ascii: " "), UInt8(ascii: "\n"):
      guard byte(close + 2) == UInt8(ascii: "("),
        let end = find([UInt8(ascii: ")")], from: close + 3),
        isAddress(at: close + 3, upTo: end, mayHaveWords: false)
      else { return nil }
      let help = "take the space between ‘]’ and ‘(’ away"
      return Leftover(.link(isImage, help), start..<end + 1, sign: close)
    default: return nil
    }
  }

  /// `![words]` without an address. With one it is found at its bracket.
  func image(at offset: Int) -> Leftover? {
    guard byte(offset + 1) == UInt8(ascii: "["), isOpen(before: offset),
      let close = closing(of: offset + 1)
    else { return nil }
    if let found = bracket(at: offset + 1) { return found }
    return Leftover(.imageWithoutAddress, offset..<close + 1, sign: offset + 1)
  }

  /// `](…` that became no link, from `start` on.
  func link(from start: Int, closing close: Int) -> Leftover? {
    let isImage = byte(start) == UInt8(ascii: "!")
    let address = close + 2
    var end = min(lineEnd(from: close), close + Self.reach)
    var depth = 1
    for offset in address..<max(address, end) {
      if bytes[offset] == UInt8(ascii: "(") { depth += 1 }
      if bytes[offset] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 {
        end = offset
        break
      }
    }
    let range = start..<(depth == 0 ? end + 1 : end)
    if isPlain { return Leftover(.link(isImage, ""), range, sign: close) }
    let inside = String(decoding: bytes[min(address, end)..<end], as: UTF8.self).drop { $0 == " " }
    if ["{{", "{%", "<%", "${"].contains(where: inside.hasPrefix) {
      return Leftover(.templateAddress, range, sign: close)
    }
    let words = "\(isImage ? "!" : "")[…]"
    let title = inside.ranges(of: " \"").first.map { inside[$0.lowerBound...] } ?? ""
    let path = inside.dropLast(title.count).filter { $0 != "<" && $0 != ">" }
    let help =
      if depth > 0 {
        "write ‘)’ after the address"
      } else if inside.hasPrefix("tel:") || inside.hasPrefix("sms:") {
        "write the number without spaces: ‘\(words)(\(inside.filter { $0 != " " }))’"
      } else if inside.contains(where: { "“”‘’„«»".contains($0) }) {
        "write straight quotation marks: ‘\(words)(address \"words\")’"
      } else if path.contains(" ") {
        "put an address with spaces into angle brackets: ‘\(words)(<\(path)>\(title))’, or write "
          + "‘%20’ for each space"
      } else {
        "write ‘\(words)(address)’, with no link within another"
      }
    return Leftover(.link(isImage, help), range, sign: close)
  }

  /// `(words)[address]`
  func swappedLink(at offset: Int) -> Leftover? {
    guard byte(offset + 1) == UInt8(ascii: "["),
      let end = find([UInt8(ascii: "]")], from: offset + 2),
      isAddress(at: offset + 2, upTo: end, mayHaveWords: false)
    else { return nil }
    let before = bytes[max(0, offset - Self.reach)..<offset]
    let open = before.lastIndex(of: UInt8(ascii: "(")) ?? offset
    return Leftover(.swappedLink, open..<end + 1, sign: offset + 1)
  }

  /// The bracket that closes the one at an offset.
  private func closing(of open: Int) -> Int? {
    let end = min(bytes.count, open + Self.reach)
    guard find(UInt8(ascii: "]"), from: open, to: end) != nil else { return nil }
    var depth = 0
    for offset in open..<end {
      if bytes[offset] == UInt8(ascii: "[") { depth += 1 }
      if bytes[offset] == UInt8(ascii: "]") { depth -= 1 }
      if depth == 0 { return offset }
    }
    return nil
  }

  private func wordEnd(_ offset: Int) -> Int? {
    let limit = min(bytes.count, offset + 20)
    return (offset..<limit).first { !bytes[$0].isASCIILetter && !bytes[$0].isASCIIDigit }
  }

  /// `[name attribute=…]`
  private func isShortcode(_ open: Int, _ close: Int) -> Bool {
    guard byte(open + 1).isASCIILetter else { return false }
    let inside = bytes[open + 1..<close]
    guard let space = inside.firstIndex(of: UInt8(ascii: " ")),
      let equals = inside.firstIndex(of: UInt8(ascii: "=")), equals > space + 1,
      equals + 1 < close
    else { return false }
    return (space + 1..<equals).allSatisfy {
      bytes[$0].isASCIILetter || bytes[$0].isOne(of: "-_")
    }
      && inside[..<space].allSatisfy {
        $0.isASCIILetter || $0.isASCIIDigit || $0.isOne(of: "-_")
      }
  }

  /// Whether there is an address here. `mayHaveWords`: after it, words may follow.
  func isAddress(at start: Int, upTo end: Int, mayHaveWords: Bool) -> Bool {
    guard start < end else { return false }
    let text = bytes[start..<end]
    let first = text.prefix { $0 > 0x20 }
    guard mayHaveWords || first.count == text.count else { return false }
    // Words after an address alone do not make it one: `[/] and so on`.
    let isWhole = ["https://", "http://", "www."].contains { first.starts(with: $0.utf8) }
    if isWhole {
      return !mayHaveWords || first.count < text.count || byte(end) != UInt8(ascii: "]")
    }
    if mayHaveWords, byte(end) == UInt8(ascii: "]") { return false }
    if ["tel:", "mailto:", "sms:", "./", "../", "/", "#"].contains(where: {
      first.starts(with: $0.utf8) && first.count > $0.utf8.count
    }) {
      return first.contains { $0.isASCIILetter || $0.isASCIIDigit }
    }
    let path = text.prefix { $0 != UInt8(ascii: "#") }
    let dot = path.lastIndex(of: UInt8(ascii: ".")) ?? path.endIndex
    let ending = String(decoding: path[dot...].dropFirst(), as: UTF8.self).lowercased()
    return Self.endings.contains(ending)
  }

  private static let endings: Set<String> = [
    "md", "html", "htm", "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "pdf", "docx", "txt",
    "markdown", "mdx",
  ]
}
