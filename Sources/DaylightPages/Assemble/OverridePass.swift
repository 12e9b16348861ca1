import DaylightModel
package import DaylightSyntax

/// Reads the overrides in a text: `<!-- allow: rule because reason -->`.
///
/// An override applies to its block; one that is alone applies to the next block. The reason has at
/// least four words. `Findings` applies what is read here, because much is found only after the
/// page was assembled.
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
        assembly.add(
          .unknownOverride(name, nearest: assembly.rules.nearest(to: name), at: location))
        continue
      }
      if rule.id != words[1] {
        assembly.add(.renamedRule(String(words[1]), rule, at: location))
      }
      guard words.count >= 7, words[2] == "because" else {
        assembly.add(.overrideWithoutReason(rule.id, at: location))
        continue
      }
      guard !assembly.rules.locked.contains(rule.id) else {
        assembly.add(.lockedOverride(rule.id, at: location))
        continue
      }
      assembly.page.overrides.append(
        Override(
          rule: rule.id, reason: words[3...].joined(separator: " "), location: location,
          lines: span(of: comment.position.line, in: assembly.document, lines)))
    }
  }

  /// From the line of a comment to the end of its block, or of the next if it is alone. Front
  /// matter is not part of any block.
  private static func span(
    of line: Int, in document: Document, _ lines: LineIndex
  ) -> ClosedRange<Int> {
    let bytes = document.file.bytes
    func isBlank(_ line: Int) -> Bool { bytes[lines.range(ofLine: line)].allSatisfy { $0 <= 0x20 } }
    func isComment(_ line: Int) -> Bool {
      let text = bytes[lines.range(ofLine: line)].drop { $0 <= 0x20 }
      return text.starts(with: "<!--".utf8)
    }
    var first = line
    if !isComment(line) { while first > document.bodyLine, !isBlank(first - 1) { first -= 1 } }
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
    "invalid-override", .error, "An override that names no rule, or gives no reason.",
    why: "An exception that gives no reason cannot be judged by the next person who reads the "
      + "page.",
    bad: "<!-- allow: vague-link -->\nThe signs are [here](signs/overview.md).",
    good: "<!-- allow: vague-link because the sentence says what it is -->\n"
      + "The signs are [here](signs/overview.md).",
    fix: "Write the name of the rule, “because”, and four words or more. What a locked rule "
      + "finds has to be fixed.")
}

extension Diagnostic {
  private static let overrideForm = "write ‘<!-- allow: rule-name because four words or more -->’"

  fileprivate static func unknownOverride(
    _ name: String, nearest: String?, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .invalidOverride, "no rule is called ‘\(name)’", at: location,
      help: nearest.map { "did you mean ‘\($0)’?" } ?? overrideForm)
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
      help: "fix what it found")
  }
}
