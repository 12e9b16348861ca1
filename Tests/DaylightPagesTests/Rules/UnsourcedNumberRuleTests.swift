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
}
