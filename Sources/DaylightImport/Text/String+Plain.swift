import DaylightSyntax

extension StringProtocol {
  /// Without spaces and line ends at both ends.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.unicodeScalars.first, first.isBlank { text.unicodeScalars.removeFirst() }
    while let last = text.unicodeScalars.last, last.isBlank { text.unicodeScalars.removeLast() }
    return String(text)
  }

  /// On one line, with one space between words.
  var singleSpaced: String {
    Substring(self).unicodeScalars.split { $0.isBlank }.map { String($0) }.joined(separator: " ")
  }

  /// Its letters and digits alone, in small letters: what stays the same however a name is written.
  var skeleton: String {
    String(
      String.UnicodeScalarView(
        lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }

  /// The places where a text occurs.
  func offset(of text: String) -> String.Index? {
    guard !text.isEmpty else { return nil }
    let pattern = Array(text.utf8)
    var index = utf8.startIndex
    while index != utf8.endIndex {
      guard let found = utf8[index...].firstIndex(of: pattern[0]) else { return nil }
      if utf8[found...].starts(with: pattern) { return found }
      index = utf8.index(after: found)
    }
    return nil
  }

  func includes(_ text: String) -> Bool { offset(of: text) != nil }

  func replacing(_ text: String, by other: String) -> String {
    guard includes(text) else { return String(self) }
    var result = ""
    var rest = Substring(self)
    while let found = rest.offset(of: text) {
      result += rest[..<found]
      result += other
      rest = rest[found...].dropUTF8(text.utf8.count)
    }
    return result + rest
  }

  /// What is left after a number of bytes.
  func dropUTF8(_ count: Int) -> Substring {
    let view = Substring(self)
    let index = view.utf8.index(view.startIndex, offsetBy: count, limitedBy: view.endIndex)
    return view[(index ?? view.endIndex)...]
  }

  /// The number of columns of spaces and tabs that it begins with.
  var indentation: Int {
    var columns = 0
    for byte in utf8 {
      if byte == UInt8(ascii: " ") {
        columns += 1
      } else if byte == UInt8(ascii: "\t") {
        columns += 4 - columns % 4
      } else {
        break
      }
    }
    return columns
  }

  var isBlank: Bool { utf8.allSatisfy { $0 <= 0x20 } }

  /// Without up to a number of columns of spaces and tabs at its beginning.
  func dedented(_ columns: Int) -> String {
    var left = columns
    var rest = Substring(self)
    while left > 0, let first = rest.utf8.first {
      if first == UInt8(ascii: " ") {
        left -= 1
      } else if first == UInt8(ascii: "\t") {
        if left < 4 { return String(repeating: " ", count: 4 - left) + rest.dropFirst() }
        left -= 4
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    return String(rest)
  }

  /// The last part of a path.
  var fileName: String { Substring(self).split(separator: "/").last.map { String($0) } ?? "" }

  /// All parts of a path but the last; empty if there is only one.
  var folderPath: String {
    Substring(self).split(separator: "/").dropLast().joined(separator: "/")
  }

  /// A file name without its ending.
  var stem: String {
    let name = fileName
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The ending of a file name, in small letters and without the dot.
  var ending: String {
    let name = fileName
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool {
    value <= 0x20 || value == 0xA0 || value == 0x2028 || value == 0x200B
  }
}
