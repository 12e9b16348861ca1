package import DaylightSyntax

/// A source whose text marks where findings are expected: each `⟦…⟧` is the location of one.
package struct BracketedSource {
  package let file: SourceFile
  /// The marked places, in the order in which their marks open.
  package let places: [SourceLocation]

  package init(_ text: String, path: String = "content/page.md") {
    var bytes: [UInt8] = []
    var open: [Int] = []
    var ranges: [Range<Int>] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦":
        open.append(ranges.count)
        ranges.append(bytes.count..<bytes.count)
      case "⟧":
        guard let index = open.popLast() else { continue }
        ranges[index] = ranges[index].lowerBound..<bytes.count
      default: bytes += Array(String(scalar).utf8)
      }
    }
    file = SourceFile(path: path, bytes: bytes)
    let index = LineIndex(bytes)
    places = ranges.map {
      SourceLocation(
        path: path, start: index.position(at: $0.lowerBound), end: index.position(at: $0.upperBound)
      )
    }
  }
}

/// What a test expects of a finding: its rule and its location.
package struct Finding: Hashable, CustomStringConvertible {
  package let rule: String
  package let place: SourceLocation?

  package init(_ diagnostic: Diagnostic) {
    rule = "\(diagnostic.severity.rawValue) \(diagnostic.rule.id)"
    place = diagnostic.location
  }

  package init(_ rule: String, at place: SourceLocation?) {
    self.rule = rule
    self.place = place
  }

  package var description: String {
    guard let place else { return rule }
    return "\(rule) \(place.start.line):\(place.start.column)-\(place.end.line):\(place.end.column)"
  }
}
