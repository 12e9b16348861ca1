package import DaylightSyntax

/// A day on which a person has something to look at again.
package struct DueDate: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case review, helplines, sources, expiry
  }

  package let kind: Kind
  /// Never before the day of the build: what is overdue is due today.
  package let day: CalendarDate
  /// Unique in its kind, and the same in later builds: a path, or the name of a list.
  package let id: String
  package let title: String
  /// What to do, and when it was due if that day is past.
  package let notes: String
}
