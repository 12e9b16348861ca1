import DaylightModel
import DaylightSyntax

/// A person who has a page, as that page and the one of the practice show them.
struct PersonContext: TemplateModel {
  let person: People.Person
  let page: Prepared<Link>
  let photo: HTML?

  /// Nil if `people.yaml` has nobody for the page.
  ///
  /// - Parameter viewer: the page that shows the person.
  init?(_ entry: PageEntry, on viewer: PageEntry, in site: ContextBuilder) {
    guard let person = entry.personID.flatMap({ site.index.data.people[$0] }),
      let page = site.link(entry.source)
    else { return nil }
    self.person = person
    self.page = page
    photo = site.index.photo(of: person).map {
      $0.image(
        root: site.index.root(of: viewer), alternative: person.photoAlt?.value ?? "", in: .portrait)
    }
  }

  static let fields: [Field] =
    Prepared<Link>.fields { $0.page } + [
      Field("name", "the name") { $0.person.name.value },
      Field("photo", "the picture, as an element") { $0.photo },
      Field("bio", "a sentence or two") { $0.person.bio?.value },
      Field("profession", "the title of the job, and the qualification") {
        [$0.person.jobTitle, $0.person.credential].compactMap(\.self).list
      },
      Field("register", "the register that lists the person") { $0.person.register?.value },
      Field("url", "where to look the entry up") { $0.person.url?.value },
      Field("approaches", "the kinds of therapy") { $0.person.approaches.list },
      Field("languages", "the languages spoken") { $0.person.languages.list },
      Field("fee", "what a session costs") { $0.person.fee?.value },
      Field("newClients", "it is said whether there is room for new clients") {
        $0.person.newClients != nil
      },
      Field("takesClients", "there is room for new clients") {
        $0.person.newClients?.value == .yes
      },
      Field("hasWaitingList", "there is a waiting list") {
        $0.person.newClients?.value == .waitingList
      },
      Field("isFull", "there is no room") { $0.person.newClients?.value == .no },
      Field("hasFacts", "there is something of register, room, approaches, languages and fee") {
        $0.hasFacts
      },
      Field("isSample", "the person is made up") { $0.person.isSample },
    ]
}

extension PersonContext {
  private var hasFacts: Bool {
    person.register != nil || person.newClients != nil || !person.approaches.isEmpty
      || !person.languages.isEmpty || person.fee != nil
  }
}

extension SiteIndex {
  /// The picture of a person, if the file exists.
  func photo(of person: People.Person) -> AttachedFile? {
    guard let photo = person.photo,
      case .file(let file) = resolve(photo.value, from: "content/people.yaml")
    else { return nil }
    return file
  }
}

extension [Located<String>] {
  /// On one line; nil if there are none.
  fileprivate var list: String? { isEmpty ? nil : map(\.value).joined(separator: ", ") }
}
