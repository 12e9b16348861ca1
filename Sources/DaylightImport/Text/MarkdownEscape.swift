import DaylightSyntax

/// Writes plain words so that Markdown shows them as they are, with no more backslashes than needed.
///
/// cmark's own printer puts one before every mark; authors have to read what we write.
struct MarkdownEscape {
  /// Whether the text is in a cell of a table.
  var isInTable = false
  /// The names of footnotes, whose references stay.
  var footnotes: Set<String> = []

  /// - Parameter isAtStart: whether the text begins a block.
  func escaped(_ text: String, isAtStart: Bool) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 8)
    var isAtStart = isAtStart
    var offset = 0
    func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0x20 }
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "["), let end = footnote(bytes, at: offset) {
        output += bytes[offset..<end]
        offset = end
        isAtStart = false
        continue
      }
      if isAddress(bytes, at: offset) {
        // In an address, signs mean only themselves.
        while offset < bytes.count, bytes[offset] > 0x20, bytes[offset] != UInt8(ascii: "<") {
          if bytes[offset] == UInt8(ascii: "|"), isInTable { output.append(UInt8(ascii: "\\")) }
          output.append(bytes[offset])
          offset += 1
        }
        isAtStart = false
        continue
      }
      if isAtStart, let mark = blockMark(bytes, at: offset) {
        output += bytes[offset..<mark]
        output.append(UInt8(ascii: "\\"))
        output.append(bytes[mark])
        offset = mark + 1
        isAtStart = false
        continue
      }
      let here = bytes[offset]
      if isSpecial(here, before: byte(offset - 1), after: byte(offset + 1)) {
        output.append(UInt8(ascii: "\\"))
      }
      output.append(here)
      if here > 0x20 { isAtStart = false }
      offset += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func isSpecial(_ here: UInt8, before: UInt8, after: UInt8) -> Bool {
    switch here {
    case UInt8(ascii: "\\"): after.isASCIIPunctuation || after <= 0x20
    case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"):
      true
    case UInt8(ascii: "_"): !(before.isWordByte && after.isWordByte)
    case UInt8(ascii: "<"):
      after.isASCIIPunctuation || after.isASCIILetter
    case UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "%"),
      UInt8(ascii: "$"):
      after == here || before == here
    case UInt8(ascii: "&"): after.isASCIILetterOrDigit || after == UInt8(ascii: "#")
    case UInt8(ascii: "^"): before.isWordByte && after.isWordByte
    case UInt8(ascii: "'"), UInt8(ascii: "\""): after == here || after == UInt8(ascii: ":")
    case UInt8(ascii: ":"): !before.isWordByte && after.isASCIILetter && after >= 0x61
    case UInt8(ascii: "!"): after == UInt8(ascii: "[")
    case UInt8(ascii: "|"): isInTable || before <= 0x20 || after <= 0x20
    default: false
    }
  }

  /// The mark that would begin a list, a heading or another block.
  private func blockMark(_ bytes: [UInt8], at offset: Int) -> Int? {
    func isSpaced(_ index: Int) -> Bool { index >= bytes.count || bytes[index] <= 0x20 }
    let first = bytes[offset]
    let run = bytes[offset...].prefix { $0 == first }.count
    switch first {
    case UInt8(ascii: "#"): return offset
    case UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: "|"): return offset
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "."):
      let isRule = run > 1 && isSpaced(offset + run)
      return isSpaced(offset + 1) || isRule || (run > 1 && first == UInt8(ascii: "="))
        || (first == UInt8(ascii: "+") && run == 1 && bytes[offset...].starts(with: "+-".utf8))
        ? offset : nil
    default:
      let digits = bytes[offset...].prefix { $0.isASCIIDigit }.count
      let mark = offset + digits
      guard 1...9 ~= digits, mark < bytes.count, bytes[mark].isOne(of: ".)"),
        isSpaced(mark + 1)
      else { return nil }
      return mark
    }
  }

  private func footnote(_ bytes: [UInt8], at offset: Int) -> Int? {
    guard !footnotes.isEmpty, bytes[offset...].starts(with: "[^".utf8),
      let end = bytes[offset...].prefix(120).firstIndex(of: UInt8(ascii: "]")),
      footnotes.contains(String(decoding: bytes[(offset + 2)..<end], as: UTF8.self))
    else { return nil }
    return end + 1
  }

  private func isAddress(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard bytes[offset] == UInt8(ascii: "h") || bytes[offset] == UInt8(ascii: "w"),
      offset == 0 || !bytes[offset - 1].isWordByte
    else { return false }
    return ["https://", "http://", "www."].contains {
      bytes[offset...].starts(with: $0.utf8) && offset + $0.utf8.count < bytes.count
        && bytes[offset + $0.utf8.count].isWordByte
    }
  }
}
