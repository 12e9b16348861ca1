import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@Suite struct PeopleTests {
  private func decode(_ text: String, _ rules: [String]) -> People {
    let source = BracketedSource(text, path: "content/people.yaml")
    let decoded = People.decode(source.file)
    expect(decoded.diagnostics, rules, in: source)
    return decoded.value
  }

  @Test func `people are read in order and found by id`() {
    let people = decode(
      """
      - id: practice
        name: The team
        role: practice
        bio: We write.
      - {id: ada, name: Ada, role: reviewer, credential: PhD, register: "HCPC 1", url: "https://hcpc.example/"}
      """, [])
    #expect(people.all.map(\.id.value) == ["practice", "ada"])
    #expect(people["ada"]?.role?.value == .reviewer)
    #expect(people["ada"]?.url?.value.host == "hcpc.example")
    #expect(people["bob"] == nil)
  }

  @Test func `a file with nothing in it names no one`() {
    #expect(decode("", []).all.isEmpty)
    #expect(decode("# no one yet\n", []).all.isEmpty)
  }

  @Test func `ids are used once`() {
    _ = decode(
      "- {id: a, name: A, role: author}\n- {id: ⟦a⟧, name: B, role: author}\n", ["duplicate-id"])
  }

  @Test func `a reviewer can be looked up`() {
    _ = decode(
      "- ⟦⟦⟦id: a⟧⟧⟧\n  name: A\n  role: reviewer\n",
      ["missing-field", "missing-field", "missing-field"])
  }

  @Test func `unknown names, roles and shapes are findings`() {
    _ = decode(
      "- {id: a, name: A, role: ⟦boss⟧}\n- ⟦id: b⟧\n  role: author\n  ⟦nmae⟧: B\n",
      ["unknown-value", "missing-field", "unknown-key"])
    _ = decode("⟦id: a⟧\n", ["wrong-type"])
  }

  @Test func `what a page shows of a person is read`() {
    let people = decode(
      """
      - id: sam
        name: Sam
        role: therapist
        jobTitle: Counsellor
        approaches: [EMDR]
        languages: [English, Welsh]
        fee: £60
        newClients: waiting-list
        photo: practice/sam.jpg
        photoAlt: Sam in a green chair
        sample: true
      """, [])
    #expect(people["sam"]?.newClients?.value == .waitingList)
    #expect(people["sam"]?.languages.map(\.value) == ["English", "Welsh"])
    #expect(people["sam"]?.isSample == true)
  }

  @Test func `a photo has words for those who do not see it`() {
    _ = decode(
      "- ⟦id: a⟧\n  name: A\n  role: author\n  photo: practice/a.jpg\n", ["missing-field"])
  }

  @Test func `a register of a therapist can be looked up`() {
    _ = decode(
      "- ⟦id: a⟧\n  name: A\n  role: therapist\n  register: BACP 1\n", ["missing-field"])
    _ = decode(
      "- id: a\n  name: A\n  role: therapist\n  register: none\n  sample: true\n", [])
    _ = decode("- {id: a, name: A, role: therapist}\n", [])
  }

  @Test func `somebody who is made up reviews nothing`() {
    _ = decode(
      """
      - {id: a, name: A, role: reviewer, credential: B, register: C, url: "https://c.example/", ⟦sample⟧: true}
      """, ["misplaced-key"])
  }

  @Test(arguments: ["true", "full", "soon"])
  func `room for clients is one of three words`(word: String) {
    _ = decode("- {id: a, name: A, role: author, newClients: ⟦\(word)⟧}\n", ["unknown-value"])
  }

  @Test(arguments: [
    ("picture", "photo"), ("profession", "jobTitle"), ("qualifications", "credential"),
    ("acceptsClients", "newClients"), ("about", "bio"),
  ])
  func `other names lead to ours`(name: String, ours: String) {
    let file = SourceFile(
      path: "content/people.yaml", text: "- {id: a, name: A, role: author, \(name): x}\n")
    #expect(
      People.decode(file).diagnostics.map(\.help) == ["Daylight calls it ‘\(ours)’"])
  }
}
