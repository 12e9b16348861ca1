package import DaylightSyntax

/// A comment that may allow a finding: `allow: rule because reason`.
///
/// In the text of a page it is written between `<!--` and `-->`; in front matter and data files
/// after `#`, on the line above.
package struct OverrideComment: Sendable, Hashable {
  private let words: [Substring]
  private let location: SourceLocation
  private let lines: ClosedRange<Int>
  private let place: Place

  private enum Place: Sendable, Hashable {
    case text, field
  }

  /// A comment in the text of a page; nil for any other comment.
  ///
  /// - Parameter lines: those whose findings it may allow.
  package init?(html: String, at location: SourceLocation, lines: () -> ClosedRange<Int>) {
    let text = html.dropFirst(4).dropLast(3)
    words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }
    guard words.first == "allow:" else { return nil }
    self.location = location
    self.lines = lines()
    place = .text
  }

  private init(words: [Substring], at location: SourceLocation, lines: ClosedRange<Int>) {
    self.words = words
    self.location = location
    self.lines = lines
    place = .field
  }

  /// Those of a data file, or of the front matter of a page.
  static func inYAML(_ file: SourceFile, _ yaml: Range<Int>) -> [Self] {
    let mark = Array("# allow:".utf8)
    guard file.bytes.offset(of: mark) != nil else { return [] }
    let lines = LineIndex(file.bytes)
    let last = lines.position(at: yaml.upperBound).line
    func text(_ line: Int) -> ArraySlice<UInt8> {
      file.bytes[lines.range(ofLine: line).clamped(to: yaml)]
    }
    func isComment(_ line: Int) -> Bool {
      text(line).first { $0 > 0x20 } == UInt8(ascii: "#")
    }
    var found: [Self] = []
    // What follows the comments, as long as these lines are comments.
    var end = last
    for line in (lines.position(at: yaml.lowerBound).line...last).reversed() {
      guard isComment(line) else {
        end = line
        continue
      }
      guard let offset = Array(text(line)).offset(of: mark) else { continue }
      let start = text(line).startIndex + offset
      let words = String(decoding: text(line)[(start + 2)...], as: UTF8.self)
        .split { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" }
      let place = lines.position(at: start)
      let location = SourceLocation(
        path: file.path, start: place,
        end: SourcePosition(
          line: line, column: place.column + 1 + words.reduce(0) { $0 + $1.utf8.count + 1 }))
      found.append(Self(words: words, at: location, lines: line...end))
    }
    return found.reversed()
  }

  /// The overrides that the comments of a file ask for, and why others are none.
  ///
  /// - Parameter own: the rule of the site’s `language.yaml` with an id.
  package static func overrides(
    _ comments: some Sequence<Self>, _ rules: RuleBook, _ own: (String) -> Rule?
  ) -> Diagnosed<[Override]> {
    var found = Diagnosed<[Override]>([])
    for comment in comments {
      let guesses = found.diagnostics.count < mostSuggestions
      let read = comment.override(rules, guesses: guesses, own)
      found.diagnostics += read.diagnostics
      if let override = read.value { found.value.append(override) }
    }
    return found
  }

  private func override(
    _ rules: RuleBook, guesses: Bool, _ own: (String) -> Rule?
  ) -> Diagnosed<Override?> {
    let name = words.count > 1 ? String(words[1]) : ""
    guard !name.isEmpty, let rule = rules[name] ?? own(name) else {
      return Diagnosed(nil, [unknownRule(name, nearest: guesses ? rules.nearest(to: name) : nil)])
    }
    let renamed: [Diagnostic] =
      rule.id == name ? [] : [.renamedRule(name, rule, at: location)]
    guard words.count >= 7, words[2] == "because" else {
      return Diagnosed(nil, renamed + [withoutReason(rule.id)])
    }
    guard !rules.locked.contains(rule.id) else {
      return Diagnosed(nil, renamed + [locked(rule.id)])
    }
    let reason = words[3...].joined(separator: " ")
    return Diagnosed(
      Override(rule: rule.id, reason: reason, location: location, lines: lines), renamed)
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

extension OverrideComment {
  private var form: String {
    switch place {
    case .text: "write ‘<!-- allow: rule-name because four words or more -->’"
    case .field: "write ‘# allow: rule-name because four words or more’"
    }
  }

  private func unknownRule(_ name: String, nearest: String?) -> Diagnostic {
    Diagnostic(
      .invalidOverride, "no rule is called ‘\(name)’", at: location,
      help: nearest.map { "did you mean ‘\($0)’?" } ?? form)
  }

  private func withoutReason(_ rule: String) -> Diagnostic {
    Diagnostic(
      .invalidOverride, "this override of ‘\(rule)’ gives no reason", at: location, help: form)
  }

  private func locked(_ rule: String) -> Diagnostic {
    Diagnostic(
      .invalidOverride, "‘\(rule)’ protects the reader and cannot be overridden", at: location,
      help: "fix what it found")
  }
}
