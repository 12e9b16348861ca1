import DaylightSyntax

/// Makes a link that opens a file in a person's editor.
package struct EditorLink: Sendable {
  private let root: String
  private let pattern: String

  /// - Parameters:
  ///   - root: the root of the site, an absolute path.
  ///   - pattern: an address in which `{path}`, `{line}` and `{column}` are filled in.
  package init(root: String, pattern: String = "vscode://file/{path}:{line}:{column}") {
    self.root = root.hasSuffix("/") ? String(root.dropLast()) : root
    self.pattern = pattern
  }

  /// - Parameters:
  ///   - path: from the root of the site.
  ///   - column: from 1, in the units that editors count, which is those of UTF-16.
  func address(path: String, line: Int, column: Int) -> String {
    var place: [UInt8] = []
    // Patterns write the slash that an absolute path begins with: `vscode://file/{path}`.
    place.append(percentEncoding: String((root + "/" + path).drop { $0 == "/" }))
    return
      pattern
      .replacing("{path}", with: String(decoding: place, as: UTF8.self))
      .replacing("{line}", with: String(line))
      .replacing("{column}", with: String(column))
  }
}
