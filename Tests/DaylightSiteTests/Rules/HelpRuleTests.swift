import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct HelpRuleTests {
  private static let settings = """
    -- content/site.yaml --
    name: A
    practice: {name: B}
    helpRegion: gb-eng
    safetyPage: help.md

    """

  private func site(_ help: String, settings: String = Self.settings) -> SiteFixture {
    SiteFixture("-- content/help.yaml --\n\(help)\n\(settings)", isComplete: false)
  }

  private func region(_ lines: String, emergency: String = "    emergency: {number: \"999\"}\n")
    -> String
  {
    "regions:\n  - id: gb-eng\n    name: ⟦1⟧England⟦/1⟧\n\(emergency)\(lines)"
  }

  @Test(arguments: ["", "# nothing", "regions:", "regions: []"])
  func `a site without lines is refused, and the example can be pasted`(help: String) async throws {
    let build = await site(help).build()
    build.expectFindings(.init("missing-help"))
    let advice = try #require(build.build.diagnostics.first?.help)
    let example = advice.split(separator: "\n", maxSplits: 1)[1]
    let mended = await site(String(example)).build()
    mended.expectNoFindings(except: ["helpline-unverified", "helpline-details"])
    #expect(mended.paths.isEmpty == false)
  }

  @Test func `so is a region without lines`() async {
    let build = await site(region("    services: []\n")).build()
    build.expectFindings(.init("missing-help", at: 1, "there is no line for ‘England’"))
  }

  @Test func `so is a region whose lines nobody answers`() async {
    let build = await site(
      region(
        """
            services:
              - name: A list
                kind: finder
                url: https://list.example.org/
                source: https://list.example.org/
                verified: 2026-06-01
        """)
    ).build()
    build.expectFindings(
      .init(
        "missing-help", at: 1, "no line of ‘England’ can be called, texted or chatted with"))
  }

  private static let line = """
        services:
          - name: Night Line
            kind: crisis
            phone: "+441632960111"
            display: 01632 960111
            hours: "24/7"
            cost: free
            coverage: England
            source: https://line.example.org/
            verified: 2026-06-01
    """

  @Test func `the region of the site needs an emergency number`() async {
    let build = await site(region(Self.line, emergency: "")).build()
    build.expectFindings(
      .init(
        "emergency-number", at: 1, "‘England’ names no number to call in danger",
        help: "write it below the name:\n    emergency:\n      number: \"999\""))
  }

  @Test(arguments: [
    "116123", "0800 123 456", "9 9 9", "911", "call us", "1", "+44999", "000", "988",
  ])
  func `a number that sends no help there is refused`(number: String) async {
    let build = await site(
      region(Self.line, emergency: "    emergency: {number: ⟦2⟧\"\(number)\"⟦/2⟧}\n")
    ).build()
    build.expectFindings(.init("emergency-number", at: 2, help: "write \"999\""))
  }

  @Test(arguments: [
    ("us", "911"), ("au", "000"), ("nz", "111"), ("ie", "112"), ("pl", "112"), ("fr", "15"),
    ("za", "10111"),
  ])
  func `the number of another country is right there`(id: String, number: String) async {
    let help = region(Self.line, emergency: "    emergency: {number: \"\(number)\"}\n")
      .replacing("gb-eng", with: id)
    let build = await site(help, settings: Self.settings.replacing("gb-eng", with: id)).build()
    build.expectNoFindings()
  }

  @Test func `a file that cannot be read is not called empty as well`() async {
    let build = await site("regions: [").build()
    #expect(build.rules.contains("missing-help") == false)
  }
}
