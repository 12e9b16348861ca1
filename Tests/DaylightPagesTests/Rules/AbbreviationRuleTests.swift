import DaylightSite
import TestSupport
import Testing

@Suite struct AbbreviationRuleTests {
  private func site(_ text: String, title: String = "Page") async -> FixtureBuild {
    await SiteFixture(
      """
      -- content/page.md --
      ---
      title: \(title)
      ---
      \(text)
      -- content/glossary/ifs.md --
      ---
      term: Internal Family Systems
      abbreviation: IFS
      summary: A therapy of parts.
      evidence: popular
      ---
      IFS is a therapy.

      """
    ).build()
  }

  @Test(arguments: [
    "⟦1⟧IFS⟦/1⟧ helps some.", "Some like ⟦1⟧IFS⟦/1⟧.\n\nInternal Family Systems is long.",
    "## IFS\n\n⟦1⟧IFS⟦/1⟧ helps some. IFS is new.", "- ⟦1⟧IFS⟦/1⟧",
  ])
  func `an abbreviation before its words is a warning, once`(text: String) async {
    await site(text).expectFindings(
      .init(
        "unopened-abbreviation", at: 1, "‘IFS’ comes before the words that it is short for",
        help: "write it in full here: ‘Internal Family Systems (IFS)’"))
  }

  @Test(arguments: [
    "Internal Family Systems (IFS) helps.\n\nIFS is new.", "IFS (internal family systems) helps.",
    "## Internal Family Systems\n\nIFS helps.", "> IFS helps.", "ifs and buts", "## IFS\n\nRest.",
  ])
  func `one that is opened, quoted or only in a heading is fine`(text: String) async {
    await site(text).expectNoFindings(except: ["unused-term"])
  }

  @Test func `the title may open it`() async {
    await site("IFS helps.", title: "Internal Family Systems").expectNoFindings()
  }
}
