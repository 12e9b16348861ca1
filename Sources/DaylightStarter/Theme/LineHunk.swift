/// A stretch of lines that two texts do not share.
package struct LineHunk: Sendable, Hashable {
  /// Among the lines of the old text, and of the new one; either may be empty.
  package var old: Range<Int>
  package var new: Range<Int>

  /// What has to be replaced in the old lines to get the new ones, from the top down.
  package static func between(_ old: [[UInt8]], _ new: [[UInt8]]) -> [LineHunk] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var hunks: [LineHunk] = []
    var (oldLine, newLine) = (0, 0)
    while oldLine < old.count || newLine < new.count {
      let start = (oldLine, newLine)
      while removed.contains(oldLine) { oldLine += 1 }
      while inserted.contains(newLine) { newLine += 1 }
      if start != (oldLine, newLine) {
        hunks.append(LineHunk(old: start.0..<oldLine, new: start.1..<newLine))
      } else {
        oldLine += 1
        newLine += 1
      }
    }
    return hunks
  }
}

extension [UInt8] {
  /// The lines with their ends, so that joining them gives the same bytes.
  package var lines: [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = 0
    while start < count {
      let end = self[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? count
      lines.append(Array(self[start..<end]))
      start = end
    }
    return lines
  }
}
