import DaylightSyntax

/// The words of `words.txt`, which are right on this site whatever a dictionary says: one on a line, and
/// comments from `#` on.
package struct OwnWords: Sendable, Hashable {
  package static let path = "content/words.txt"

  package private(set) var all: [String] = []

  package init() {}

  static func read(_ file: SourceFile) -> Diagnosed<Self> {
    let encoding = file.encodingDiagnostics()
    guard encoding.isEmpty || file.bytes.isEmpty else { return Diagnosed(Self(), encoding) }
    var words = Self()
    file.bytes.withUnsafeBufferPointer { bytes in
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        let written = line.prefix { $0 != UInt8(ascii: "#") }
        let start = written.startIndex
        SpelledWord.forEach(in: bytes, start..<written.endIndex) { words.all.append($0.text) }
      }
    }
    return Diagnosed(words)
  }
}
