import DaylightSite
import TestSupport
import Testing

@Suite struct PhraseRuleTests {
  private func rules(_ fields: String = "") -> String {
    """
    -- content/language.yaml --
    - id: own-words
      phrases: [toxic person, crazy]
      level: warning
      why: It labels people.
      instead: Say what they do.
    \(fields)

    """
  }

  @Test func `a phrase is found over lines and emphasis, whatever its case`() async {
    let site = await SiteFixture(
      page: "A ⟦1⟧Toxic\nperson⟦/1⟧, a ⟦2⟧toxic *person⟦/2⟧*.", rules()
    ).build()
    site.expectFindings(
      .init(
        "own-words", at: 1, "‘Toxic person’: It labels people", help: "Say what they do."),
      .init("own-words", at: 2))
  }

  @Test func `words inside others are not found`() async {
    await SiteFixture(page: "Crazyhorse, toxic persons.", rules()).build().expectNoFindings()
  }

  @Test(arguments: ["error", "warning", "note"])
  func `a rule has the level it asks for`(level: String) async {
    let site = await SiteFixture(
      page: "⟦1⟧crazy⟦/1⟧", rules().replacing("level: warning", with: "level: \(level)")
    ).build()
    site.expectFindings(.init("own-words", at: 1))
    #expect(site.severities == [level])
  }

  @Test(arguments: [
    "You are not crazy.", "Nobody, in any way, is crazy.", "You aren't crazy.",
  ])
  func `a negation before a phrase may silence it`(text: String) async {
    await SiteFixture(page: text, rules("  unlessNegated: true")).build().expectNoFindings()
  }

  @Test func `a negation in another sentence does not`() async {
    let site = await SiteFixture(
      page: "It is not so. You are ⟦1⟧crazy⟦/1⟧.", rules("  unlessNegated: true")
    ).build()
    site.expectFindings(.init("own-words", at: 1))
  }

  @Test func `quotations may be allowed to say it`() async {
    let site = await SiteFixture(
      page: "> You are crazy.\n\nYou are ⟦1⟧crazy⟦/1⟧.", rules("  allowIn: [quotation]")
    ).build()
    site.expectFindings(.init("own-words", at: 1))
  }
}
