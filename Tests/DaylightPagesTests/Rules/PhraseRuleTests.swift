import DaylightModel
import TestSupport
import Testing

@Suite struct PhraseRuleTests {
  private static let examples = """
      catches: [A toxic person spoke., It was crazy.]
      passes: [A tired person spoke., It was late.]
    """

  private func rules(_ fields: String = "", examples: String = Self.examples) -> String {
    """
    -- content/language.yaml --
    - list: negation
      words: not | nobody
    - id: own-words
      phrases: |
        toxic person
        crazy
      level: warning
      why: It labels people.
      instead: Say what they do.
    \(examples)
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
    "> You are crazy.", "He wrote “crazy” twice.", "The word *crazy* hurts.",
    "*The Crazy Years* is a novel.",
  ])
  func `a phrase that is denied, quoted or a title is right`(text: String) async {
    await SiteFixture(page: text, rules()).build().expectNoFindings()
  }

  @Test(arguments: [
    "It is not so. You are ⟦1⟧crazy⟦/1⟧.", "It is not so, but you are ⟦1⟧crazy⟦/1⟧.",
    "It is *not at all ⟦1⟧crazy⟦/1⟧ to most of us*.", "**⟦1⟧Crazy⟦/1⟧** it is.",
  ])
  func `what excuses another phrase does not excuse it`(text: String) async {
    let site = await SiteFixture(page: text, rules("  even: [negated]")).build()
    site.expectFindings(.init("own-words", at: 1))
  }

  @Test func `of two rules that overlap, the more serious one is reported`() async {
    let site = await SiteFixture(
      page: "So ⟦1⟧crazy about it⟦/1⟧.",
      rules(
        """
        - id: others
          phrases: crazy about it
          level: error
          why: It is about others.
          catches: [Crazy about it., So crazy about it.]
          passes: [About it., Crazy.]
        """)
    ).build()
    site.expectFindings(.init("others", at: 1))
  }

  @Test func `an example that does not hold is reported where it is written`() async {
    let site = await SiteFixture(
      rules(
        examples: """
            catches: |
              They are crazy.
              ⟦1⟧They are not crazy.⟦/1⟧
            passes: |
              # a comment

              ⟦2⟧They are crazy, they said.⟦/2⟧
              They are odd.
          """)
    ).build()
    site.expectFindings(
      .init(
        "rule-example", at: 1, "‘own-words’ does not find this example",
        help: "a “not” or the like comes before the phrase in the same clause"),
      .init("rule-example", at: 2))
  }

  @Test func `a question that the text answers is right where the rule says so`() async {
    let text = "Who is crazy? Nobody may say. It is a word that hurts.\n\n## So crazy?\n\nRest.\n"
    await SiteFixture(page: text, rules("  allowIn: [question]")).build().expectNoFindings()
    let alone = await SiteFixture(
      page: "Who is ⟦1⟧crazy⟦/1⟧?\n\nIs he ⟦2⟧crazy⟦/2⟧? Yes.", rules("  allowIn: [question]")
    ).build()
    alone.expectFindings(.init("own-words", at: 1), .init("own-words", at: 2))
  }

  @Test func `a source makes a phrase right in its sentence only`() async {
    let sources = "-- content/sources.yaml --\na: {title: T, kind: book}\n"
    let site = await SiteFixture(
      page: "It is crazy [@a]. So ⟦1⟧crazy⟦/1⟧. And crazy. [@a] It is ⟦2⟧crazy⟦/2⟧.",
      rules("  unlessCited: true") + sources
    ).build()
    site.expectFindings(
      .init("own-words", at: 1), .init("own-words", at: 2), except: ["source-unchecked"])
  }

  @Test func `the words of a picture are read`() async {
    let site = await SiteFixture(
      page: "⟦1⟧![A toxic person](a.png)⟦/1⟧", rules() + "-- content/a.png --\n\n"
    ).build()
    site.expectFindings(.init("own-words", at: 1))
  }
}
