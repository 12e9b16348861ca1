package import DaylightSyntax

extension Rule {
  package static let invalidKey = Rule(
    "invalid-key", .error, "A source whose key cannot be written in a citation.",
    why: "Pages could not cite the source: `[@…]` takes small letters, digits and hyphens.",
    bad: "Herman 1992:\n  title: Trauma and Recovery\n  kind: book",
    good: "herman1992:\n  title: Trauma and Recovery\n  kind: book",
    fix: "Write the first author’s family name in small letters and the year.", in: .sources)
  package static let invalidDOI = Rule(
    "invalid-doi", .error, "A DOI that is not written like one.",
    why: "The link to the work would lead nowhere.",
    bad: "dutton1993a:\n  title: Emotional attachments in abusive relationships\n"
      + "  kind: article\n  doi: 1891/0886-6708.8.2.105",
    good: "dutton1993a:\n  title: Emotional attachments in abusive relationships\n"
      + "  kind: article\n  doi: 10.1891/0886-6708.8.2.105",
    fix: "Copy the DOI from the publisher’s page, from `10.` on.", in: .sources)
  package static let invalidISBN = Rule(
    "invalid-isbn", .error, "An ISBN with a wrong digit.",
    why: "With a wrong digit the book cannot be found.",
    bad: "herman1992:\n  title: Trauma and Recovery\n  kind: book\n  isbn: \"9780465061715\"",
    good: "herman1992:\n  title: Trauma and Recovery\n  kind: book\n  isbn: \"9780465061716\"",
    fix: "Copy the number again from the book.", in: .sources)
  package static let conflictingDOI = Rule(
    "conflicting-doi", .error, "One DOI given to two works.",
    why: "A DOI names one work, so one of the two entries leads readers to the wrong one.",
    bad: "walker1979:\n  title: The Battered Woman\n  kind: book\n  doi: 10.1000/182\n"
      + "herman1992:\n  title: Trauma and Recovery\n  kind: book\n  doi: 10.1000/182",
    good: "walker1979:\n  title: The Battered Woman\n  kind: book\nherman1992:\n"
      + "  title: Trauma and Recovery\n  kind: book\n  doi: 10.1000/182",
    fix: "Look both works up, and correct the DOI or the title.", in: .sources)
  package static let duplicateSource = Rule(
    "duplicate-source", .warning, "One work under two keys.",
    why: "Pages would cite one work under two numbers.",
    bad: "herman1992:\n  title: Trauma and Recovery\n  kind: book\n  doi: 10.1000/182\n"
      + "herman1997:\n  title: Trauma and Recovery\n  kind: book\n  doi: 10.1000/182",
    good: "herman1992:\n  title: Trauma and Recovery\n  kind: book\n  doi: 10.1000/182",
    fix: "Keep one of the two, and cite its key.", in: .sources)
  package static let yearOutOfRange = Rule(
    "year-out-of-range", .error, "A work from a year in which it cannot have appeared.",
    why: "No work can have appeared in that year, so the entry is wrong somewhere.",
    bad: "herman1992:\n  title: Trauma and Recovery\n  kind: book\n  year: 2992",
    good: "herman1992:\n  title: Trauma and Recovery\n  kind: book\n  year: 1992",
    fix: "Look the year up.", in: .sources)
  package static let dateInFuture = Rule(
    "date-in-future", .error, "A check dated after the day of the build.",
    why: "A check dated ahead would keep an old number fresh: nobody can have checked it on that "
      + "day.",
    bad: "verified: 2062-06-01",
    good: "verified: 2026-06-01",
    fix: "Write the day on which a person really checked it.", in: .help)
  package static let sourceUnchecked = Rule(
    "source-unchecked", .note, "A source that no person has looked up yet.",
    why: "Until a person has looked a work up, nobody knows whether it exists and says what it "
      + "is cited for.",
    bad: "herman1992:\n  title: Trauma and Recovery\n  kind: book\n  checked:",
    good: "herman1992:\n  title: Trauma and Recovery\n  kind: book\n  checked: 2026-05-31\n"
      + "  checkedBy: jo",
    fix: "Look the work up. Then write the day under `checked` and your id under `checkedBy`.",
    in: .sources,
    plural: "sources nobody has looked up yet")
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
      help: "look both works up, and correct the DOI or the title")
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
