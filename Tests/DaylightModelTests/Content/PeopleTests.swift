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
}
