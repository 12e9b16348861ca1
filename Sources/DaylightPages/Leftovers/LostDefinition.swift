import DaylightModel
import DaylightSyntax

/// Flags a line such as `[Anna]: Hello`, which Markdown parses as the address of a link: if no link
/// uses it, it is not shown.
enum LostDefinition {
  static func check(_ outline: MarkdownOutline, _ assembly: inout Assembly) {
    let document = assembly.document
    let body = document.file.bytes[document.body]
    var lines: LineIndex?
    var labels: [[UInt8]: Int]?
    for colon in colonsAfterBrackets(in: body) {
      guard let open = lineStart(before: colon, in: body) else { continue }
      let label = body[(open + 1)..<(colon - 1)]
      let rest = body[(colon + 1)...].prefix { $0 != 0x0A && $0 != 0x0D }.drop { $0 <= 0x20 }
      let isNote = label.first == UInt8(ascii: "^")
      // A note whose name has no blanks is a note.
      if isNote, !label.contains(where: { $0 <= UInt8(ascii: " ") }) { continue }
      guard !label.isEmpty, !label.contains(UInt8(ascii: "]")),
        isDefinition(rest)
      else { continue }
      // Its own and another: a link, or the same once more.
      let all = labels ?? countLabels(in: body)
      labels = all
      if all[lowercased(label), default: 0] > 1 { continue }
      let index = lines ?? LineIndex(document.file.bytes)
      lines = index
      let start = index.position(at: open)
      if outline.verbatimBlocks.contains(where: { $0.isVerbatim(on: start.line) }) { continue }
      let place = SourceLocation(
        path: assembly.path, start: start, end: index.position(at: rest.endIndex))
      let found = String(decoding: body[open..<rest.endIndex], as: UTF8.self)
      // ‘[Note]: …’ may be a word and a colon, as ‘[Anna]: …’ is.
      let isShouted = label.contains(UInt8(ascii: "!")) || !label.contains { $0.isASCIISmallLetter }
      if isNote {
        let whole = String(decoding: body[open..<colon], as: UTF8.self)
        assembly.add(.misnamedFootnote(whole, at: place))
      } else if isShouted, let marker = CalloutGuess.instead(of: body[open..<colon]) {
        if !assembly.isTold(at: start) {
          assembly.add(.calloutDefinition(found, marker, at: place))
        }
      } else if !isAddress(rest) {
        assembly.add(.lostDefinition(found, at: place))
      }
    }
  }

  /// The offsets of each `]:`.
  private static func colonsAfterBrackets(in body: ArraySlice<UInt8>) -> [Int] {
    body.withUnsafeBufferPointer { bytes in
      var colons: [Int] = []
      var next = bytes.offset(of: UInt8(ascii: ":"), from: 1)
      while let colon = next {
        if bytes[colon - 1] == UInt8(ascii: "]") { colons.append(body.startIndex + colon) }
        next = bytes.offset(of: UInt8(ascii: ":"), from: colon + 1)
      }
      return colons
    }
  }

  /// Where the bracket is that begins the line, if only spaces and quotation marks are before it,
  /// and the line above ends a paragraph.
  private static func lineStart(before colon: Int, in body: ArraySlice<UInt8>) -> Int? {
    let start = body[..<colon].lastIndex(of: 0x0A).map { $0 + 1 } ?? body.startIndex
    guard let open = body[start...].firstIndex(where: { !$0.isOne(of: " >") }),
      open < colon - 2,
      body[open] == UInt8(ascii: "["), open - start < 4
    else { return nil }
    let above = body[..<max(start - 1, body.startIndex)]
    let line = above[(above.lastIndex(of: 0x0A).map { $0 + 1 } ?? above.startIndex)...]
    return line.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ">") } ? open : nil
  }

  /// One word and perhaps a title, which cmark takes for an address.
  private static func isDefinition(_ text: ArraySlice<UInt8>) -> Bool {
    let word = text.prefix { $0 > 0x20 }
    let title = text[word.endIndex...].drop { $0 <= 0x20 }
    return !word.isEmpty && (title.isEmpty || title[title.startIndex].isOne(of: "\"'("))
  }

  private static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    let word = text.prefix { $0 > 0x20 }
    return word.contains { $0.isOne(of: "/:#<") }
      || word.dropLast().contains(UInt8(ascii: "."))
  }

  /// How often each text is in brackets, in small letters.
  private static func countLabels(in body: ArraySlice<UInt8>) -> [[UInt8]: Int] {
    var labels: [[UInt8]: Int] = [:]
    var open: Int?
    var isEscaped = false
    for (offset, byte) in zip(body.indices, body) {
      switch byte {
      case UInt8(ascii: "[") where !isEscaped: open = offset
      case UInt8(ascii: "]"):
        if let open { labels[lowercased(body[(open + 1)..<offset]), default: 0] += 1 }
        open = nil
      default: break
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return labels
  }

  private static func lowercased(_ label: ArraySlice<UInt8>) -> [UInt8] {
    label.map(\.asciiLowercased)
  }
}

extension MarkdownNode {
  fileprivate func isVerbatim(on line: Int) -> Bool {
    guard let start = position, let end else { return false }
    return start.line...max(start.line, end.line) ~= line
  }
}

extension Diagnostic {
  fileprivate static func lostDefinition(_ found: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .strayMarkdown, "‘\(found)’ is read as the address of a link, and is not shown",
      at: location, help: "put a backslash before ‘[’")
  }
}
