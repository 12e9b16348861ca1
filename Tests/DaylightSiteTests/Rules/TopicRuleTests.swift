import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct TopicRuleTests {
  private func site(_ first: String, _ second: String) -> SiteFixture {
    SiteFixture(
      "-- content/s/a.md --\n---\ntitle: A\ntopics: [\(first)]\n---\nText.\n"
        + "-- content/s/b.md --\n---\ntitle: B\ntopics: [\(second)]\n---\nText.\n")
  }

  @Test(arguments: [
    ("C", "C++"), ("\"10\"", "\"1.0\""), ("AB", "A&B"), ("rock", "rock!"), ("no", "no?"),
  ])
  func `two topics that would share an address are an error at the second`(
    first: String, second: String
  ) async {
    let build = await site("⟦1⟧\(first)⟦/1⟧", "⟦2⟧\(second)⟦/2⟧").build()
    build.expectFindings(.init("topic-address", at: 2))
    #expect(build.build.diagnostics.first?.notes.first?.location?.path == "content/s/a.md")
  }

  @Test(arguments: ["\"!!!\"", "\"…\"", "💙", "\"?\"", "\"---\"", "\". .\"", "con", "\"# #\""])
  func `a topic that no address can be made of is named at its place`(topic: String) async {
    let build = await SiteFixture(
      "-- content/s/a.md --\n---\ntitle: A\ntopics: [⟦1⟧\(topic)⟦/1⟧]\n---\nText.\n"
    ).build()
    build.expectFindings(.init("topic-address", at: 1, help: "name it with letters or digits"))
  }

  @Test(arguments: [
    ("anxiety", "Anxiety"), ("anxiety", "anxieties"), ("anxieties", "anxiety"),
    ("self-care", "selfcare"), ("self care", "self-care"), ("child", "children"),
    ("Boundary", "boundaries"),
  ])
  func `one topic in two spellings is a warning at the second`(
    first: String, second: String
  ) async {
    let build = await site(first, "⟦1⟧\(second)⟦/1⟧").build()
    build.expectFindings(.init("similar-topics", at: 1))
  }

  @Test func `a space after a topic makes no other topic`() async {
    await site("anxiety", "\"anxiety \"").build().expectNoFindings()
  }

  @Test(arguments: [("fear", "shame"), ("fear", "fear"), ("grief", "grieving"), ("men", "women")])
  func `other topics are other topics`(first: String, second: String) async {
    await site(first, second).build().expectNoFindings()
  }
}
