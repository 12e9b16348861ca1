import DaylightModel
import DaylightSyntax

/// The lines of a text that git marked as a conflict: neither version between the marks is meant
/// alone.
enum MergeConflict {
  /// Reports each mark, and returns the lines from the first to the last; nil if there are none.
  static func check(
    _ outline: MarkdownOutline, _ assembly: inout Assembly
  ) -> ClosedRange<Int>? {
    let bytes = assembly.document.file.bytes[assembly.document.body]
    let marks = ConflictMarkers.places(
      in: bytes, firstLine: assembly.document.bodyLine, path: assembly.path
    ).filter { mark in !outline.verbatimBlocks.contains { $0.isCode(on: mark.start.line) } }
    for mark in marks { assembly.add(.conflictMarker(at: mark)) }
    guard let first = marks.first, let last = marks.last else { return nil }
    return first.start.line...last.start.line
  }

  /// Takes back the findings that only follow from the conflict: those in its lines, and on the levels
  /// of headings.
  static func dropConsequences(of lines: ClosedRange<Int>, _ assembly: inout Assembly) {
    let text = assembly.document.file.path
    assembly.removeFindings { finding in
      if finding.rule == .conflictMarker { return false }
      if finding.rule == .skippedHeading { return true }
      guard let place = finding.location, place.path == text else {
        return false
      }
      return place.start.line <= lines.upperBound && place.end.line >= lines.lowerBound
    }
  }
}

extension MarkdownNode {
  fileprivate func isCode(on line: Int) -> Bool {
    guard kind == .codeBlock, let start = position, let end else { return false }
    return start.line...max(start.line, end.line) ~= line
  }
}
