import DaylightSite
import TestSupport
import Testing

@Suite struct HelplineDetailsRuleTests {
  private func site(_ fields: String) async -> FixtureBuild {
    await SiteFixture(
      """
      -- content/help.yaml --
      regions:
        - id: here
          name: Here
          emergency: {number: "999"}
          services:
            - name: Always Line
              kind: crisis
              phone: "+441632960222"
              display: 01632 960222
              hours: "24/7"
              cost: free
              coverage: Here
              source: https://always.example.org/
              verified: 2026-06-01
            - name: ⟦1⟧Night Line⟦/1⟧
              kind: crisis
              source: https://line.example.org/
              \(fields.replacing("\n", with: "\n        "))

      """
    ).build()
  }

  private let phone = "phone: \"+441632960111\"\ndisplay: 01632 960111\nhours: \"24/7\"\n"

  @Test func `a checked line without cost and area is a warning`() async {
    let site = await site(phone + "verified: 2026-06-01")
    site.expectFindings(
      .init(
        "helpline-details", at: 1,
        "‘Night Line’ does not say what a call costs, nor in which area it helps",
        help: "look it up at its source, and write ‘cost’ and ‘coverage’"))
    #expect(site.severities == ["warning"])
  }

  @Test func `one that nobody has checked is a note`() async {
    let site = await site(phone + "coverage: Here\nverified:")
    site.expectFindings(
      .init("helpline-details", at: 1, "‘Night Line’ does not say what a call costs"),
      except: ["helpline-unverified"])
    #expect(Set(site.severities) == ["note"])
  }

  @Test(arguments: [
    "phone: \"+441632960111\"\ndisplay: 01632 960111\nhours: \"24/7\"\ncost: free\ncoverage: Here",
    "chat: https://line.example.org/chat\nhours: \"24/7\"\ncoverage: Here",
    "url: https://line.example.org/",
  ])
  func `a line that says what applies to it is fine`(fields: String) async {
    await site(fields + "\nverified: 2026-06-01").expectNoFindings(except: ["empty-element"])
  }
}
