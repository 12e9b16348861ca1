/// A line before and after a change, for showing what would be written.
package struct LineChange: Sendable, Hashable {
  package let line: Int
  package let old: [UInt8]
  package let new: [UInt8]

  package init(line: Int, old: [UInt8], new: [UInt8]) {
    self.line = line
    self.old = old
    self.new = new
  }

  /// The lines that differ between two texts that have the same number of them.
  package static func between(_ old: [UInt8], _ new: [UInt8]) -> [LineChange] {
    let (oldLines, newLines) = (LineIndex(old), LineIndex(new))
    return (1...max(1, oldLines.lineCount)).compactMap { line in
      let before = old[oldLines.range(ofLine: line)]
      let after = new[newLines.range(ofLine: line)]
      return before == after
        ? nil : LineChange(line: line, old: before.withoutEnd, new: after.withoutEnd)
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var withoutEnd: [UInt8] {
    Array(self[..<(lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? startIndex)])
  }
}
