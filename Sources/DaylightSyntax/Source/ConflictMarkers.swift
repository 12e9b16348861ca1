/// The conflict markers that git leaves in a file when two people changed the same lines.
package enum ConflictMarkers {
  /// The offsets of all markers in a text; empty unless a line begins or ends a conflict.
  package static func places(
    in text: some Collection<UInt8>, firstLine: Int = 1, path: String
  ) -> [SourceLocation] {
    withContiguousBytes(text) { bytes in
      // Hardly any text has so many of them in a row.
      guard isMark(in: bytes, UInt8(ascii: "<")) || isMark(in: bytes, UInt8(ascii: ">")) else {
        return []
      }
      let lines = LineIndex(bytes)
      var places: [SourceLocation] = []
      for line in 1...max(1, lines.lineCount) {
        let text = bytes[lines.range(ofLine: line)].prefix { $0 != 0x0A && $0 != 0x0D }
        guard let first = text.first, first.isOne(of: "<|=>") else { continue }
        let marks = text.prefix { $0 == first }
        guard marks.count == 7, text.count == 7 || text[marks.endIndex] == UInt8(ascii: " ") else {
          continue
        }
        let start = SourcePosition(line: line + firstLine - 1, column: 1)
        let end = SourcePosition(line: start.line, column: 1 + text.count)
        places.append(SourceLocation(path: path, start: start, end: end))
      }
      return places
    }
  }

  /// Whether a line begins with exactly seven of a byte.
  private static func isMark(in bytes: UnsafeBufferPointer<UInt8>, _ mark: UInt8) -> Bool {
    var next = bytes.offset(of: mark)
    while let offset = next {
      var end = offset
      while end < bytes.count, bytes[end] == mark { end += 1 }
      let isLineStart = offset == 0 || bytes[offset - 1] == 0x0A || bytes[offset - 1] == 0x0D
      if isLineStart, end - offset == 7, end == bytes.count || bytes[end] <= 0x20 { return true }
      next = bytes.offset(of: mark, from: end)
    }
    return false
  }
}

extension SourceFile {
  /// Findings for the conflict markers in the whole file.
  package func conflictDiagnostics() -> [Diagnostic] {
    ConflictMarkers.places(in: bytes, path: path).map { .conflictMarker(at: $0) }
  }
}

extension Rule {
  package static let conflictMarker = Rule(
    "conflict-marker", .error, "Marks that git left where two people changed the same lines.",
    why: "Both versions would be published, and git’s marks between them.",
    bad: "<<<<<<< HEAD\nCall us.\n=======\nWrite to us.\n>>>>>>> main", good: "Call us.",
    fix: "Keep one of the versions, and delete git’s marks.")
}

extension Diagnostic {
  package static func conflictMarker(at location: SourceLocation) -> Self {
    Diagnostic(
      .conflictMarker, "this mark is left over from a merge of git", at: location,
      help: "keep one of the versions, and delete the lines that git wrote")
  }
}
