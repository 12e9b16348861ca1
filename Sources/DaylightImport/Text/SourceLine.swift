import DaylightSyntax

/// A line of a text that is being turned, which knows where it came from.
struct SourceLine {
  var text: String
  /// Its line in the file, counted from 1.
  let number: Int

  init(_ text: String, _ number: Int) {
    self.text = text
    self.number = number
  }

  func with(_ text: String) -> SourceLine { SourceLine(text, number) }

  var isBlank: Bool { text.isBlank }
  var indentation: Int { text.indentation }
}

extension [SourceLine] {
  /// The lines of a text, whatever ends them.
  init(_ text: String, from first: Int = 1) {
    var number = first
    self = text.replacing("\r\n", by: "\n").replacing("\r", by: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map { line in
        defer { number += 1 }
        return SourceLine(String(line), number)
      }
  }

  var text: String { map(\.text).joined(separator: "\n") }

  /// Lines with this many columns less before them, or more.
  func moved(from columns: Int, to other: Int) -> [SourceLine] {
    let space = String(repeating: " ", count: other)
    return map { $0.isBlank ? $0.with("") : $0.with(space + $0.text.dedented(columns)) }
  }

  /// Moved so that they begin at a column, if all of them are farther in.
  func fitted(to column: Int) -> [SourceLine] {
    let least = filter { !$0.isBlank }.map(\.indentation).min() ?? column
    return least > column ? moved(from: least, to: column) : self
  }

  /// In a block of their own, between two tags.
  func wrapped(_ opening: String, _ closing: String, at column: Int, _ number: Int) -> [SourceLine]
  {
    let space = String(repeating: " ", count: column)
    let blank = SourceLine("", number)
    return [blank, SourceLine(space + opening, number), blank] + self
      + [blank, SourceLine(space + closing, last?.number ?? number), blank]
  }
}

/// Which lines of a text are code, or a comment, so that nothing in them is markup.
struct VerbatimLines {
  private var fence: (mark: Character, length: Int)?
  private var isInComment = false

  /// Whether the next line is code, the fences included.
  mutating func takes(_ line: String) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    if let open = fence {
      let run = text.prefix { $0 == open.mark }.count
      if run >= open.length, text.dropFirst(run).isBlank { fence = nil }
      return true
    }
    if isInComment {
      if line.includes("-->") { isInComment = false }
      return true
    }
    // A fence may stand behind the mark of a list’s item.
    let start = text.withoutListMark
    if let mark = start.first, mark == "`" || mark == "~" {
      let run = start.prefix { $0 == mark }.count
      if run > 2, mark == "~" || !start.dropFirst(run).contains("`") {
        fence = (mark, run)
        return true
      }
    }
    if let opening = line.offset(of: "<!--") {
      let rest = line[opening...]
      if !rest.includes("-->") { isInComment = true }
      return text.hasPrefix("<!--")
    }
    return false
  }

  var isInCode: Bool { fence != nil }
}

extension Substring {
  /// Without the bullet or number of a list’s item that it begins with.
  var withoutListMark: Substring {
    var rest = self
    while true {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }.count
      let after = rest.dropFirst(digits)
      guard let mark = after.first, digits > 0 ? mark == "." || mark == ")" : "-*+".contains(mark),
        after.dropFirst().first == " "
      else { return rest }
      rest = after.dropFirst().drop { $0 == " " }
    }
  }
}

extension String {
  /// The text with what is outside of code replaced.
  func mappingText(_ change: (String) -> String) -> String {
    guard utf8.contains(UInt8(ascii: "`")) else { return change(self) }
    let bytes = Array(utf8)
    var output = ""
    var start = 0
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset += 2
        continue
      }
      guard bytes[offset] == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      let run = bytes[offset...].prefix { $0 == UInt8(ascii: "`") }.count
      var end = offset + run
      var closing: Int?
      while end < bytes.count {
        guard bytes[end] == UInt8(ascii: "`") else {
          end += 1
          continue
        }
        let other = bytes[end...].prefix { $0 == UInt8(ascii: "`") }.count
        if other == run {
          closing = end + other
          break
        }
        end += other
      }
      if let closing {
        output += change(String(decoding: bytes[start..<offset], as: UTF8.self))
        output += String(decoding: bytes[offset..<closing], as: UTF8.self)
        offset = closing
        start = closing
      } else {
        offset += run
      }
    }
    return output + change(String(decoding: bytes[min(start, bytes.count)...], as: UTF8.self))
  }

  /// As the value of an attribute of HTML. No mark in it means anything to what reads it later.
  var attributeValue: String {
    var output: [UInt8] = []
    for byte in utf8 {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") {
        output.append(UInt8(ascii: " "))
      } else if byte.isASCIIPunctuation, !byte.isOne(of: "/.-,") {
        output += "&#\(byte);".utf8
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// A mark in the text that becomes a comment and an entry of the report.
  static func todo(_ text: String, _ kind: ImportFinding.Kind = .markup) -> String {
    "<span data-daylight=\"todo\" data-kind=\"\(kind.rawValue)\" data-text=\"\(text.attributeValue)\"></span>"
  }
}
