package import DaylightSyntax

/// The works that pages cite, by their keys in `sources.yaml` and in its order.
package struct SourceRegistry: Sendable, Hashable {
  package private(set) var all: [CitedSource]
  private var indices: [String: Int]

  package init(all: [CitedSource] = []) {
    self.all = all
    indices = Dictionary(
      zip(all.map(\.key.value), all.indices), uniquingKeysWith: { first, _ in first })
  }

  package subscript(key: String) -> CitedSource? { indices[key].map { all[$0] } }

  package static func decode(_ file: SourceFile) -> Diagnosed<Self> {
    let parsed = parseDataFile(file)
    guard parsed.diagnostics.isEmpty else { return Diagnosed(Self(), parsed.diagnostics) }
    var works = FieldDecoder(parsed.value, of: "sources.yaml", at: .file(file.path))
    var all: [CitedSource] = []
    for field in works.remainingFields() {
      let key = Located(field.key, at: field.keyLocation)
      if !isKey(field.key) { works.report(.invalidKey(key)) }
      all.append(
        works.decode(field.value, of: "source", at: field.keyLocation) {
          CitedSource(key: key, from: &$0)
        })
    }
    works.report(doiFindings(all))
    return Diagnosed(Self(all: all), works.finish())
  }

  /// What depends on the day of the build: works from the future, and works not yet looked up.
  package func findings(on today: CalendarDate) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for source in all {
      // No work of this field that is cited for a claim is older than printing, and a work may be
      // dated a year ahead of its appearance.
      if let year = source.year, !(1450...today.year + 1 ~= year.value) {
        findings.append(.yearOutOfRange(year, today: today))
      }
      if let checked = source.checked {
        if checked.value > today { findings.append(.dateInFuture(checked)) }
      } else {
        findings.append(.unchecked(source))
      }
    }
    return findings
  }

  /// Keys can be written in `[@key]`: lower-case letters, digits and hyphens.
  private static func isKey(_ key: String) -> Bool {
    key.utf8.allSatisfy {
      0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-")
    } && key.utf8.first.map { 0x61...0x7A ~= $0 } == true
  }

  /// DOIs are compared without case (DOI Handbook, section 2.4).
  private static func doiFindings(_ all: [CitedSource]) -> [Diagnostic] {
    var first: [String: CitedSource] = [:]
    var findings: [Diagnostic] = []
    for source in all {
      guard let doi = source.doi else { continue }
      if let other = first[doi.value.lowercased()], let otherDOI = other.doi {
        let isSame = other.title.value.lowercased() == source.title.value.lowercased()
        findings.append(
          isSame
            ? .duplicateSource(source, other) : .conflictingDOI(doi, otherDOI, other.title.value))
      } else {
        first[doi.value.lowercased()] = source
      }
    }
    return findings
  }
}

/// A work that a claim rests on (CNT-05).
package struct CitedSource: Sendable, Hashable {
  package var key: Located<String>
  package var authors: [Located<String>]
  package var year: Located<Int>?
  package var title: Located<String>
  package var container: Located<String>?
  package var publisher: Located<String>?
  package var volume: Located<String>?
  package var issue: Located<String>?
  package var pages: Located<String>?
  package var doi: Located<String>?
  package var isbn: Located<String>?
  package var url: Located<WebAddress>?
  /// Nothing only when it is missing or misspelt.
  package var kind: Located<Kind>?
  /// When a person looked the work up and found the details right.
  package var checked: Located<CalendarDate>?
  /// An id in `people.yaml`.
  package var checkedBy: Located<String>?
  /// What the work may be cited for, in one sentence.
  package var supports: Located<String>?

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case article, book, chapter, report, law, web
  }

  fileprivate init(key: Located<String>, from fields: inout FieldDecoder) {
    self.key = key
    authors = fields.texts("authors")
    year = fields.integer("year")
    title = fields.requiredText("title")
    container = fields.text("container")
    publisher = fields.text("publisher")
    volume = fields.text("volume")
    issue = fields.text("issue")
    pages = fields.text("pages")
    doi = fields.text("doi")
    isbn = fields.text("isbn")
    url = fields.webAddress("url")
    kind = fields.requiredWord("kind")
    checked = fields.date("checked")
    checkedBy = fields.text("checkedBy")
    supports = fields.text("supports")
    if let written = doi, let problem = problem(ofDOI: written.value) {
      fields.report(.invalidDOI(written, problem))
      doi = nil
    }
    if let isbn, !isISBN(isbn.value) { fields.report(.invalidISBN(isbn)) }
    if checked != nil, checkedBy == nil {
      fields.reportMissing("checkedBy", help: "write the id of the person who looked it up")
    }
  }
}

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
  fileprivate static func invalidKey(_ key: Located<String>) -> Self {
    Diagnostic(
      .invalidKey, "‘\(key.value)’ cannot be the key of a source", at: key.location,
      help: "write the first author’s family name in small letters and the year, as in dutton1993")
  }

  fileprivate static func invalidDOI(_ doi: Located<String>, _ problem: String) -> Self {
    Diagnostic(
      .invalidDOI, "‘\(doi.value)’ is not a DOI: \(problem)", at: doi.location,
      help: "write it as in 10.1891/0886-6708.8.2.105")
  }

  fileprivate static func invalidISBN(_ isbn: Located<String>) -> Self {
    Diagnostic(
      .invalidISBN,
      "‘\(isbn.value)’ is not an ISBN: its check digit is wrong or digits are missing",
      at: isbn.location, help: "copy it again from the book")
  }

  fileprivate static func conflictingDOI(
    _ doi: Located<String>, _ other: Located<String>, _ title: String
  ) -> Self {
    Diagnostic(
      .conflictingDOI, "the DOI ‘\(doi.value)’ is that of another work here", at: doi.location,
      notes: [Note("it belongs to ‘\(title)’ here", at: other.location)],
      help: "look both works up, and mend the DOI or the title")
  }

  fileprivate static func duplicateSource(_ source: CitedSource, _ other: CitedSource) -> Self {
    Diagnostic(
      .duplicateSource, "‘\(source.key.value)’ is the same work as ‘\(other.key.value)’",
      at: source.key.location, notes: [Note("the other is here", at: other.key.location)],
      help: "keep one of the two, and cite its key")
  }

  fileprivate static func yearOutOfRange(_ year: Located<Int>, today: CalendarDate) -> Self {
    Diagnostic(
      .yearOutOfRange, "no work can be from the year ‘\(year.value)’", at: year.location,
      help: "look the year up; it is \(today.year) now")
  }

  static func dateInFuture(_ date: Located<CalendarDate>) -> Self {
    Diagnostic(
      .dateInFuture, "‘\(date.value.iso)’ is still to come", at: date.location,
      help: "write the day on which a person checked it")
  }

  fileprivate static func unchecked(_ source: CitedSource) -> Self {
    Diagnostic(
      .sourceUnchecked, "no one has checked the source ‘\(source.key.value)’ yet",
      at: source.key.location,
      help: "look the work up, then write the day under ‘checked’ and your id under ‘checkedBy’")
  }
}
