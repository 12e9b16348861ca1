import DaylightSyntax

/// The colours that the sheet of the landmarks takes from a theme. Wherever a theme sets one of them it
/// sets them all, so that each place can be checked by itself, in whatever order sheets come.
struct ThemeColours {
  /// By scheme, empty for the one that always applies.
  private var declared: [String: [String: Colour]] = [:]
  private var ranges: [String: Range<Int>] = [:]

  /// What has to be readable on what, and how well (ACC-13).
  private static let pairs: [(ink: String, paper: String, least: Double)] = [
    ("--exit-ink", "--exit-bg", 4.5),
    ("--exit-bg", "--safe-paper", 3),
    ("--safe-ink", "--safe-paper", 4.5),
    ("--safe-ink", "--safety-bg", 4.5),
    ("--safe-ink", "--help-bg", 4.5),
    ("--safe-link", "--safe-paper", 4.5),
    ("--safe-link", "--safety-bg", 4.5),
    ("--safe-link", "--help-bg", 4.5),
    ("--safe-focus", "--safe-paper", 3),
    ("--safe-focus", "--help-bg", 3),
  ]

  static let names = Set(pairs.flatMap { [$0.ink, $0.paper] })

  /// The media queries under which they may be set again.
  static let schemes: Set<String> = [
    "@media(prefers-color-scheme:dark)", "@media(prefers-color-scheme:light)",
    "@media(prefers-contrast:more)", "@media(prefers-contrast:less)",
    "@mediascreenand(prefers-color-scheme:dark)",
  ]

  mutating func declare(_ name: String, _ colour: Colour, in scheme: String, at range: Range<Int>) {
    declared[scheme, default: [:]][name] = colour
    ranges[scheme] = range
  }

  func violations() -> [(violation: AuditFinding.Violation, range: Range<Int>)] {
    declared.sorted { $0.key < $1.key }.compactMap { scheme, colours in
      guard let range = ranges[scheme] else { return nil }
      if let missing = Self.names.sorted().first(where: { colours[$0] == nil }) {
        return (.missingColour(missing), range)
      }
      let pair = Self.pairs.first { pair in
        guard let ink = colours[pair.ink], let paper = colours[pair.paper] else { return false }
        return ink.contrast(with: paper) < pair.least
      }
      return pair.map { (.faintColours($0.ink, $0.paper, $0.least), range) }
    }
  }
}

extension AuditFinding.Violation {
  fileprivate static func missingColour(_ name: String) -> Self {
    Self(
      AuditRule.landmarkStyle,
      "the colours of the exit and the help are set here without ‘\(name)’, so they may not fit "
        + "together",
      help: "set all of \(ThemeColours.names.sorted().joined(separator: ", ")) in this ‘:root’")
  }

  fileprivate static func faintColours(_ ink: String, _ paper: String, _ least: Double) -> Self {
    Self(
      AuditRule.landmarkStyle,
      "‘\(ink)’ on ‘\(paper)’ is too faint, so the exit or the help could not be seen",
      help: "they need a contrast of \(least): make one lighter or the other darker")
  }
}
