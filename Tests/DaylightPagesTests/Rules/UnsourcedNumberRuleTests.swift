import DaylightSite
import TestSupport
import Testing

@Suite struct UnsourcedNumberRuleTests {
  @Test(arguments: [
    "⟦1⟧40%⟦/1⟧ of people", "about ⟦1⟧40 percent⟦/1⟧", "⟦1⟧4.5 per cent⟦/1⟧",
    "⟦1⟧3 in 4⟦/1⟧ people",
    "⟦1⟧7 out of 10⟦/1⟧.", "⟦1⟧2 times more⟦/1⟧ likely", "⟦1⟧1,000 in 20⟦/1⟧", "*⟦1⟧40%⟦/1⟧*",
  ])
  func `a figure in a paragraph that cites nothing is a warning`(text: String) async {
    let site = await SiteFixture(page: text).build()
    site.expectFindings(.init("unsourced-number", at: 1))
  }

  @Test(arguments: [
    "in 1993", "3 in 1993", "3 people in the room", "on 3 March", "24/7", "the 90s", "A4 in 2",
    "call 01632 960111", "3 times a day",
  ])
  func `other numbers are fine`(text: String) async {
    await SiteFixture(page: text).build().expectNoFindings()
  }

  @Test func `a figure with its source is fine`() async {
    let site = await SiteFixture(
      page: "It is 40% [@a].", "-- content/sources.yaml --\na: {title: T, kind: book}\n"
    ).build()
    site.expectNoFindings(except: ["source-unchecked"])
  }

  @Test func `a source in another paragraph does not help`() async {
    let site = await SiteFixture(
      page: "It is ⟦1⟧40%⟦/1⟧.\n\nSo they say [@a].",
      "-- content/sources.yaml --\na: {title: T, kind: book}\n"
    ).build()
    site.expectFindings(.init("unsourced-number", at: 1), except: ["source-unchecked"])
  }

  private let sources = "-- content/sources.yaml --\na: {title: T, kind: book}\n"

  @Test func `a source is for its own sentence`() async {
    let site = await SiteFixture(
      page: "It is ⟦1⟧40%⟦/1⟧. Or it is 50% [@a]. Or 60%. [@a] Or ⟦2⟧70%⟦/2⟧ and ⟦3⟧80%⟦/3⟧.\n",
      sources
    ).build()
    site.expectFindings(
      .init("unsourced-number", at: 1), .init("unsourced-number", at: 2),
      .init("unsourced-number", at: 3), except: ["source-unchecked"])
  }

  @Test(arguments: [
    "It was 40% in all.[^a]\n\n[^a]: A count of our own.",
    "| Who | Share |\n|---|---|\n| People [@a] | 40% |",
    "The study [@a] found:\n\n- 40% slept\n- 30% ate",
    "## About 40%\n\nThat is what the study found [@a].",
    "Smith et al. found 40% [@a].", "“It is 40%.” [@a]",
  ])
  func `a footnote, the row, the lead of a list and the text below a heading count`(
    text: String
  ) async {
    await SiteFixture(page: text, sources).build()
      .expectNoFindings(except: ["source-unchecked", "unlinked-page"])
  }

  @Test(arguments: [
    "| Who | Share |\n|---|---|\n| People [@a] | 4 |\n| Others | ⟦1⟧40%⟦/1⟧ |",
    "The study [@a] is old. It found:\n\n- ⟦1⟧40%⟦/1⟧ slept", "## About ⟦1⟧40%⟦/1⟧\n\nRest.",
  ])
  func `another row, an earlier sentence and a bare heading do not`(text: String) async {
    let site = await SiteFixture(page: text, sources).build()
    site.expectFindings(.init("unsourced-number", at: 1), except: ["source-unchecked"])
  }
}
