package import DaylightSyntax

/// A work that supports a claim (CNT-05).
package struct CitedSource: Sendable, Hashable {
  package var key: Located<String>
  package var authors: [Located<String>]
  /// The editors of a work without authors.
  package var editors: [Located<String>]
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
  /// Nil only if it is missing or misspelt, which is an error.
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

  init(key: Located<String>, from fields: inout FieldDecoder) {
    self.key = key
    authors = fields.texts("authors")
    editors = fields.texts("editors")
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
