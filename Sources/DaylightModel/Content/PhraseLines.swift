import DaylightSyntax

/// Finds the places of the lines of a block such as `phrases: |` in its file.
struct PhraseLines {
  private let file: SourceFile
  private let lines: LineIndex

  init(_ file: SourceFile) {
    self.file = file
    lines = LineIndex(file.bytes)
  }

  /// The lines of a field that is a block, or the items of a list. Lines that are empty or begin
  /// with `#` are left out.
  func texts(
    _ name: String, in fields: inout FieldDecoder, about: String
  ) -> [Located<String>] {
    fields.textOrBlock(name, about: about).flatMap { text -> [Located<String>] in
      guard text.value.utf8.contains(UInt8(ascii: "\n")) || isBlock(text) else { return [text] }
      return text.value.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .enumerated().map { number, line in
          self.text(line, onLine: text.location.start.line + 1 + number)
        }
    }.filter { !$0.value.isEmpty && $0.value.utf8.first != UInt8(ascii: "#") }
  }

  private func isBlock(_ text: Located<String>) -> Bool {
    let offset = lines.offset(of: text.location.start)
    return offset < file.bytes.count && file.bytes[offset] == UInt8(ascii: "|")
  }

  private func text(_ line: Substring.UTF8View, onLine number: Int) -> Located<String> {
    var bare = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    while let last = bare.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") {
      bare.removeLast()
    }
    let text = String(Substring(bare))
    let range = lines.range(ofLine: number)
    let indentation = file.bytes[range].prefix { $0 == UInt8(ascii: " ") || $0 == 0x09 }.count
    let start = SourcePosition(line: number, column: indentation + 1)
    let end = SourcePosition(line: number, column: indentation + 1 + text.utf8.count)
    return Located(text, at: SourceLocation(path: file.path, start: start, end: end))
  }
}
