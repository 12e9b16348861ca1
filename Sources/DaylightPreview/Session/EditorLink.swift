import DaylightSyntax

/// Makes links that open a file in the user's editor.
package struct EditorLink: Sendable {
  private let root: String
  /// The text of the pattern, with a placeholder after each part but the last.
  private let parts: [(text: String, slot: Slot?)]

  private enum Slot: String, CaseIterable {
    case path = "{path}"
    case line = "{line}"
    case column = "{column}"
  }

  /// - Parameters:
  ///   - root: the root of the site, an absolute path.
  ///   - pattern: an address in which `{path}`, `{line}` and `{column}` are replaced.
  package init(root: String, pattern: String = "vscode://file/{path}:{line}:{column}") {
    self.root = root.hasSuffix("/") ? String(root.dropLast()) : root
    parts = Self.parts(of: pattern)
  }

  /// - Parameters:
  ///   - path: from the root of the site.
  ///   - column: from 1, in UTF-16 code units, as editors count.
  func address(path: String, line: Int, column: Int) -> String {
    var place: [UInt8] = []
    // Patterns already contain the leading slash of an absolute path: `vscode://file/{path}`.
    place.append(percentEncoding: String((root + "/" + path).drop { $0 == "/" }))
    return parts.map { text, slot in
      switch slot {
      case .path: text + String(decoding: place, as: UTF8.self)
      case .line: text + String(line)
      case .column: text + String(column)
      case nil: text
      }
    }.joined()
  }

  private static func parts(of pattern: String) -> [(text: String, slot: Slot?)] {
    var parts: [(text: String, slot: Slot?)] = []
    var rest = pattern[...]
    while true {
      let slots = Slot.allCases.compactMap { slot in
        rest.firstRange(of: slot.rawValue).map { (slot: slot, range: $0) }
      }
      guard let next = slots.min(by: { $0.range.lowerBound < $1.range.lowerBound }) else {
        return parts + [(String(rest), nil)]
      }
      parts.append((String(rest[..<next.range.lowerBound]), next.slot))
      rest = rest[next.range.upperBound...]
    }
  }
}
