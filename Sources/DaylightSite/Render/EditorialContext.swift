import DaylightSyntax

extension PageReview {
  /// Of these flags one is true.
  var flags: TemplateValue {
    [
      .current: .flag(state == .current), .changed: .flag(state == .changed),
      .overdue: .flag(state == .overdue), .never: .flag(state == .never),
    ]
  }
}

extension ContextBuilder {
  /// Who wrote a page, and what is to be read next.
  func addEditorial(
    _ page: PageFrontMatter, _ entry: PageEntry, to context: inout TemplateObject
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
  }

  /// Who reviewed a page, and when. Of a review that nobody signed, nothing is said.
  func addReview(_ review: PageReview, to context: inout TemplateObject) {
    context.add(.review, review.flags)
    guard review != PageReview() else { return }
    context[.reviewers] = .list(
      review.reviewers.map { person in
        [
          .name: .text(person.name.value), .credential: .text(person.credential?.value),
          .register: .text(person.register?.value), .url: .text(person.url?.value.text),
          .role: .text(person.reviewRole.map { index.words.reviewRole($0.rawValue) }),
        ]
      })
    context[.reviewed] = dates.value(review.reviewed)
    context[.reviewBy] = dates.value(review.reviewBy)
  }
}
