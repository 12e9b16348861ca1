import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct PlainWordsRuleTests {
  @Test(arguments: [
    ("It is an emotional ⟦1⟧rollercoaster⟦/1⟧.", "ups and downs"),
    ("They ⟦1⟧move the goalposts⟦/1⟧ again.", "change the rules"),
    ("There may be ⟦1⟧red flags⟦/1⟧ early on.", "a warning sign"),
    ("That is ⟦1⟧the tip of the iceberg⟦/1⟧.", "a small part of it"),
    ("It came ⟦1⟧out of the\nblue⟦/1⟧.", "suddenly"),
    ("## At ⟦1⟧square one⟦/1⟧\n\nRest.", "back at the beginning"),
  ])
  func `a figure of speech is a note with what it means`(text: String, meaning: String) async {
    let site = await SiteFixture(page: text).build()
    site.expectFindings(.init("idiom", at: 1, help: "say what is meant: ‘\(meaning)’"))
    #expect(site.severities == ["note"])
  }

  @Test(arguments: [
    "> It is a rollercoaster.", "The flag was red.", "She saw the top of an iceberg.",
    "They moved the goal.", "The sky was blue.", "He took a roller and a coaster.",
  ])
  func `words that only look like one, and quotations, are fine`(text: String) async {
    await SiteFixture(page: text).build().expectNoFindings()
  }

  @Test(arguments: [
    "It is ⟦1⟧not uncommon⟦/1⟧ to go back.", "That ⟦1⟧isn’t unusual⟦/1⟧.",
    "It is ⟦1⟧not an unknown⟦/1⟧ thing.",
    "She ⟦1⟧did not say nothing⟦/1⟧.", "It is ⟦1⟧not impossible⟦/1⟧.",
    "That is ⟦1⟧not without⟦/1⟧ risk.",
  ])
  func `a double negative is a note`(text: String) async {
    await SiteFixture(page: text).build().expectFindings(.init("double-negative", at: 1))
  }

  @Test(arguments: [
    "It is not your fault, and nothing you did caused it.", "You are not broken. You are not weak.",
    "You do not have to say no.", "It is unusual, but not wrong.", "They said nothing.",
    "It is not common. Unlike rest.",
  ])
  func `one negative at a time is fine`(text: String) async {
    await SiteFixture(page: text).build().expectNoFindings()
  }

  @Test(arguments: [
    "In many of these homes the money ⟦1⟧is controlled⟦/1⟧ by one person.",
    "The phone ⟦1⟧was often taken⟦/1⟧ away at night and read for hours.",
    "Her letters had ⟦1⟧been opened⟦/1⟧ before she ever came home to them.",
    "Mistakes ⟦1⟧were made⟦/1⟧ at the time, and promises were broken over and over.",
  ])
  func `a sentence in the passive is a note, once`(text: String) async {
    let site = await SiteFixture(page: text).build()
    site.expectFindings(.init("passive-voice", at: 1))
    #expect(site.severities == ["note"])
  }

  @Test func `the help depends on whether it says by whom`() async {
    let site = await SiteFixture(
      page: "In most of these homes the money is controlled by one person.\n\n"
        + "In most of these homes the money is controlled day and night."
    ).build()
    #expect(
      site.build.diagnostics.map(\.message) == [
        "‘is controlled’ says last who does it", "‘is controlled’ leaves out who does it",
      ])
  }

  @Test(arguments: [
    "You are not broken, whatever anybody may have told you about it.",
    "The door was closed.", "You may be tired and worried for many weeks after it ends.",
    "Many people who were hurt at home find it hard to sleep at night.",
    "They are married and have two small children and a dog called Bo.",
    "She is in need of rest, and has decided to stay with her sister.",
    "There was a bed in the red shed behind the house where they lived.",
  ])
  func `short sentences, states and people who were hurt are fine`(text: String) async {
    await SiteFixture(page: text).build().expectNoFindings()
  }
}
