import DaylightModel
import DaylightSyntax

extension PageContext {
  /// Who wrote and reviewed the page, and when. A review that nobody signed is not mentioned.
  static let editorial = [
    Field("author", "who wrote it") { $0.author },
    Field("reviewers", "those who signed this exact text") { page in
      page.review.reviewers.map {
        Reviewer(author: Author($0, in: page.site), strings: page.site.index.strings)
      }
    },
    Field("published", "from the front matter") { $0.date($0.published) },
    Field("reviewed", "the day of a signed review") { $0.date($0.review.reviewed) },
    Field("reviewBy", "when that review expires") { $0.date($0.review.reviewBy) },
    Field("review", "the state of its review; one of these is true") { $0.review },
    Field("hasFacts", "one of author, reviewers and the three days is present") { $0.hasFacts },
  ]

  private var author: Author? {
    (document?.pageFields?.author).flatMap { site.index.data.people[$0.value] }.map {
      Author($0, in: site)
    }
  }

  private var published: CalendarDate? { document?.common.published?.value }

  private func date(_ date: CalendarDate?) -> DateContext? { site.shared.dates.value(date) }

  private var hasFacts: Bool {
    author != nil || !review.reviewers.isEmpty || published != nil || review.reviewed != nil
      || review.reviewBy != nil
  }
}

/// A person who wrote a page.
struct Author: TemplateModel {
  let person: People.Person
  private let page: Prepared<Link>?
  private let practice: Prepared<Link>?

  init(_ person: People.Person, in site: ContextBuilder) {
    self.person = person
    page = site.shared.personPages[person.id.value]
    practice =
      person.role?.value == .practice ? site.link(site.index.entry(of: .practice)?.source) : nil
  }

  static let fields = [
    Field("name", "the name") { $0.person.name.value },
    Field("credential", "the qualification") { $0.person.credential?.value },
    Field("bio", "a sentence or two about somebody without a page") {
      $0.page == nil ? $0.person.bio?.value : nil
    },
    Field("profile", "the page of that person, or for a team the practice’s") {
      $0.page ?? $0.practice
    },
  ]
}

/// A person who reviewed a page.
struct Reviewer: TemplateModel {
  let author: Author
  let strings: InterfaceStrings

  private var person: People.Person { author.person }

  static let fields: [Field] =
    Author.fields { $0.author } + [
      Field("register", "the register that lists the person") { $0.person.register?.value },
      Field("url", "the page of the register") { $0.person.url?.value.text },
      Field("role", "as in “Reviewed by”") { reviewer in
        reviewer.person.reviewRole.map { reviewer.strings.reviewRole($0.rawValue) }
      },
    ]
}

extension PageReview: TemplateModel {
  static let fields = [
    Field("current", "it is valid") { $0.state == .current },
    Field("changed", "the text was changed after it") { $0.state == .changed },
    Field("overdue", "its day is past") { $0.state == .overdue },
    Field("never", "no clinician has signed one") { $0.state == .never },
  ]
}
