/// Something an author can fix: what is wrong, where, and what to write instead.
package struct Diagnostic: Sendable, Hashable {
  package var rule: Rule
  package var severity: Severity
  /// One line, without a full stop, that quotes what was found in ‘single quotation marks’.
  package var message: String
  package var location: SourceLocation?
  package var notes: [Note]
  /// What to write or do instead.
  package var help: String?
  /// The path of the file that it misses, if it misses one. If that cannot be read, there is nothing
  /// to fix here.
  package var missing: String?
  /// What `check --fix` changes; empty unless it is sure.
  package var edits: [TextEdit] = []

  /// How much a finding matters. The name is what reports and `--level` write.
  package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    case note, warning, error

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A second location that belongs to the finding, such as the other of two duplicates.
  package struct Note: Sendable, Hashable {
    package var message: String
    package var location: SourceLocation?

    package init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// A finding at the rule's own level; a rule that is off by default is a note until a site
  /// turns it on.
  package init(
    _ rule: Rule, _ message: String, at location: SourceLocation?, notes: [Note] = [],
    help: String? = nil
  ) {
    self.rule = rule
    self.message = message
    self.location = location
    self.notes = notes
    self.help = help
    switch rule.level {
    case .error: severity = .error
    case .warning: severity = .warning
    case .note, .off: severity = .note
    }
  }
}

extension Diagnostic: Comparable {
  /// By path and position; findings without a location come first.
  package static func < (left: Self, right: Self) -> Bool {
    switch (left.location, right.location) {
    case (nil, nil): (left.rule.id, left.message) < (right.rule.id, right.message)
    case (nil, _): true
    case (_, nil): false
    case (let l?, let r?):
      l != r ? l < r : (left.rule.id, left.message) < (right.rule.id, right.message)
    }
  }
}
