package import DaylightSyntax

/// The authors and reviewers that `people.yaml` names, in its order.
package struct People: Sendable, Hashable {
  package var all: [Person]

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
  }

  package enum Role: String, Sendable, Hashable, CaseIterable {
    case author, reviewer, practice
  }

  /// What a reviewer reads a page for.
  package enum ReviewRole: String, Sendable, Hashable, CaseIterable {
    case clinical
    case livedExperience = "lived-experience"
    case plainLanguage = "plain-language"
  }

  package init(all: [Person] = []) { self.all = all }

  package subscript(id: String) -> Person? { all.first { $0.id.value == id } }

  package static func decode(_ file: SourceFile) -> Diagnosed<Self> {
    let parsed = parseDataFile(file)
    guard parsed.diagnostics.isEmpty else { return Diagnosed(Self(), parsed.diagnostics) }
    var list = FieldDecoder.list(parsed.value, of: "person") { Person(from: &$0) }
    list.diagnostics += duplicates(of: list.value.map(\.id), named: "id")
    list.diagnostics += PlainTextFields.findings(in: parsed.value, of: file)
    return Diagnosed(Self(all: list.value), list.diagnostics)
  }
}

extension People.Person {
  /// Nil for a person who is not a reviewer.
  package var reviewRole: People.ReviewRole? {
    role?.value == .reviewer ? reviews?.value ?? .clinical : nil
  }

  fileprivate init(from fields: inout FieldDecoder) {
    id = fields.requiredText("id")
    name = fields.requiredText("name")
    role = fields.requiredWord("role")
    reviews = fields.word("reviews")
    credential = fields.text("credential")
    register = fields.text("register")
    url = fields.webAddress("url")
    bio = fields.text("bio")
    // CNT-01: a reader can look a clinical reviewer up.
    if reviewRole == .clinical {
      if credential == nil { fields.reportMissing("credential", help: "name the qualification") }
      if register == nil { fields.reportMissing("register", help: "name the register or licence") }
      if url == nil {
        fields.reportMissing("url", help: "write the address of the register’s page")
      }
    }
  }
}
