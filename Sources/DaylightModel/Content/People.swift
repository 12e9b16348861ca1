package import DaylightSyntax

/// The authors and reviewers that `people.yaml` names, in its order.
package struct People: Sendable, Hashable {
  package var all: [Person]
  package private(set) var shown = ShownFields()

  package struct Person: Sendable, Hashable {
    package var id: Located<String>
    package var name: Located<String>
    /// Nil only if it is missing or misspelt, which is an error.
    package var role: Located<Role>?
    /// What a reviewer looks for; clinical by default.
    package var reviews: Located<ReviewRole>?
    package var credential: Located<String>?
    /// The body that licenses the person, and the number there.
    package var register: Located<String>?
    package var url: Located<WebAddress>?
    package var bio: Located<String>?
    /// A picture beside the pages, as a path from `content/`, and what it shows.
    package var photo: Located<String>?
    package var photoAlt: Located<String>?
    package var jobTitle: Located<String>?
    /// The kinds of therapy that the person works with.
    package var approaches: [Located<String>]
    package var languages: [Located<String>]
    package var fee: Located<String>?
    package var newClients: Located<Availability>?
    /// Whether the person is made up, so that search engines are told nothing of them.
    package var isSample: Bool
  }

  package enum Role: String, Sendable, Hashable, FieldWord {
    case author, reviewer, practice, therapist

    package var meaning: String {
      switch self {
      case .author: "Writes pages."
      case .reviewer: "Reads pages and signs that they are right."
      case .practice: "Not one person, but the practice."
      case .therapist: "Sees clients, and may write pages."
      }
    }
  }

  /// Whether somebody has room for new clients.
  package enum Availability: String, Sendable, Hashable, FieldWord {
    case yes
    case waitingList = "waiting-list"
    case no

    package var meaning: String {
      switch self {
      case .yes: "There is room."
      case .waitingList: "There is a waiting list."
      case .no: "There is none."
      }
    }
  }

  /// What a reviewer reads a page for.
  package enum ReviewRole: String, Sendable, Hashable, FieldWord {
    case clinical
    case livedExperience = "lived-experience"
    case plainLanguage = "plain-language"

    package var meaning: String {
      switch self {
      case .clinical: "Whether it is right, as a clinician."
      case .livedExperience: "Whether it is true to those who lived it."
      case .plainLanguage: "Whether it is easy to read."
      }
    }
  }

  package init(all: [Person] = []) { self.all = all }

  private static let person = "person"

  /// The fields of a person.
  package static let fields = FieldTable(of: person) { Person(from: &$0) }

  package subscript(id: String) -> Person? { all.first { $0.id.value == id } }

  package static func decode(_ file: SourceFile) -> Diagnosed<Self> {
    let parsed = parseDataFile(file)
    guard parsed.diagnostics.isEmpty else { return Diagnosed(Self(), parsed.diagnostics) }
    var list = FieldDecoder.list(parsed.value, of: person, foreignNames: .person) {
      Person(from: &$0)
    }
    list.diagnostics += duplicates(of: list.value.map(\.id), named: "id")
    list.diagnostics += PlainTextFields.findings(in: parsed.value, of: file)
    var people = Self(all: list.value)
    people.shown = ShownFields(parsed.value, in: file)
    return Diagnosed(people, list.diagnostics)
  }
}

extension People.Person {
  /// Nil for a person who is not a reviewer.
  package var reviewRole: People.ReviewRole? {
    role?.value == .reviewer ? reviews?.value ?? .clinical : nil
  }

  fileprivate init(from fields: inout FieldDecoder) {
    id = fields.requiredText("id", about: "What pages call the person, such as anna.")
    name = fields.requiredText("name", about: "The name, as readers see it.")
    role = fields.requiredWord("role", about: "What the person does for the site.")
    reviews = fields.word(
      "reviews", about: "What a reviewer reads a page for; clinical without it.")
    credential = fields.text("credential", about: "The qualification.")
    register = fields.text(
      "register", about: "The body that licenses the person, and the number there.")
    url = fields.webAddress(
      "url", about: "Where readers can look the person up: the page of the register.")
    bio = fields.text("bio", about: "A sentence or two about the person.")
    photo = fields.text("photo", about: "A picture, as a path from ‘content’.")
    photoAlt = fields.text(
      "photoAlt", about: "What the picture shows, for people who do not see it.")
    jobTitle = fields.text("jobTitle", about: "As in ‘Counsellor’.")
    approaches = fields.texts(
      "approaches", about: "The kinds of therapy that the person works with.")
    languages = fields.texts("languages", about: "The languages that the person works in.")
    fee = fields.text("fee", about: "What an hour with the person costs.")
    newClients = fields.word("newClients", about: "Whether there is room for new clients.")
    isSample =
      fields.flag(
        "sample", about: "true: the person is made up, and readers are told so."
      )?.value ?? false
    if isSample, role?.value == .reviewer {
      fields.refuse(
        "sample", because: "somebody who is made up can review nothing",
        help: "write ‘role: therapist’, or leave ‘sample’ out if the person is real")
    }
    fields.require(
      "photoAlt", with: "photo",
      help: "say what the picture shows, for people who do not see it")
    // CNT-01: a reader can look a clinical reviewer up.
    if reviewRole == .clinical {
      if credential == nil { fields.reportMissing("credential", help: "name the qualification") }
      if register == nil { fields.reportMissing("register", help: "name the register or licence") }
      if url == nil {
        fields.reportMissing("url", help: "write the address of the register’s page")
      }
    } else if role?.value == .therapist, register != nil, url == nil, !isSample {
      fields.reportMissing(
        "url", help: "write the address at which a reader can look the entry up")
    }
  }
}
