package import DaylightSyntax

/// Reads the overrides in a text: `<!-- allow: rule because reason -->`.
///
/// An override holds for the block it stands in; one that stands alone holds for the next block. The
/// reason has four words at least, and every override is listed in the report (CNT-14).
enum OverridePass {
  static func run(_ comments: [RawHTML.Fragment], _ assembly: inout Assembly) {
    guard !comments.isEmpty else { return }
    let bytes = assembly.document.file.bytes
    let lines = LineIndex(bytes)
    for comment in comments {
      let text = String(decoding: comment.text, as: UTF8.self)
      let words = text.dropFirst(4).dropLast(3).split { $0 == " " || $0 == "\n" || $0 == "\t" }
      guard words.first == "allow:" else { continue }
      let end = SourcePosition(
        line: comment.position.line, column: comment.position.column + comment.text.count)
      let location = SourceLocation(path: assembly.path, start: comment.position, end: end)
      guard words.count > 1, let rule = assembly.rule(String(words[1])) else {
        let name = words.count > 1 ? String(words[1]) : ""
        assembly.add(.unknownOverride(name, at: location))
        continue
      }
      guard words.count >= 7, words[2] == "because" else {
        assembly.add(.overrideWithoutReason(rule.id, at: location))
        continue
      }
      guard !Rules.locked.contains(rule.id) else {
        assembly.add(.lockedOverride(rule.id, at: location))
        continue
      }
      assembly.page.overrides.append(
        Override(
          rule: rule.id, reason: words[3...].joined(separator: " "), location: location,
          lines: span(from: comment.position.line, lines: lines, bytes: bytes)))
    }
  }

  /// Takes the findings away that an override allows, and reports overrides that allow nothing.
  static func finish(_ assembly: inout Assembly) {
    var used: Set<Int> = []
    let overrides = assembly.page.overrides
    assembly.diagnostics.removeAll { diagnostic in
      guard let line = diagnostic.location?.start.line,
        let number = overrides.firstIndex(where: {
          $0.rule == diagnostic.rule.id && $0.lines.contains(line)
        })
      else { return false }
      used.insert(number)
      return true
    }
    for (number, override) in overrides.enumerated() where !used.contains(number) {
      assembly.add(.staleOverride(override))
    }
  }

  /// From the line of a comment to the end of its block, or of the next when it stands alone.
  private static func span(from line: Int, lines: LineIndex, bytes: [UInt8]) -> ClosedRange<Int> {
    func isBlank(_ line: Int) -> Bool { bytes[lines.range(ofLine: line)].allSatisfy { $0 <= 0x20 } }
    func isComment(_ line: Int) -> Bool {
      let text = bytes[lines.range(ofLine: line)].drop { $0 <= 0x20 }
      return text.starts(with: "<!--".utf8)
    }
    var first = line
    if !isComment(line) { while first > 1, !isBlank(first - 1) { first -= 1 } }
    var last = line
    if isComment(line) {
      while last < lines.lineCount, isBlank(last + 1) || isComment(last + 1) { last += 1 }
    }
    while last < lines.lineCount, !isBlank(last + 1) { last += 1 }
    return first...last
  }
}

extension Rule {
  package static let invalidOverride = Rule(
    "invalid-override", .error, "An override that names no rule, or gives no reason.")
  package static let staleOverride = Rule(
    "stale-override", .warning, "An override of a finding that is no longer there.")
}

extension Diagnostic {
  private static let overrideForm = "write ‘<!-- allow: rule-name because four words or more -->’"

  fileprivate static func unknownOverride(_ name: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidOverride, "no rule is called ‘\(name)’", at: location,
      help: nearestMatch(to: name, in: Rules.all.map(\.id)).map { "did you mean ‘\($0)’?" }
        ?? overrideForm)
  }

  fileprivate static func overrideWithoutReason(_ rule: String, at location: SourceLocation) -> Self
  {
    Diagnostic(
      .invalidOverride, "this override of ‘\(rule)’ gives no reason", at: location,
      help: overrideForm)
  }

  fileprivate static func lockedOverride(_ rule: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidOverride, "‘\(rule)’ protects the reader and cannot be overridden", at: location,
      help: "mend what it found")
  }

  fileprivate static func staleOverride(_ override: Override) -> Self {
    Diagnostic(
      .staleOverride, "nothing is left that this override of ‘\(override.rule)’ would allow",
      at: override.location, help: "delete it")
  }
}
