/// Two changes of one text, put together.
package enum TextMerge: Sendable, Hashable {
  case merged([UInt8])
  /// Both changed the same lines: those of the text that is ours, from 1.
  case conflict(lines: [ClosedRange<Int>])

  /// - Parameters:
  ///   - base: the text that both began with.
  ///   - ours: the text that is kept where only it was changed.
  package static func of(base: [UInt8], ours: [UInt8], theirs: [UInt8]) -> TextMerge {
    let (base, ours, theirs) = (base.lines, ours.lines, theirs.lines)
    let mine = LineHunk.between(base, ours)
    var conflicts: [ClosedRange<Int>] = []
    var taken: [(old: Range<Int>, lines: ArraySlice<[UInt8]>)] = []
    for hunk in LineHunk.between(base, theirs) {
      let near = mine.filter { touches($0.old, hunk.old) }
      if near.isEmpty {
        taken.append((hunk.old, theirs[hunk.new]))
      } else if near.count > 1 || near[0].old != hunk.old
        || ours[near[0].new] != theirs[hunk.new]
      {
        conflicts += near.map {
          ($0.new.lowerBound + 1)...max($0.new.lowerBound + 1, $0.new.upperBound)
        }
      }
    }
    guard conflicts.isEmpty else { return .conflict(lines: conflicts) }
    let edits = taken + mine.map { ($0.old, ours[$0.new]) }
    var output: [UInt8] = []
    var line = 0
    for edit in edits.sorted(by: { $0.old.lowerBound < $1.old.lowerBound }) {
      output += base[line..<edit.old.lowerBound].joined()
      output += edit.lines.joined()
      line = edit.old.upperBound
    }
    return .merged(output + base[line...].joined())
  }

  /// Whether two stretches share a line or meet, so that it is not sure which comes first.
  private static func touches(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.lowerBound <= b.upperBound && b.lowerBound <= a.upperBound
  }
}
