import DaylightSite
import TestSupport
import Testing

@Suite struct GlossaryRuleTests {
  private func term(_ slug: String, _ fields: String, summary: String = "A word.") -> String {
    "-- content/glossary/\(slug).md --\n---\nterm: \(slug)\nsummary: \(summary)\nevidence: popular\n"
      + "\(fields)\n---\n"
  }

  @Test func `a term that another points to must be there`() async {
    let site = await SiteFixture(
      page: "bond", term("bond", "see: [⟦1⟧bnod⟦/1⟧, ⟦2⟧nothing⟦/2⟧]")
    ).build()
    site.expectFindings(
      .init("unknown-term", at: 1, "the glossary has no ‘bnod’", help: "did you mean ‘bond’?"),
      .init(
        "unknown-term", at: 2,
        help: "write the name of a file in ‘content/glossary’, without ‘.md’"))
  }

  @Test func `a term that another points to points back`() async {
    let both = await SiteFixture(
      page: "bond, shame", term("bond", "see: [shame]") + term("shame", "see: [bond]")
    ).build()
    both.expectNoFindings()
    let one = await SiteFixture(
      page: "bond, shame", term("bond", "see: [⟦1⟧shame⟦/1⟧]") + term("shame", "")
    ).build()
    one.expectFindings(
      .init(
        "one-sided-see", at: 1, "‘shame’ does not point back to ‘bond’",
        help: "add ‘bond’ to its ‘see’"))
  }

  @Test func `a term does not point to itself`() async {
    let site = await SiteFixture(page: "bond", term("bond", "see: [⟦1⟧bond⟦/1⟧]")).build()
    site.expectFindings(
      .init("one-sided-see", at: 1, "this entry points to itself", help: "take it out"))
  }

  @Test func `two definitions that need each other are said once`() async {
    let site = await SiteFixture(
      page: "bond, shame",
      term("bond", "", summary: "⟦1⟧Made of shame.⟦/1⟧")
        + term("shame", "", summary: "Comes of bonds.")
    ).build()
    site.expectFindings(
      .init(
        "circular-definition", at: 1,
        "‘bond’ is explained by ‘shame’, and the other way round",
        help: "explain one of them in plain words"))
  }

  @Test func `a definition may use a word that does not need it`() async {
    let site = await SiteFixture(
      page: "bond, shame", term("bond", "", summary: "Made of shame.") + term("shame", "")
    ).build()
    site.expectNoFindings()
  }

  @Test func `a definition may say its own word`() async {
    let site = await SiteFixture(page: "bond", term("bond", "", summary: "A bond ties.")).build()
    site.expectNoFindings()
  }

  @Test func `a term that no page says is noted`() async {
    let site = await SiteFixture(page: "Nothing.", term("bond", "")).build()
    site.expectFindings(.init("unused-term", "no page uses ‘bond’"))
  }

  @Test(arguments: ["bonds", "[x](term:bond)", "## Bond\n\nText.", "> bond\n\nbond"])
  func `any use will do`(markdown: String) async {
    await SiteFixture(page: markdown, term("bond", "")).build().expectNoFindings()
  }
}
