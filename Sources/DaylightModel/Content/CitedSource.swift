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

  package enum Kind: String, Sendable, Hashable, FieldWord {
    case article, book, chapter, report, law, web

    package var meaning: String {
      switch self {
      case .article: "An article of a journal."
      case .book: "A whole book."
      case .chapter: "A chapter of a book; ‘container’ is the book."
      case .report: "A report of an authority or organisation."
      case .law: "A law or regulation."
      case .web: "A page on the web."
      }
    }
  }

  init(key: Located<String>, from fields: inout FieldDecoder) {
    self.key = key
    authors = fields.texts("authors", about: "Each as in ‘Dutton, D. G.’, in the work’s order.")
    editors = fields.texts("editors", about: "The editors of a work without authors.")
    year = fields.integer("year", about: "The year in which it appeared.")
    title = fields.requiredText("title", about: "The title of the work.")
    container = fields.text("container", about: "The journal, or the book that has the chapter.")
    publisher = fields.text("publisher", about: "Who published it.")
    volume = fields.text("volume", about: "The volume of the journal.")
    issue = fields.text("issue", about: "The issue within the volume.")
    pages = fields.text("pages", about: "The pages, as in ‘105–120’.")
    doi = fields.text("doi", as: .doi, about: "The DOI alone, as in 10.1000/xyz123.")
    isbn = fields.text("isbn", as: .isbn, about: "The ISBN, of 10 or 13 digits.")
    url = fields.webAddress("url", about: "Where it can be read.")
    kind = fields.requiredWord("kind", about: "What kind of work it is.")
    checked = fields.date(
      "checked",
      about:
        "The day on which a person looked the work up and found the details right. Empty until "
        + "then.")
    checkedBy = fields.text("checkedBy", about: "Who looked it up: an id in people.yaml.")
    supports = fields.text("supports", about: "What it may be cited for, in one sentence.")
    if let written = doi, let problem = problem(ofDOI: written.value) {
      fields.report(.invalidDOI(written, problem))
      doi = nil
    }
    if let isbn, !isISBN(isbn.value) { fields.report(.invalidISBN(isbn)) }
    fields.require(
      "checkedBy", with: "checked", help: "write the id of the person who looked it up")
  }
}

extension TextForm {
  fileprivate static let doi = Self(
    "^10\\.[0-9]{4,9}[0-9.]*/\\S+$", "Write the DOI alone, from 10. on, as in 10.1000/xyz123.")
  fileprivate static let isbn = Self(
    "^([0-9][ -]*){9}([0-9Xx]|([0-9][ -]*){3}[0-9])$", "Write the 10 or 13 digits of the ISBN.",
    mayBeNumber: true)
}
