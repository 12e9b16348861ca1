package import DaylightSyntax

extension Rule {
  package static let invalidKey = Rule(
    "invalid-key", .error, "A source whose key cannot be written in a citation.")
  package static let invalidDOI = Rule(
    "invalid-doi", .error, "A DOI that is not written like one.")
  package static let invalidISBN = Rule(
    "invalid-isbn", .error, "An ISBN with a wrong digit.")
  package static let conflictingDOI = Rule(
    "conflicting-doi", .error, "One DOI given to two works.")
  package static let duplicateSource = Rule(
    "duplicate-source", .warning, "One work under two keys.")
  package static let yearOutOfRange = Rule(
    "year-out-of-range", .error, "A work from a year in which it cannot have appeared.")
  package static let dateInFuture = Rule(
    "date-in-future", .error, "A check dated after the day of the build.")
  package static let sourceUnchecked = Rule(
    "source-unchecked", .note, "A source that no person has looked up yet.")
}

extension Diagnostic {
  static func invalidKey(_ key: Located<String>) -> Self {
    Diagnostic(
      .invalidKey, "‘\(key.value)’ cannot be the key of a source", at: key.location,
      help: "write the first author’s family name in small letters and the year, as in dutton1993")
  }

  static func invalidDOI(_ doi: Located<String>, _ problem: String) -> Self {
    Diagnostic(
      .invalidDOI, "‘\(doi.value)’ is not a DOI: \(problem)", at: doi.location,
      help: "write it as in 10.1891/0886-6708.8.2.105")
  }

  static func invalidISBN(_ isbn: Located<String>) -> Self {
    Diagnostic(
      .invalidISBN,
      "‘\(isbn.value)’ is not an ISBN: its check digit is wrong or digits are missing",
      at: isbn.location, help: "copy it again from the book")
  }

  static func conflictingDOI(
    _ doi: Located<String>, _ other: Located<String>, _ title: String
  ) -> Self {
    Diagnostic(
      .conflictingDOI, "the DOI ‘\(doi.value)’ is that of another work here", at: doi.location,
      notes: [Note("it belongs to ‘\(title)’ here", at: other.location)],
      help: "look both works up, and mend the DOI or the title")
  }

  static func duplicateSource(_ source: CitedSource, _ other: CitedSource) -> Self {
    Diagnostic(
      .duplicateSource, "‘\(source.key.value)’ is the same work as ‘\(other.key.value)’",
      at: source.key.location, notes: [Note("the other is here", at: other.key.location)],
      help: "keep one of the two, and cite its key")
  }

  static func yearOutOfRange(_ year: Located<Int>, today: CalendarDate) -> Self {
    Diagnostic(
      .yearOutOfRange, "no work can be from the year ‘\(year.value)’", at: year.location,
      help: "look the year up; it is \(today.year) now")
  }

  static func dateInFuture(_ date: Located<CalendarDate>) -> Self {
    Diagnostic(
      .dateInFuture, "‘\(date.value.iso)’ is still to come", at: date.location,
      help: "write the day on which a person checked it")
  }

  static func unchecked(_ source: CitedSource) -> Self {
    Diagnostic(
      .sourceUnchecked, "no one has checked the source ‘\(source.key.value)’ yet",
      at: source.key.location,
      help: "look the work up, then write the day under ‘checked’ and your id under ‘checkedBy’")
  }
}
