/// What `rsync --list-only` prints: a line for each file and folder.
///
///     -rw-r--r--          8,712 2026/11/27 05:51:45 signs/overview/index.html
enum RsyncListing {
  /// Everything that is not a folder.
  static func files(in output: [UInt8]) -> [String] {
    output.split(separator: UInt8(ascii: "\n")).compactMap(file)
  }

  private static func file(_ line: ArraySlice<UInt8>) -> String? {
    guard let kind = line.first, kind != UInt8(ascii: "d") else { return nil }
    var rest = line
    // Permissions, size, date and time; the name may itself begin with a space.
    for _ in 0..<4 {
      rest = rest.drop { $0 == UInt8(ascii: " ") }
      rest = rest.drop { $0 != UInt8(ascii: " ") }
    }
    guard rest.count > 1 else { return nil }
    let name = String(decoding: unescaped(rest.dropFirst()), as: UTF8.self)
    guard kind == UInt8(ascii: "l") else { return name }
    return name.firstRange(of: " -> ").map { String(name[..<$0.lowerBound]) } ?? name
  }

  /// A sign that would confuse a terminal is printed as `\#` and three octal digits.
  private static func unescaped(_ name: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = name
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "#"), rest.count >= 4,
        let code = UInt8(
          String(decoding: rest.dropFirst().prefix(3), as: UTF8.self), radix: 8)
      else {
        bytes.append(byte)
        continue
      }
      bytes.append(code)
      rest = rest.dropFirst(4)
    }
    return bytes
  }
}
