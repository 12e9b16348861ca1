import DaylightSyntax

extension ReviewState {
  /// Of these flags one is true. The entry of a term has no review of its own, and says so.
  var flags: TemplateValue {
    [
      .current: .flag(self == .current), .changed: .flag(self == .changed),
      .overdue: .flag(self == .overdue), .never: .flag(self == .never),
    ]
  }
}

extension ContextBuilder {
  /// Who wrote and reviewed a page, and how its review stands.
  func addEditorial(
    _ page: PageFrontMatter, _ entry: PageEntry, _ state: ReviewState,
    to context: inout TemplateObject
  ) {
    if let next = page.next, let source = RelativePath.resolve(next.value, from: entry.source),
      let suggestion = listings[source]
    {
      context[.suggestion] = suggestion.card
    }
    if let person = page.author.flatMap({ index.data.people[$0.value] }) {
      context[.author] = [
        .name: .text(person.name.value), .credential: .text(person.credential?.value),
      ]
    }
    if state == .current || state == .overdue,
      let person = page.reviewer.flatMap({ index.data.people[$0.value] })
    {
      context[.reviewer] = [
        .name: .text(person.name.value), .credential: .text(person.credential?.value),
        .register: .text(person.register?.value), .url: .text(person.url?.value.text),
      ]
    }
    // Of a review that nobody signed, nothing is said.
    if state != .never {
      context[.reviewed] = dates.value(page.reviewed?.value)
      context[.reviewBy] = dates.value(page.reviewBy?.value)
    }
  }
}

/// How the review of a page stands (CNT-02, CNT-03).
enum ReviewState: Sendable, Hashable {
  /// A reviewer has seen the text as it is.
  case current
  /// The text was changed after its review.
  case changed
  /// The day by which it should have been reviewed again is past.
  case overdue
  /// No reviewer is named, or the one who is has not signed.
  case never

  static func of(
    _ page: PageFrontMatter, _ document: Document, in index: SiteIndex
  ) -> ReviewState {
    guard page.reviewer != nil, page.reviewed != nil,
      let signed = index.data.reviews.entries[document.file.path]
    else { return .never }
    guard signed.digest == ReviewDigest.digest(of: document) else { return .changed }
    if let due = page.reviewBy?.value, due < index.now { return .overdue }
    return .current
  }
}

/// The fingerprint of a text as a reviewer saw it: white space may change, words may not.
package enum ReviewDigest {
  package static func digest(of document: Document) -> String {
    var text: [UInt8] = []
    var isSpace = true
    for byte in document.file.bytes[document.body] {
      if byte <= 0x20 {
        if !isSpace { text.append(0x20) }
        isSpace = true
      } else {
        text.append(byte)
        isSpace = false
      }
    }
    if text.last == 0x20 { text.removeLast() }
    return ContentDigest(Array(document.title.value.utf8) + [0x0A] + text).hexadecimal
  }
}
