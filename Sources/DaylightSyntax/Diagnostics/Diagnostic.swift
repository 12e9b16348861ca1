/// Something an author can fix: what is wrong, where, and what to write instead.
///
/// A copy costs one reference: a large site has thousands, which every stage of every build passes
/// on. To change one is to make another.
package struct Diagnostic: Sendable {
  private var box: Box

  private final class Box: Sendable {
    let fields: Fields

    init(_ fields: Fields) { self.fields = fields }
  }

  private struct Fields: Sendable, Hashable {
    var rule: Rule
    var severity: Severity
    var message: String
    var location: SourceLocation?
    var notes: [Note]
    var help: String?
    var missing: String?
    var edits: [TextEdit] = []
    var standsForOthers = false
  }

  private mutating func change(_ body: (inout Fields) -> Void) {
    var fields = box.fields
    body(&fields)
    box = Box(fields)
  }

  package var rule: Rule {
    get { box.fields.rule }
    set { change { $0.rule = newValue } }
  }

  package var severity: Severity {
    get { box.fields.severity }
    set { change { $0.severity = newValue } }
  }

  /// One line, without a full stop, that quotes what was found in ‘single quotation marks’.
  package var message: String {
    get { box.fields.message }
    set { change { $0.message = newValue } }
  }

  package var location: SourceLocation? {
    get { box.fields.location }
    set { change { $0.location = newValue } }
  }

  package var notes: [Note] {
    get { box.fields.notes }
    set { change { $0.notes = newValue } }
  }

  /// What to write or do instead.
  package var help: String? {
    get { box.fields.help }
    set { change { $0.help = newValue } }
  }

  /// The path of the file that it misses, if it misses one. If that cannot be read, there is nothing
  /// to fix here.
  package var missing: String? {
    get { box.fields.missing }
    set { change { $0.missing = newValue } }
  }

  /// What `check --fix` changes; empty unless it is sure.
  package var edits: [TextEdit] {
    get { box.fields.edits }
    set { change { $0.edits = newValue } }
  }

  /// Whether findings that only follow from this one were left out.
  package var standsForOthers: Bool {
    get { box.fields.standsForOthers }
    set { change { $0.standsForOthers = newValue } }
  }

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
    let severity: Severity =
      switch rule.level {
      case .error: .error
      case .warning: .warning
      case .note, .off: .note
      }
    box = Box(
      Fields(
        rule: rule, severity: severity, message: message, location: location, notes: notes,
        help: help))
  }
}

extension Diagnostic: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.box === right.box || left.box.fields == right.box.fields
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(box.fields) }
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
