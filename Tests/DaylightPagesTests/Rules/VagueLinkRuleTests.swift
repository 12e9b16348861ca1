import DaylightSite
import TestSupport
import Testing

@Suite struct VagueLinkRuleTests {
  @Test(arguments: [
    "here", "Click here", "read more", "*this page*", "Learn more!", "link",
    "Find out more", "this article", "more information", "Continue reading", "Press here",
    "click\nhere",
  ])
  func `a link that says nothing alone is a warning`(text: String) async {
    let site = await SiteFixture(page: "See ⟦1⟧[\(text)](help.md)⟦/1⟧.").build()
    site.expectFindings(
      .init("vague-link", at: 1, help: "write the title of the page it leads to"))
  }

  @Test(arguments: ["", " ", "…"])
  func `so is one without any text`(text: String) async {
    let site = await SiteFixture(page: "See ⟦1⟧[\(text)](help.md)⟦/1⟧.").build()
    site.expectFindings(.init("vague-link", at: 1, "this link has no text"))
  }

  @Test(arguments: [
    "get help here", "Help", "more about help", "116 123", "the signs in this article",
    "more information on grief", "Opening times",
  ])
  func `a link that says where it leads is fine`(text: String) async {
    await SiteFixture(page: "See [\(text)](help.md).").build().expectNoFindings()
  }

  @Test func `a picture may be the text of a link`() async {
    var fixture = SiteFixture(page: "[![Help](a.png)](help.md)")
    fixture.attach("content/a.png")
    await fixture.build().expectNoFindings()
  }
}
