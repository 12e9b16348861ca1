package import DaylightModel
import DaylightSyntax

/// Somebody to be added to `people.yaml`.
package struct NewPerson: Sendable, Hashable {
  package var role: People.Role
  package var credential: String?
  package var register: String?
  package var url: String?

  package init(
    role: People.Role, credential: String? = nil, register: String? = nil, url: String? = nil
  ) {
    self.role = role
    self.credential = credential
    self.register = register
    self.url = url
  }

  /// The file with the person at its end; nothing else in it changes.
  func added(
    to file: SourceFile?, id: String, name: String
  ) throws(NewPageProblem) -> SourceFile {
    let path = "content/people.yaml"
    let old = file ?? SourceFile(path: path, text: "# Who writes, reviews and sees clients.\n")
    let before = People.decode(old)
    if let same = before.value[id] {
      throw NewPageProblem(
        message: "‘\(path)’ has somebody with the id ‘\(id)’ already: \(same.name.value)",
        help: "choose another id, as in ‘--slug \(id)-2’")
    }
    var text = String(decoding: old.bytes, as: UTF8.self)
    let end = text.contains("\r\n") ? "\r\n" : "\n"
    if !text.isEmpty, !text.hasSuffix("\n") { text += end }
    let indent =
      text.split(separator: "\n").first { $0.drop { $0 == " " }.hasPrefix("- ") }?
      .prefix { $0 == " " } ?? ""
    text += end + entry(id: id, name: name).map { indent + $0 }.joined(separator: end) + end
    let new = SourceFile(path: path, text: text)
    let after = People.decode(new)
    guard after.value.all.count == before.value.all.count + 1,
      after.diagnostics.count <= before.diagnostics.count
    else {
      let found = after.diagnostics.first { $0.severity == .error }
      throw NewPageProblem(
        message: "the person cannot be added to ‘\(path)’: "
          + (found?.message ?? "it is not a list of people"),
        help: found?.help ?? "look at the file: each person begins with ‘- id:’")
    }
    return new
  }

  private func entry(id: String, name: String) -> [String] {
    func line(_ field: String, _ value: String?, _ example: String) -> String {
      value.map { "  \(field): \(YAMLText.value(PlainAnswer.cleaned($0)))" }
        ?? "  # \(field): \(example)"
    }
    var lines = [
      "- id: \(YAMLText.value(id))", "  name: \(YAMLText.value(name))", "  role: \(role.rawValue)",
    ]
    if role == .therapist { lines.append("  # jobTitle: Psychotherapist") }
    lines += [
      line("credential", credential, "the qualification"),
      line("register", register, "the register, and the number there"),
      line("url", url, "the address of the register's own page about this person"),
    ]
    if role == .therapist {
      lines += ["  # languages: [English]", "  # newClients: yes, waiting-list or no"]
    }
    return lines + ["  # bio: One sentence in their own words."]
  }
}
