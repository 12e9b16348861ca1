import DaylightSyntax

/// Looks through one text, from its first byte to its last, stopping only at bytes that can begin
/// markup.
struct LeftoverReader {
  let bytes: [UInt8]
  let isPlain: Bool
  let isCell: Bool

  /// How many bytes ahead a closing mark is searched for, so that a hostile text costs no more.
  static let reach = 400
  /// How many are reported for one text.
  private static let most = 100

  func leftovers() -> [Leftover] {
    var found: [Leftover] = []
    var rows = isCell ? [] : rows()[...]
    var offset = 0
    var isLineStart = true
    while offset < bytes.count, found.count < Self.most {
      if let row = rows.first, row.range.lowerBound <= offset {
        rows.removeFirst()
        found.append(row)
        offset = max(offset, row.range.upperBound)
        isLineStart = false
        continue
      }
      let here = isLineStart ? line(at: offset) ?? inline(at: offset) : inline(at: offset)
      if let here {
        found.append(here)
        offset = max(offset + 1, here.range.upperBound)
        isLineStart = false
      } else {
        isLineStart = bytes[offset] == UInt8(ascii: "\n")
        offset += 1
      }
    }
    return found
  }

  private func inline(at offset: Int) -> Leftover? {
    switch bytes[offset] {
    case UInt8(ascii: "["):
      callout(at: offset, isLineStart: false) ?? foreign(at: offset) ?? bracket(at: offset)
    case UInt8(ascii: "]"):
      byte(offset + 1) == UInt8(ascii: "(") ? link(from: offset, closing: offset) : nil
    case UInt8(ascii: ")"): swappedLink(at: offset)
    case UInt8(ascii: "!"): foreign(at: offset) ?? image(at: offset)
    case UInt8(ascii: "{"): foreign(at: offset) ?? attribute(at: offset)
    case UInt8(ascii: "<"): foreign(at: offset) ?? tag(at: offset)
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): emphasis(at: offset)
    case UInt8(ascii: "`"): tick(at: offset)
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "%"): pair(at: offset)
    case UInt8(ascii: "$"): foreign(at: offset) ?? pair(at: offset)
    case UInt8(ascii: "^"): superscript(at: offset)
    case UInt8(ascii: "'"), UInt8(ascii: "\""): foreign(at: offset)
    case UInt8(ascii: ":"): role(at: offset)
    case UInt8(ascii: "\\"): command(at: offset)
    case UInt8(ascii: "&"): entity(at: offset)
    case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "X"), UInt8(ascii: "l"),
      UInt8(ascii: "L"):
      placeholder(at: offset)
    case 0xE3, 0xEF: callout(at: offset, isLineStart: false) ?? garbled(at: offset)
    case 0xC2, 0xC3, 0xE2: garbled(at: offset)
    default: nil
    }
  }

  private func foreign(at offset: Int) -> Leftover? {
    citesInBrackets(at: offset) ? nil : form(in: ForeignForm.inline, at: offset, isLine: false)
  }

  /// `[[@key]]`, which has a finding of its own.
  private func citesInBrackets(at offset: Int) -> Bool {
    guard starts("[[", at: offset), let end = find([UInt8(ascii: "]")], from: offset) else {
      return false
    }
    return !CitationSyntax.groups(in: Array(bytes[(offset + 1)...end])).isEmpty
  }

  /// The first form of a table that a text has at a place.
  func form(in table: [UInt8: [ForeignForm]], at offset: Int, isLine: Bool) -> Leftover? {
    for form in table[bytes[offset]] ?? [] where starts(form.opening, at: offset) {
      let inner = offset + form.opening.count
      guard let closing = form.closing else {
        return Leftover(form.kind, offset..<(isLine ? lineEnd(from: offset) : inner))
      }
      if let end = find(closing, from: inner) {
        return Leftover(form.kind, offset..<end + closing.count)
      }
      if !form.needsClosing { return Leftover(form.kind, offset..<lineEnd(from: offset)) }
    }
    return nil
  }

  /// `==words==`
  private func pair(at offset: Int) -> Leftover? {
    for (mark, kind) in ForeignForm.pairs where starts(mark, at: offset) {
      let inner = offset + 2
      let mayBeLoose = mark[0] == UInt8(ascii: "%")
      guard !isWord(byte(offset - 1)), byte(inner) > 0x20 || mayBeLoose, byte(inner) != mark[0],
        let end = find(mark, from: inner + 1), byte(end - 1) > 0x20 || mayBeLoose
      else { return nil }
      return Leftover(kind, offset..<end + 2)
    }
    return nil
  }
}

// What all matchers need to know about the text.
extension LeftoverReader {
  /// A byte, or that of something that is not text beyond both ends.
  func byte(_ offset: Int) -> UInt8 { bytes.indices.contains(offset) ? bytes[offset] : 0 }

  func starts(_ prefix: some Collection<UInt8>, at offset: Int) -> Bool {
    offset >= 0 && offset < bytes.count && bytes[offset...].starts(with: prefix)
  }

  func starts(_ prefix: String, at offset: Int) -> Bool { starts(prefix.utf8, at: offset) }

  func find(_ word: [UInt8], from offset: Int) -> Int? {
    let end = min(bytes.count, offset + Self.reach) - word.count + 1
    var index = offset
    while let start = find(word[0], from: index, to: end) {
      if starts(word, at: start) { return start }
      index = start + 1
    }
    return nil
  }

  /// The first such byte from one offset up to another, which may lie before it.
  func find(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    return bytes.withUnsafeBufferPointer {
      UnsafeBufferPointer(rebasing: $0[start..<end]).offset(of: byte).map { start + $0 }
    }
  }

  /// The run of one byte that begins here.
  func run(at offset: Int) -> Range<Int> {
    var end = offset
    while end < bytes.count, bytes[end] == bytes[offset] { end += 1 }
    return offset..<end
  }

  /// - Parameter length: the most bytes that are looked at.
  func lineEnd(from offset: Int, within length: Int = .max) -> Int {
    var end = offset
    let last = length < bytes.count - offset ? offset + length : bytes.count
    while end < last, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  /// Code counts as a word.
  func isWord(_ byte: UInt8) -> Bool {
    byte.isWordByte || byte == LeftoverText.code
  }

  func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 && byte != LeftoverText.code }

  /// Whether a space, an opening bracket or quotation mark, a dash or nothing is before a byte.
  func isOpen(before offset: Int) -> Bool {
    let last = byte(offset - 1)
    if isSpace(last) || last.isOne(of: "([\"'") { return true }
    if last < 0x80 { return false }
    return ["“", "‘", "«", "–", "—", "\u{A0}"].contains { mark in
      starts(mark, at: offset - mark.utf8.count)
    }
  }

  /// Whether a word, code or an opening quotation mark begins here.
  func beginsWord(_ offset: Int) -> Bool {
    let first = byte(offset)
    if first == 0xE2 { return starts("“", at: offset) || starts("‘", at: offset) }
    if first == 0xC2 { return starts("«", at: offset) }
    return isWord(first) || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"")
  }
}
