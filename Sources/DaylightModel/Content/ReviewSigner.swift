import DaylightSyntax

/// Who signed a review, as `people.yaml` named them at that time, so that nobody can claim the
/// signature of another person by using their id.
package struct ReviewSigner: Sendable, Hashable {
  package var id: String
  package var name: String
  /// Empty if the person has none, as only clinical reviewers need one.
  package var credential: String
  /// Empty if the person has none, as only clinical reviewers need one.
  package var register: String
  package var role: People.ReviewRole

  package init(
    id: String, name: String, credential: String, register: String, role: People.ReviewRole
  ) {
    self.id = id
    self.name = name
    self.credential = credential
    self.register = register
    self.role = role
  }
}

extension People.Person {
  /// Nil for a person who is not a reviewer.
  package var signer: ReviewSigner? {
    reviewRole.map { role in
      ReviewSigner(
        id: id.value, name: name.value, credential: credential?.value ?? "",
        register: register?.value ?? "", role: role)
    }
  }
}
