package import DaylightSyntax

/// The fields about reviews in the front matter of a page or a term.
package struct ReviewFields: Sendable, Hashable {
  /// Ids in `people.yaml`: one, or a list.
  package var reviewers: [Located<String>]
  /// The day on which they read the whole text.
  package var reviewed: Located<CalendarDate>?
  /// The day by which it is to be read again.
  package var reviewBy: Located<CalendarDate>?
  /// False if one of the fields could not be read, or the days are in the wrong order. That is
  /// reported, and the page shows no review.
  package var areReadable: Bool

  init(from fields: inout FieldDecoder) {
    let findings = fields.diagnostics.count
    reviewers = fields.textOrTexts(
      "reviewer", about: "Who reviewed the page: an id in people.yaml, or a list of ids.")
    reviewed = fields.date(
      "reviewed", about: "The day on which the reviewers read the whole text.")
    reviewBy = fields.date(
      "reviewBy", about: "The day by which it is to be read again, within three years.")
    fields.checkOrder("reviewed", reviewed, before: "reviewBy", reviewBy)
    areReadable = fields.diagnostics.count == findings
    fields.reportRepeated(reviewers, in: "reviewer")
  }
}

extension Document {
  package var reviewFields: ReviewFields {
    switch frontMatter {
    case .page(let page): page.reviews
    case .term(let term): term.reviews
    }
  }
}
